import Accounts
import Reports

/// What becomes of one row, in a clerk's words.
struct ChangePhrase {
  let action: RowChange.Action
  let text: String
}

/// Says in a clerk's words what changes of rows mean. Personal data is masked unless it is to be seen.
final class ChangePhrases {
  private let store: Store
  private let reveals: Bool
  private let context: CommandContext
  private let services: ServicePhrases
  private lazy var records = RecordPhrases(services: services)
  private lazy var citizens = CitizenPhrases(store: store) { [unowned self] in shown($0, $1) }

  init(_ context: CommandContext, _ store: Store) {
    self.context = context
    self.store = store
    reveals = context.options.reveal
    services = ServicePhrases(store)
  }

  /// One phrase a row; what only follows from another row is left out.
  func words(of changes: [RowChange]) -> [ChangePhrase] {
    // A meter is free once its last read is in.
    let ordered =
      changes.filter { $0.table !== MeterInstall.table }
      + changes.filter { $0.table === MeterInstall.table }
    return ordered.compactMap { change in
      guard !Self.untold.contains(change.table.name), !MeterPhrases.isSaid(change, among: changes)
      else { return nil }
      let text =
        special(change, among: changes) ?? records.phrase(of: change)
        ?? citizens.phrase(of: change) ?? plain(change)
      return ChangePhrase(action: change.action, text: text)
    }
  }

  /// Consumption follows from reads, a link goes out with its mail, and a sealed bank account belongs
  /// to its enrollment.
  private static let untold: Set = [
    Consumption.table.name, Token.table.name, EFTBankAccount.table.name,
  ]

  // MARK: What has its own wording

  private func special(_ change: RowChange, among changes: [RowChange]) -> String? {
    switch change.table.name {
    case Service.table.name: services.phrase(of: change)
    case MeterInstall.table.name: MeterPhrases.install(change, changes)
    case Read.table.name: MeterPhrases.read(change, changes)
    case AccountCustomer.table.name: customer(change)
    case Payment.table.name where change.before == nil:
      change.after.map(Row<Payment>.init).map {
        "payment \($0[Payment.payment]): \($0[Payment.amount]) to account \($0[Payment.account]) "
          + "on \($0[Payment.postedOn])"
      }
    case Bill.table.name where change.before == nil:
      change.after.map(Row<Bill>.init).map {
        "bill \($0[Bill.bill]) for account \($0[Bill.account]): \($0[Bill.total]), "
          + "due \($0[Bill.dueOn])"
      }
    case OutboxMessage.table.name: mail(change)
    case DeliveryPreference.table.name: delivery(change)
    default: nil
    }
  }

  private func mail(_ change: RowChange) -> String? {
    guard change.before == nil, let row = change.after else { return nil }
    let recipient = shown(row[OutboxMessage.recipient.index], OutboxMessage.recipient.info)
    return
      "an e-mail is sent to \(recipient): \(Row<OutboxMessage>(values: row)[OutboxMessage.subject])"
  }

  private func delivery(_ change: RowChange) -> String? {
    guard let row = change.after else { return nil }
    let bills = Row<DeliveryPreference>(values: row)
    guard change.before == nil else {
      return bills[DeliveryPreference.toOn].map {
        "bills for account \(bills[DeliveryPreference.account]) are no longer delivered by "
          + "\(bills[DeliveryPreference.method].rawValue) from \($0)"
      }
    }
    // Nobody hides from the operator what the operator has typed, and what the command repeats.
    let address = bills[DeliveryPreference.email]?.text ?? ""
    let isTyped = context.typed.contains { $0.lowercased().hasSuffix(address.lowercased()) }
    let email =
      isTyped
      ? address : shown(row[DeliveryPreference.email.index], DeliveryPreference.email.info)
    let way =
      switch bills[DeliveryPreference.method] {
      case .mail: "mail"
      case .email: "e-mail to \(email)"
      case .both: "mail and e-mail to \(email)"
      }
    return "bills for account \(bills[DeliveryPreference.account]) are delivered by \(way) from "
      + "\(bills[DeliveryPreference.fromOn])"
  }

  private func customer(_ change: RowChange) -> String? {
    guard let row = change.after.map(Row<AccountCustomer>.init) else { return nil }
    let (cid, account) = (row[AccountCustomer.cid], row[AccountCustomer.account])
    guard change.before != nil else {
      let until = row[AccountCustomer.toOn].map { " to \($0)" } ?? ""
      return "customer \(cid) is responsible for account \(account) from "
        + "\(row[AccountCustomer.fromOn])\(until), as \(row[AccountCustomer.role].rawValue)"
    }
    guard let end = row[AccountCustomer.toOn], !change.changes(besides: [AccountCustomer.toOn.info])
    else {
      return nil
    }
    return "customer \(cid) is no longer responsible for account \(account) from \(end)"
  }

  // MARK: Everything else

  private func plain(_ change: RowChange) -> String {
    let record = record(of: change)
    // The times that a program sets are not a clerk's decision.
    let columns = change.table.columns.dropFirst(change.table.keyCount)
      .filter { $0.type != .timestamp }
    switch (change.before, change.after) {
    case (nil, let row?):
      let cells = columns.filter { !row[$0.index].isNull }.map {
        "\($0.label.lowercased()) \(shown(row[$0.index], $0))"
      }
      return "new \(record)" + (cells.isEmpty ? "" : ": " + cells.joined(separator: ", "))
    case (_?, nil): return "\(record) is removed"
    case (let old?, let row?):
      let cells = columns.filter { old[$0.index] != row[$0.index] }.map { column in
        let (before, after) = (old[column.index], row[column.index])
        let label = column.label.lowercased()
        if before.isNull { return "\(label) becomes \(shown(after, column))" }
        if after.isNull { return "\(label) is cleared, was \(shown(before, column))" }
        return "\(label) changes from \(shown(before, column)) to \(shown(after, column))"
      }
      return "\(record): " + cells.joined(separator: ", ")
    case (nil, nil): return record
    }
  }

  /// As people know it, where its number says nothing to them.
  private func record(of change: RowChange) -> String {
    let row = change.after ?? change.before ?? []
    return switch change.table.name {
    case EFTEnrollment.table.name:
      "automatic payments of account \(Row<EFTEnrollment>(values: row)[EFTEnrollment.account])"
    case User.table.name: "user \(Row<User>(values: row)[User.email])"
    default: "\(change.table.name.replacing("_", with: " ")) \(change.keyText)"
    }
  }

  private func shown(_ datum: Datum, _ column: ColumnInfo) -> String {
    let words =
      column.type == .timestamp
      ? context.zone.text(Timestamp(datum)) : column.type.display(datum)
    return column.isPersonal && !reveals ? Mask.masked(words) : words
  }
}

extension RowChange {
  /// Whether columns besides these were changed.
  func changes(besides known: [ColumnInfo]) -> Bool {
    table.columns.contains { column in
      before?[column.index] != after?[column.index]
        && !known.contains { $0.index == column.index }
    }
  }
}
