import Accounts
import ArgumentParser
import Reports

/// `history`
struct HistoryCommand: ListCommand {
  static let uses: OptionUse = .datedList
  static let reach: CommandReach = [.store, .conflicts]
  static let help = CommandHelp(
    "history", abstract: "Show everything that happened to a record, newest first",
    discussion: HelpText.discussion(
      """
      Moves, services, meters, reads, use, bills, payments, delivery, automatic payments, links, \
      sign-ins, mail, requests, notes and changes, on one timeline. Changes that moved a row to another \
      account or removed it are listed too. The operator who entered a row is shown in the column By, \
      except for reads of large files and for bank files; the row's change has the time. A service is \
      given as 2000001/WATER. The history of a bill has its lines and the payments applied to it, that of a \
      payment the bills that it was applied to, and that of a location its accounts with their customers, \
      services and meters.
      """,
      examples: [
        "history account 2000001", "history account 2000001 --event payment --from -1y",
        "history meter 60000011 --csv", "history bill 8000001", "history location 1000001",
      ]))

  @Argument(
    help: ArgumentHelp(
      "kind of record; may be left out (values: "
        + "\(HistoryKind.allCases.map(\.rawValue).joined(separator: ", ")))"))
  var kind: String
  @Argument(help: "its number, customer ID or e-mail address") var key: String?
  @Option(help: "only events of this kind, e.g. payment") var event: String?
  @Option(
    help: ArgumentHelp("only events on this day or later", valueName: "date"),
    transform: TypedValue.option)
  var from: TypedDay?
  @Option(
    help: ArgumentHelp("only events on this day or earlier", valueName: "date"),
    transform: TypedValue.option)
  var to: TypedDay?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let (kind, record) = try record(on: store)
    var filter = HistoryFilter()
    (filter.from, filter.to) = try context.days(from: from, to: to, on: store)
    if let asOf = context.asOf(store) { filter.to = min(filter.to ?? asOf, asOf) }
    if let event {
      let known = HistoryKind.events(of: [kind])
      guard known.contains(event) else {
        throw Rejection(
          .unknownChoice, field: "event", found: event,
          expected: "one of " + known.joined(separator: ", "),
          remedy: "leave --event out to see all")
      }
      filter.event = event
    }
    return .history(kind, record.key, filter, in: store.settings.zone, dialect: store.dialect)
  }

  private func record(on store: Store) throws -> (kind: HistoryKind, record: NoteRecord) {
    if let key {
      let kind: HistoryKind = try TypedValue.value(kind, "kind")
      return (kind, try store.noteRecord(kind.record, try TypedValue.value(key, "key")))
    }
    guard HistoryKind(rawValue: kind) == nil else {
      throw Rejection(
        .required, field: "key", found: "nothing", expected: "key",
        remedy: "needed: the record's number, customer ID or e-mail address")
    }
    return try store.record(withKey: kind, among: HistoryKind.allCases) { $0.record }
  }
}
