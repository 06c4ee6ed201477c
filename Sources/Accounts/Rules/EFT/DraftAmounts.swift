package import Engines
package import Ledger
package import Values

extension Books {
  /// Whose bills an enrollment pays: those of the customer who holds the account, where the bank
  /// account's owner is responsible next to them; else the owner's own.
  func debtor(of row: Row<EFTEnrollment>, on day: CivilDate) throws(RuleError) -> CustomerID {
    let cid = row[EFTEnrollment.cid]
    guard try isOwnerResponsible(in: row, on: day) else { return cid }
    return try debtor(of: row[EFTEnrollment.account], on: day) ?? cid
  }

  /// Whether the bank account's owner is responsible for the account on a day.
  package func isOwnerResponsible(
    in row: Row<EFTEnrollment>, on day: CivilDate
  ) throws(RuleError) -> Bool {
    try rows(AccountCustomer.ofAccount, row[EFTEnrollment.account]).contains {
      $0[AccountCustomer.cid] == row[EFTEnrollment.cid] && $0.days.contains(day)
    }
  }

  /// The open amount of the bills whose draft day is today or past.
  func amountDrafted(for row: Row<EFTEnrollment>, on day: CivilDate) throws(RuleError) -> Money {
    try draftsToCome(for: row, on: day).filter { $0.on <= day }.reduce(.zero) { $0 + $1.open }
  }

  /// What is open of each bill, and its draft day.
  func draftsToCome(
    for row: Row<EFTEnrollment>, on day: CivilDate
  ) throws(RuleError) -> [(on: CivilDate, open: Money)] {
    let ledger = Ledger(
      asOf: day, of: row[EFTEnrollment.account],
      .customer(try debtor(of: row, on: day)), dialect: dialect
    ).bills
    var drafts: [(on: CivilDate, open: Money)] = []
    try each(
      sql: "SELECT billed_on, due_on, open FROM \(ledger.sql) b WHERE open > 0",
      ledger.arguments
    ) { bill in
      let draftOn = row.draftDay(
        billedOn: CivilDate(bill.datum(0)), dueOn: CivilDate(bill.datum(1)))
      drafts.append((draftOn, Money(units: bill.integer(2))))
      return true
    }
    return drafts
  }
}

extension Row<EFTEnrollment> {
  /// The first draft day from the bill's date on, or the due date.
  package func draftDay(billedOn: CivilDate, dueOn: CivilDate) -> CivilDate {
    guard let wanted = self[EFTEnrollment.draftDay].map({ Int($0.value) }) else { return dueOn }
    let (year, month, day) = billedOn.parts
    let this = CivilDate(year: year, month: month, day: wanted) ?? dueOn
    return wanted >= day ? this : this.adding(months: 1)
  }
}
