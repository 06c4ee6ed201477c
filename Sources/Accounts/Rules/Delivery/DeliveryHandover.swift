import Engines
import Ledger
import Values

/// When bill delivery passes from one customer of an account to the next.
extension Books {
  /// The first day on which a new customer moves in after one of those who are responsible on a day has left.
  /// Payers live elsewhere.
  func nextHandover(
    of account: AccountNumber, after day: CivilDate
  ) throws(RuleError) -> CivilDate? {
    let responsible = try rows(AccountCustomer.inForce, account, onOrAfter: day).filter {
      $0[AccountCustomer.role] != .payer && !$0.days.isEmpty
    }
    let cids = Set(responsible.filter { $0.days.contains(day) }.map { $0[AccountCustomer.cid] })
    let ends = cids.compactMap { cid in
      end(of: responsible.filter { $0[AccountCustomer.cid] == cid }, after: day)
    }
    guard let left = ends.min() else { return nil }
    return responsible.filter {
      $0[AccountCustomer.fromOn] >= left && !cids.contains($0[AccountCustomer.cid])
    }.map { $0[AccountCustomer.fromOn] }.min()
  }

  /// The day on which one customer leaves; nil if the customer stays. A change of role is no gap.
  private func end(of rows: [Row<AccountCustomer>], after day: CivilDate) -> CivilDate? {
    var end = day
    for row in rows.sorted(by: { $0[AccountCustomer.fromOn] < $1[AccountCustomer.fromOn] })
    where row[AccountCustomer.fromOn] <= end {
      guard let toOn = row[AccountCustomer.toOn] else { return nil }
      end = max(end, toOn)
    }
    return end
  }
}
