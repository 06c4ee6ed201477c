import Engines
import Ledger
import Values

/// When bill delivery passes from one customer of an account to the next.
extension Books {
  /// The first day after a day on which a customer who is new moves in, while one of those who are responsible on
  /// the day has left. Payers live elsewhere.
  func nextHandover(
    of account: AccountNumber, after day: CivilDate
  ) throws(RuleError) -> CivilDate? {
    let responsible = try rows(AccountCustomer.inForce, account, onOrAfter: day).filter {
      $0[AccountCustomer.role] != .payer && !$0.days.isEmpty
    }
    let present = responsible.filter { $0.days.contains(day) }
    guard let left = present.compactMap({ $0[AccountCustomer.toOn] }).min() else { return nil }
    let cids = Set(present.map { $0[AccountCustomer.cid] })
    return responsible.filter {
      $0[AccountCustomer.fromOn] >= left && !cids.contains($0[AccountCustomer.cid])
    }.map { $0[AccountCustomer.fromOn] }.min()
  }
}
