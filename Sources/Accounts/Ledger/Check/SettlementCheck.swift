import Engines
import Values

/// Who owes what, against what the bills, payments and responsible customers give.
extension Store {
  func checkSettlements(_ tell: (Finding) throws -> Void) throws {
    let rows = KeyedRows(connection)
    let settling = AccountSettling(connection)
    var last: AccountNumber?
    while true {
      try goOn()
      let accounts = try rows.keys(of: Account.account, after: last)
      guard let end = accounts.last else { return }
      last = end
      let known = try settling.known(accounts)
      for right in try settling.settlements(of: accounts) where !known.says(right) {
        try tell(
          Finding(
            rule: .settlement, severity: .error, record: "account \(right.account)",
            what: "who owes what does not follow from its bills and payments",
            remedy: "run `ubadmin store check --rebuild settlement`"))
      }
    }
  }

  /// Works out anew who owes what, for every account; the journal has who asked for it.
  package func rebuildSettlements(by author: Author) throws {
    try rebuild(by: author) { try $0.settleAllAccounts() }
  }

  /// Sums all consumption anew; the journal has who asked for it.
  package func rebuildTotals(by author: Author) throws {
    try rebuild(by: author) { try $0.sumAllConsumption() }
  }

  private func rebuild(by author: Author, _ body: (ChangeTransaction) throws -> Void) throws {
    try change(by: author) { change in
      try change.openJournal()
      try body(change)
      return .commit(())
    }
  }
}

extension AccountSettling.Known {
  /// The numbers of the applications tell nothing.
  fileprivate func says(_ right: AccountSettlement) -> Bool {
    let shares = (shares[right.account] ?? []).sorted { $0.isDue(before: $1) }
    guard shares == right.shares.sorted(by: { $0.isDue(before: $1) }) else { return false }
    return Self.bag(applications[right.account] ?? []) == Self.bag(right.applied)
  }

  private static func bag(_ rows: [Row<PaymentApplication>]) -> [[Datum]: Int] {
    var bag: [[Datum]: Int] = [:]
    for row in rows {
      var values = row.values
      values.remove(at: PaymentApplication.number.index)
      bag[values, default: 0] += 1
    }
    return bag
  }
}
