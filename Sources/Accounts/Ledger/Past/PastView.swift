import Engines
import Values

/// Makes a store look as it did after an earlier change, within one transaction: what later changes
/// wrote is taken back in temporary views, and the tables stay as they are.
struct PastView {
  let connection: any TransactionalConnection
  private let writer: UnjournaledRows
  private var accounts: Set<AccountNumber> = []
  private var dialect: any Dialect { connection.dialect }

  init(_ connection: any TransactionalConnection) {
    self.connection = connection
    writer = UnjournaledRows(connection)
  }

  mutating func make(after change: Int64, _ goOn: () throws(StoreError) -> Void) throws {
    let past = try rows(after: change, goOn)
    for table in past.tables {
      try goOn()
      try standIn(for: table, past)
    }
    // The accounts are settled from the rows that now stand in.
    try settle(goOn)
    try derive(past)
    try endJournal(after: change)
    try connection.forgetStatements()
  }

  private func rows(
    after change: Int64, _ goOn: () throws(StoreError) -> Void
  ) throws -> PastRows {
    var past = PastRows()
    var count = 0
    try JournalLine.each(after: change, on: connection) { line in
      try past.add(line)
      count += 1
      if count & 0xFFF == 0 { try goOn() }
    }
    return past
  }

  private mutating func standIn(for table: Table, _ past: PastRows) throws {
    guard let view = PastTable.all[table.name] else { return }
    try connection.script(view.make(dialect))
    for key in try past.keys(of: table) { try writer.insert(view.keys, key) }
    try writer.flush()
    var current: [[Datum]] = []
    try connection.each(once: view.current(dialect), []) { row in
      current.append(row.values(table.columns.count))
      return true
    }
    let rows = try past.rows(of: table, from: current)
    for row in rows { try writer.insert(view.rows, row) }
    try writer.flush()
    if let account = Self.accountColumn(of: table) {
      for row in current + rows { accounts.insert(AccountNumber(row[account])) }
    }
    try connection.script(view.standIn(dialect))
  }

  /// Who owes what of an account follows from these tables.
  private static func accountColumn(of table: Table) -> Int? {
    if table === Bill.table { return Bill.account.index }
    if table === Payment.table { return Payment.account.index }
    return table === AccountCustomer.table ? AccountCustomer.account.index : nil
  }

  private func settle(_ goOn: () throws(StoreError) -> Void) throws {
    guard !accounts.isEmpty else { return }
    let tables = PastTable.settled.compactMap { PastTable.all[$0.table.name] }
    for view in tables { try connection.script(view.make(dialect)) }
    let settling = AccountSettling(connection)
    let all = accounts.sorted { $0.text < $1.text }
    for some in all.chunks(of: KeyPage.count) {
      try goOn()
      for settlement in try settling.settlements(of: Array(some)) {
        for view in tables { try writer.insert(view.keys, [settlement.account.datum]) }
        try insert(settlement.shares.map(\.values), into: BillShare.table)
        try insert(settlement.applied.map(\.values), into: PaymentApplication.table)
        try insert(settlement.end.map { [$0.values] } ?? [], into: SettledAccount.table)
      }
      try writer.flush()
    }
    for view in tables { try connection.script(view.standIn(dialect)) }
  }

  private func insert(_ rows: [[Datum]], into table: Table) throws(StoreError) {
    guard let view = PastTable.all[table.name] else { return }
    for row in rows { try writer.insert(view.rows, row) }
  }

  /// Totals are summed when they are asked for, where what moves consumption between them was written.
  private func derive(_ past: PastRows) throws(StoreError) {
    if past.touches(DeliveryPreference.table) || past.touches(DeliveryEvent.table) {
      try connection.script(
        "CREATE TEMPORARY VIEW bounced_delivery AS \(BouncedDelivery.rows())")
    }
    let isTouched =
      past.touches(Consumption.table) || past.touches(AccountCustomer.table)
      || MovedServices.columns.contains { past.touches($0.table, $0.columns) }
    guard isTouched else { return }
    for table in TotalsStatements.tables {
      try connection.script(
        "CREATE TEMPORARY VIEW \(table.name) AS \(TotalsSQL.rows(of: table))")
    }
  }

  private func endJournal(after change: Int64) throws(StoreError) {
    for table in Journal.tableNames {
      try connection.script(
        "CREATE TEMPORARY VIEW \(table) AS SELECT * FROM \(dialect.storedSchema).\(table) "
          + "WHERE change <= \(change)")
    }
  }
}
