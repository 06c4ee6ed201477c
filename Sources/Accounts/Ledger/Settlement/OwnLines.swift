package import Engines
package import Values

extension Books {
  /// The part of each line of a bill that some of its customers owe, by number; lines of which they owe nothing are
  /// left out.
  package func lines(
    of bill: Row<Bill>, owedBy cids: Set<CustomerID>
  ) throws(RuleError) -> [(number: Int64, amount: Money)] {
    let people = try rows(AccountCustomer.ofAccount, bill[Bill.account])
    let split = BillSplit(holders: AccountHolders(people))
    var owed: [(number: Int64, amount: Money)] = []
    for line in try rows(BillLine.ofBill, bill[Bill.bill]) {
      let own = split.parts(of: line, in: bill).filter { part in
        part.cid.map { cids.contains($0) } ?? false
      }
      guard !own.isEmpty else { continue }
      owed.append((line[BillLine.number], own.reduce(Money.zero) { $0 + $1.amount }))
    }
    return owed
  }
}
