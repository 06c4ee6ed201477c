import Engines
import Values

/// Who owes what, against what the bills, payments and responsible customers give.
extension Store {
  func checkSettlements(
    of accounts: [AccountNumber], _ holders: [AccountNumber: AccountHolders],
    _ tell: (Finding) throws -> Void
  ) throws {
    let settling = AccountSettling(connection)
    let known = try settling.known(accounts)
    for right in try settling.settlements(of: accounts, holders) where !known.says(right) {
      try tell(
        Finding(
          rule: .settlement, severity: .error, record: "account \(right.account)",
          what: "who owes what does not agree with its bills and payments",
          remedy: "run \(run: "ubadmin change verify", options: ["rows": nil]): no row may "
            + "come from outside; then run "
            + "\(run: "ubadmin store check", options: ["rebuild": "settlement"])"))
    }
  }

  /// Recalculates who owes what, for every account; the journal has who asked for it.
  package func rebuildSettlements(by author: Author) throws {
    try rebuild(by: author) { try $0.settleAllAccounts() }
  }

  /// Recalculates all consumption totals and what bounced; the journal has who asked for it.
  package func rebuildTotals(by author: Author) throws {
    try rebuild(by: author) { change in
      try change.sumAllConsumption()
      try change.findAllBounces()
    }
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
  /// The numbers of the applications do not matter.
  fileprivate func says(_ right: AccountSettlement) -> Bool {
    var (stored, computed) = (RowsFingerprint(), RowsFingerprint())
    for share in shares[right.account] ?? [] { stored.add(share) }
    for share in right.shares { computed.add(share) }
    let number = PaymentApplication.number.index
    for row in applications[right.account] ?? [] { stored.add(row, but: number) }
    for row in right.applied { computed.add(row, but: number) }
    return stored == computed
  }
}

/// A fingerprint of rows that does not depend on their order; two that differ look alike by chance
/// once in 2^64 times.
private struct RowsFingerprint: Equatable {
  private var sum: UInt64 = 0

  mutating func add<E>(_ row: Row<E>, but column: Int? = nil) {
    var hasher = Hasher()
    for (index, value) in row.values.enumerated() where index != column { hasher.combine(value) }
    // Never zero, so that each row counts.
    sum &+= UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }
}
