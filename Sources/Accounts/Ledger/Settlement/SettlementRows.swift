import Engines
import Synchronization
import Values

/// Rows of many accounts at once, by account.
struct SettlementRows {
  private let connection: any Connection

  /// Accounts that are read together.
  static let together = KeyPage.count

  init(_ connection: any Connection) { self.connection = connection }

  /// - Parameter more: a further condition, without arguments.
  func rows<E: Entity>(
    _ entity: E.Type, of accounts: [AccountNumber], by column: Column<E, AccountNumber>,
    _ more: String = ""
  ) throws(StoreError) -> [AccountNumber: [Row<E>]] {
    var found: [AccountNumber: [Row<E>]] = [:]
    try each(
      entity, "\(column.name) IN (\(KeyPage.marks))\(more)", KeyPage.padded(accounts.map(\.datum))
    ) { row in found[row[column], default: []].append(row) }
    return found
  }

  /// Rows by their keys, some hundred at a time.
  func rows<E: Entity, Key: DatumValue>(
    _ entity: E.Type, by column: Column<E, Key>, _ keys: [Key], _ body: (Row<E>) -> Void
  ) throws(StoreError) {
    var rest = keys[...]
    while !rest.isEmpty {
      let some = rest.prefix(Self.together)
      rest = rest.dropFirst(some.count)
      try each(
        entity, "\(column.name) IN (\(KeyPage.marks))", KeyPage.padded(some.map(\.datum)), body)
    }
  }

  /// Lines of the bills of the accounts, by bill.
  func lines(of bills: [Row<Bill>]) throws(StoreError) -> [BillNumber: [Row<BillLine>]] {
    var found: [BillNumber: [Row<BillLine>]] = [:]
    try rows(BillLine.self, by: BillLine.bill, bills.map { $0[Bill.bill] }) { line in
      found[line[BillLine.bill], default: []].append(line)
    }
    return found.mapValues { $0.sorted { $0[BillLine.number] < $1[BillLine.number] } }
  }

  /// Accounts after another, in order; empty at the end.
  func accounts(after last: AccountNumber?) throws(StoreError) -> [AccountNumber] {
    var accounts: [AccountNumber] = []
    try read(
      "SELECT account FROM account WHERE account > ? ORDER BY account LIMIT \(Self.together)",
      [last?.datum ?? .text("")]
    ) { accounts.append(AccountNumber($0.datum(0))) }
    if let last, let end = accounts.last, end <= last {
      throw .disordered(Account.table.name, end.datum, after: last.datum)
    }
    return accounts
  }

  private func each<E: Entity>(
    _ entity: E.Type, _ condition: String, _ arguments: [Datum], _ body: (Row<E>) -> Void
  ) throws(StoreError) {
    let columns = E.table.columns
    let sql =
      "SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(E.table.name) WHERE \(condition)"
    try read(sql, arguments) { body(Row(values: $0.values(columns.count))) }
  }

  private func read(
    _ sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) -> Void
  ) throws(StoreError) {
    try connection.read(Self.statement(sql), arguments) { row in
      body(row)
      return true
    }
  }

  /// There are about ten of them, each compiled once for a connection.
  private static func statement(_ sql: String) -> Statement {
    statements.withLock { known in
      if let statement = known[sql] { return statement }
      let statement = Statement(sql)
      known[sql] = statement
      return statement
    }
  }

  private static let statements = Mutex<[String: Statement]>([:])
}
