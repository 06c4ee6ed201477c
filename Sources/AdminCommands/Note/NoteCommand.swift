import Accounts
import ArgumentParser
import Reports

/// `note …`
struct NoteCommand: NounCommand {
  static let name = "note"
  static let abstract = "Staff notes on records"
  static let verbs: [Verb] = [Verb(AddNote.self), Verb(NoteList.self)]
}

/// `note list`
struct NoteList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List notes, newest first",
    discussion: HelpText.discussion(
      "Lists the notes on one record, on all records of a kind, or all notes.",
      examples: [
        "note list account 2000001", "note list 2000001", "note list service 2000001/WATER",
        "note list --by pat --since 2026-11-01 --csv",
      ]))

  @Argument(
    help: ArgumentHelp(
      "kind of record; may be left out before a key (values: "
        + "\(NoteKind.allCases.map(\.rawValue).joined(separator: ", ")))"))
  var kind: String?
  @Argument(help: "the record's ID or number") var key: String?
  @Option(help: ArgumentHelp("only notes by this operator", valueName: "operator"))
  var by: String?
  @Option(
    help: ArgumentHelp("only notes from this day or later", valueName: "date"),
    transform: TypedValue.option)
  var since: TypedDay?

  /// A misspelled kind is not searched for as a key.
  func validate() throws {
    guard let kind, NoteKind(rawValue: kind) == nil else { return }
    let kinds = NoteKind.allCases.map(\.rawValue)
    let isNear =
      kind.allSatisfy(\.isLetter) && NearestWord.nearest(to: kind, among: kinds) != nil
    guard key != nil || isNear else { return }
    throw ValidationError(
      "<kind>: found \(kind.asFound), expected one of \(kinds.joined(separator: ", "))")
  }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let (kind, record) = try record(on: store)
    return .notes(
      kind: kind, key: record?.key,
      by: try store.filter(
        staff: by, "by", in: "note", Note.staff.name, caller: context.identity.operatorName),
      since: context.day(since, "--since", on: store))
  }

  private func record(on store: Store) throws -> (kind: NoteKind?, record: NoteRecord?) {
    guard let word = kind else { return (nil, nil) }
    guard let kind = NoteKind(rawValue: word) else {
      let (kind, record) = try store.record(withKey: word, among: NoteKind.allCases) { $0 }
      return (kind, record)
    }
    guard let key else { return (kind, nil) }
    return (kind, try store.noteRecord(kind, try TypedValue.value(key, "key")))
  }
}
