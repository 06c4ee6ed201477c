import Accounts

/// Says in a clerk's words what changes of accounts, bills, payments and reads mean.
struct RecordPhrases {
  let services: ServicePhrases

  /// Nil if the columns say it well enough.
  func phrase(of change: RowChange) -> String? {
    switch change.table.name {
    case Account.table.name: account(rows(change))
    case Customer.table.name: merged(rows(change))
    case AccountCustomer.table.name: responsible(rows(change))
    case Suspension.table.name: suspension(rows(change))
    case Bill.table.name: bill(rows(change))
    case BillLine.table.name: line(rows(change))
    case Payment.table.name: payment(rows(change))
    case Read.table.name: read(rows(change))
    case EFTEnrollment.table.name: enrollment(rows(change), change)
    default: nil
    }
  }

  private func rows<E: Entity>(_ change: RowChange) -> (old: Row<E>?, new: Row<E>?) {
    (change.before.map(Row<E>.init), change.after.map(Row<E>.init))
  }

  private func account(_ rows: (old: Row<Account>?, new: Row<Account>?)) -> String? {
    guard let row = rows.new else { return nil }
    let number = row[Account.account]
    guard let old = rows.old else {
      return "account \(number) opens at location \(row[Account.location]) on "
        + "\(row[Account.openedOn])"
    }
    guard old[Account.closedOn] != row[Account.closedOn] else { return nil }
    return row[Account.closedOn].map { "account \(number) closes on \($0)" }
      ?? "account \(number) is reopened"
  }

  private func merged(_ rows: (old: Row<Customer>?, new: Row<Customer>?)) -> String? {
    guard let old = rows.old, let row = rows.new, old[Customer.mergedInto] == nil,
      let other = row[Customer.mergedInto]
    else { return nil }
    return "customer \(row[Customer.cid]) is merged into \(other)"
  }

  private func responsible(
    _ rows: (old: Row<AccountCustomer>?, new: Row<AccountCustomer>?)
  ) -> String? {
    guard let old = rows.old, let row = rows.new,
      old[AccountCustomer.cid] != row[AccountCustomer.cid]
    else { return nil }
    return "customer \(row[AccountCustomer.cid]) is responsible for account "
      + "\(row[AccountCustomer.account]) instead of \(old[AccountCustomer.cid])"
  }

  private func suspension(_ rows: (old: Row<Suspension>?, new: Row<Suspension>?)) -> String? {
    guard let row = rows.new else {
      return rows.old.map {
        "\(services.name(of: $0[Suspension.service])) is not suspended from "
          + "\($0[Suspension.fromOn])"
      }
    }
    let name = services.name(of: row[Suspension.service])
    let reason = row[Suspension.reason].map { "; reason: \($0)" } ?? ""
    let end = row[Suspension.toOn]
    guard rows.old != nil else {
      return "\(name) is suspended from \(row[Suspension.fromOn])"
        + (end.map { " to \($0)" } ?? "") + reason
    }
    return end.map { "\(name) resumes on \($0)" } ?? "\(name) stays suspended"
  }

  private func bill(_ rows: (old: Row<Bill>?, new: Row<Bill>?)) -> String? {
    guard let old = rows.old, let row = rows.new, old[Bill.voidedOn] == nil,
      let day = row[Bill.voidedOn]
    else { return nil }
    return
      "bill \(row[Bill.bill]) of \(row[Bill.total]) for account \(row[Bill.account]) is voided "
      + "from \(day)" + (row[Bill.voidReason].map { "; reason: \($0)" } ?? "")
  }

  private func line(_ rows: (old: Row<BillLine>?, new: Row<BillLine>?)) -> String? {
    guard rows.old == nil, let row = rows.new else { return nil }
    let service = row[BillLine.code].map { " for \(services.name(ofCode: $0.text))" } ?? ""
    let from = row[BillLine.fromOn].map { " from \($0)" } ?? ""
    let to = row[BillLine.toOn].map { " to \($0)" } ?? ""
    return "its line \(row[BillLine.number]): \(row[BillLine.amount])\(service)\(from)\(to)"
  }

  private func payment(_ rows: (old: Row<Payment>?, new: Row<Payment>?)) -> String? {
    guard let old = rows.old, let row = rows.new else { return nil }
    let lead = "payment \(row[Payment.payment]) of \(row[Payment.amount])"
    if old[Payment.reversedOn] == nil, let day = row[Payment.reversedOn] {
      return "\(lead) to account \(row[Payment.account]) is reversed on \(day)"
        + (row[Payment.reversalReason].map { "; reason: \($0)" } ?? "")
    }
    guard old[Payment.account] != row[Payment.account] else { return nil }
    return "\(lead) moves from account \(old[Payment.account]) to \(row[Payment.account])"
  }

  private func read(_ rows: (old: Row<Read>?, new: Row<Read>?)) -> String? {
    guard let old = rows.old, let row = rows.new, old[Read.state] != row[Read.state] else {
      return nil
    }
    return "read of meter \(row[Read.meter]) on \(row[Read.readOn])"
      + (row[Read.reading].map { ", \($0)," } ?? "")
      + " is \(row[Read.state].rawValue), was \(old[Read.state].rawValue)"
  }

  private func enrollment(
    _ rows: (old: Row<EFTEnrollment>?, new: Row<EFTEnrollment>?), _ change: RowChange
  ) -> String? {
    guard let row = rows.new else { return nil }
    let bank = "\(row[EFTEnrollment.type].rawValue) •••\(row[EFTEnrollment.lastFour])"
    let lead = "automatic payments for account \(row[EFTEnrollment.account]) from \(bank)"
    let state = row[EFTEnrollment.state].rawValue
    guard let old = rows.old else { return "\(lead): \(state)" }
    let known = [EFTEnrollment.state.info, EFTEnrollment.endsOn.info, EFTEnrollment.reason.info]
    guard old[EFTEnrollment.state] != row[EFTEnrollment.state], !change.changes(besides: known)
    else { return nil }
    return "\(lead): \(state), was \(old[EFTEnrollment.state].rawValue)"
      + (row[EFTEnrollment.endsOn].map { ", from \($0)" } ?? "")
      + (row[EFTEnrollment.reason].map { "; reason: \($0)" } ?? "")
  }
}
