import Engines
import Values

/// Settles what comes after everything that is settled already, without starting over.
extension AccountSettling {
  /// Adds what is new and comes after all that is settled; answers the accounts for which that was
  /// enough.
  func settle(_ news: [AccountNews]) throws(StoreError) -> Set<AccountNumber> {
    guard !news.isEmpty else { return [] }
    let accounts = news.map(\.account)
    let ends = try rows.by(
      SettledAccount.account, accounts)
    let customers = try rows.by(
      AccountCustomer.account, accounts)
    let holders = customers.mapValues(AccountHolders.init)
    let events = try events(of: news, holders)
    let later = news.filter { one in
      guard let first = events[one.account]?.first?.place else { return false }
      return ends[one.account]?.first.map { SettlementPlace($0) < first } ?? true
    }
    guard !later.isEmpty else { return [] }
    let shares = try rows.by(
      BillShare.account, later.map(\.account), " AND open > 0 ORDER BY account, bill, number")
    let credits = try rows.by(
      PaymentApplication.account, later.map(\.account),
      " AND bill IS NULL AND to_on IS NULL ORDER BY account, number")
    var payments: [AccountNumber: [Row<Payment>]] = [:]
    try rows.each(
      by: Payment.payment,
      credits.values.flatMap { $0.compactMap { $0[PaymentApplication.payment] } }
    ) { payments[$0[Payment.account], default: []].append($0) }
    for account in later.map(\.account) {
      let end = ends[account]?.first
      let (open, credit) = (shares[account] ?? [], credits[account] ?? [])
      var settlement = AccountSettlement(
        account, holders[account] ?? AccountHolders([]), shares: open, credits: credit,
        payments: payments[account] ?? [], upTo: end.map(SettlementPlace.init),
        greatestNumber: end?[SettledAccount.applications] ?? 0)
      settlement.settle(events[account] ?? [])
      try add(settlement, to: open, credit, end)
    }
    return Set(later.map(\.account))
  }

  private func events(
    of news: [AccountNews], _ holders: [AccountNumber: AccountHolders]
  ) throws(StoreError) -> [AccountNumber: [SettlementEvent]] {
    var bills: [AccountNumber: [Row<Bill>]] = [:]
    var payments: [AccountNumber: [Row<Payment>]] = [:]
    try rows.each(by: Bill.bill, news.flatMap(\.bills)) { row in
      bills[row[Bill.account], default: []].append(row)
    }
    try rows.each(by: Payment.payment, news.flatMap(\.payments)) { row in
      payments[row[Payment.account], default: []].append(row)
    }
    let split = bills.filter { holders[$0.key].map { !$0.isOne } ?? false }
    let lines = try rows.lines(of: split.values.flatMap(\.self))
    var events: [AccountNumber: [SettlementEvent]] = [:]
    for one in news {
      events[one.account] = Self.events(
        holders[one.account] ?? AccountHolders([]), bills[one.account] ?? [], lines,
        payments[one.account] ?? [])
    }
    return events
  }

  private func add(
    _ new: AccountSettlement, to shares: [Row<BillShare>], _ credits: [Row<PaymentApplication>],
    _ end: Row<SettledAccount>?
  ) throws(StoreError) {
    for (index, share) in new.shares.enumerated() {
      if index >= shares.count {
        try writer.insert(BillShare.table, share.values)
      } else if share != shares[index] {
        try writer.write(
          RowChange(table: BillShare.table, before: shares[index].values, after: share.values))
      }
    }
    for (index, application) in new.applications.enumerated() {
      let isGone = application[PaymentApplication.amount] == .zero
      if index < credits.count {
        guard application != credits[index] else { continue }
        try writer.write(
          RowChange(
            table: PaymentApplication.table, before: credits[index].values,
            after: isGone ? nil : application.values))
      } else if !isGone {
        try writer.insert(PaymentApplication.table, application.values)
      }
    }
    try keepEnd(end, new)
  }
}
