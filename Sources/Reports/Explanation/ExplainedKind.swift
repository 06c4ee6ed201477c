package import Accounts

/// The records that can be explained.
package enum ExplainedKind: String, CaseIterable, Sendable {
  case user, account, meter, bill, payment

  package var record: NoteKind {
    switch self {
    case .user: .user
    case .account: .account
    case .meter: .meter
    case .bill: .bill
    case .payment: .payment
    }
  }
}

extension Page {
  /// Why a record is as it is: one line for each fact.
  /// - Parameter key: as a note about the record keeps it.
  package static func explanation(
    of kind: ExplainedKind, _ key: String, on store: Store
  ) throws -> Page {
    let (day, dialect) = (store.today, store.dialect)
    let money = FactsOfMoney(day: day, dialect: dialect)
    let facts =
      switch kind {
      case .account:
        FactsOfAccount(account: AccountNumber(trusted: key), day: day, dialect: dialect).all
      case .meter: FactsOfMeter(meter: MeterSerial(trusted: key), day: day, dialect: dialect).all
      case .bill: money.bill(BillNumber(trusted: key))
      case .payment: money.payment(Int64(key) ?? 0)
      case .user: [Fact]()
      }
    return Page(
      title: "Why \(kind.rawValue) \(key) is as it is",
      sections: [
        .fields([
          PageField("kind", label: "Kind", .text(kind.rawValue)),
          PageField("record", label: "Record", .text(key)),
        ]),
        .table(try store.table("facts", title: "Facts", .facts(facts))),
      ])
  }
}
