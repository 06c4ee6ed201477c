import Engines
import Values

/// Keeps the shares and applications of accounts in step with their bills, payments and customers.
/// It must be in a transaction that writes.
struct AccountSettling {
  let connection: any Connection
  let rows: KeyedRows
  let writer: UnjournaledRows

  init(_ connection: any Connection) {
    self.connection = connection
    rows = KeyedRows(connection)
    writer = UnjournaledRows(connection)
  }

  /// Settles every account from its beginning.
  func settleAll() throws(StoreError) {
    var pages = rows.pages(of: Account.account)
    while let accounts = try pages.next() { try settle(whole: accounts) }
    try writer.flush()
  }

  /// Settles from their beginning those that a query gives.
  func settle(accountsOf query: String) throws(StoreError) {
    let accounts = try connection.all(Statement(query)) { AccountNumber($0.datum(0)) }
    for page in accounts.chunks(of: KeyPage.count) { try settle(whole: Array(page)) }
    try writer.flush()
  }

  /// Settles those that a change has touched.
  func settle(_ touched: TouchedAccounts) throws(StoreError) {
    for accounts in touched.pages(of: KeyPage.count) {
      let news = accounts.compactMap { touched.news(of: $0) }
      let added = try settle(news)
      try settle(whole: accounts.filter { !added.contains($0) })
    }
    try writer.flush()
  }

  private func settle(whole accounts: [AccountNumber]) throws(StoreError) {
    guard !accounts.isEmpty else { return }
    let old = try known(accounts)
    for settlement in try settlements(of: accounts) {
      try replace(old, settlement)
    }
  }

  /// The accounts as they should be settled, computed from their beginning.
  func settlements(of accounts: [AccountNumber]) throws(StoreError) -> [AccountSettlement] {
    let customers = try rows.by(
      AccountCustomer.account, accounts)
    return try settlements(of: accounts, customers.mapValues(AccountHolders.init))
  }

  func settlements(
    of accounts: [AccountNumber], _ holders: [AccountNumber: AccountHolders]
  ) throws(StoreError) -> [AccountSettlement] {
    let bills = try rows.by(Bill.account, accounts)
    let payments = try rows.by(Payment.account, accounts)
    let split = bills.filter { holders[$0.key].map { !$0.isOne } ?? false }
    let lines = try rows.lines(of: split.values.flatMap(\.self))
    return accounts.map { account in
      let holders = holders[account] ?? AccountHolders([])
      var settlement = AccountSettlement(account, holders)
      settlement.settle(
        Self.events(holders, bills[account] ?? [], lines, payments[account] ?? []))
      return settlement
    }
  }

  static func events(
    _ holders: AccountHolders, _ bills: [Row<Bill>], _ lines: [BillNumber: [Row<BillLine>]],
    _ payments: [Row<Payment>]
  ) -> [SettlementEvent] {
    let split = BillSplit(holders: holders)
    var events: [SettlementEvent] = []
    for bill in bills {
      let voided = bill[Bill.voidedOn]
      // One that was voided by its own day was never owed.
      if let voided, voided <= bill[Bill.billedOn] { continue }
      events.append(
        SettlementEvent(kind: .bill(split.shares(of: bill, lines[bill[Bill.bill]] ?? []))))
      if voided != nil { events.append(SettlementEvent(kind: .void(bill))) }
    }
    for payment in payments {
      let reversed = payment[Payment.reversedOn]
      // One that was reversed on its own day never counted.
      if reversed == payment[Payment.postedOn] { continue }
      events.append(SettlementEvent(kind: .payment(payment)))
      if reversed != nil { events.append(SettlementEvent(kind: .reversal(payment))) }
    }
    return events.map { ($0.place, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What is stored of accounts.
  struct Known {
    let shares: [AccountNumber: [Row<BillShare>]]
    let applications: [AccountNumber: [Row<PaymentApplication>]]
    let ends: [AccountNumber: [Row<SettledAccount>]]
  }

  func known(_ accounts: [AccountNumber]) throws(StoreError) -> Known {
    Known(
      shares: try rows.by(
        BillShare.account, accounts),
      applications: try rows.by(
        PaymentApplication.account, accounts),
      ends: try rows.by(
        SettledAccount.account, accounts))
  }

  private func replace(_ old: Known, _ new: AccountSettlement) throws(StoreError) {
    let account = new.account
    try replace(old.shares[account] ?? [], by: new.shares)
    try replace(old.applications[account] ?? [], by: new.applied)
    try keepEnd(old.ends[account]?.first, new)
  }

  /// Writes where they differ: most rows of an account stay when one of its bills or payments goes.
  private func replace<E: Entity>(_ old: [Row<E>], by new: [Row<E>]) throws(StoreError) {
    var gone = Dictionary(old.map { (E.key(of: $0), $0) }) { first, _ in first }
    for row in new {
      let before = gone.removeValue(forKey: E.key(of: row))
      guard before != row else { continue }
      try writer.write(RowChange(table: E.table, before: before?.values, after: row.values))
    }
    for row in gone.values {
      try writer.write(RowChange(table: E.table, before: row.values, after: nil))
    }
  }

  func keepEnd(
    _ old: Row<SettledAccount>?, _ new: AccountSettlement
  ) throws(StoreError) {
    let end = new.end
    guard old != end else { return }
    try writer.write(
      RowChange(table: SettledAccount.table, before: old?.values, after: end?.values))
  }
}

extension AccountSettlement {
  /// Applications with an amount.
  var applied: [Row<PaymentApplication>] {
    applications.filter { $0[PaymentApplication.amount] > .zero }
  }

  /// Up to where it is settled; nil if nothing happened.
  var end: Row<SettledAccount>? {
    guard let last else { return nil }
    var row = Row<SettledAccount>()
    row[SettledAccount.account] = account
    row[SettledAccount.lastOn] = last.day
    row[SettledAccount.lastRank] = last.rank
    row[SettledAccount.lastKey] = last.key
    row[SettledAccount.applications] = greatestNumber
    return row
  }
}

extension Entity {
  fileprivate static func key(of row: Row<Self>) -> ArraySlice<Datum> {
    row.values[0..<table.keyCount]
  }
}
