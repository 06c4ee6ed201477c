import Engines
import Values

/// The statements that keep the totals, made once.
enum TotalsStatements {
  /// Every table of totals.
  static let tables = [
    ConsumptionTotal.table, ConsumptionByDay.table, ConsumptionByMonth.table,
    ConsumptionByClass.table, ConsumptionByYear.table, ConsumptionByService.table,
  ]

  /// The consumption of a page of services, with all that a total is kept by.
  static let ofServices = Statement(
    TotalsSQL.details(of: TotalsSQL.stored(" WHERE service IN (\(KeyPage.marks))")))
  static let dropEmpty = tables.map { Statement("DELETE FROM \($0.name) WHERE reads = 0") }
  static let dropAll = tables.map { Statement("DELETE FROM \($0.name)") }

  /// Adds rows to a table of totals.
  static func adding(to table: Table) -> PagedStatement? { addings[table.name] }

  private static let addings = Dictionary(
    uniqueKeysWithValues: tables.map { table in
      (table.name, PagedStatement { TotalsSQL.adding(to: table, rows: $0) })
    })

  /// Rows of consumption that are given as arguments, with all that a total is kept by.
  static func ofRows(_ dialect: any Dialect) -> PagedStatement {
    dialect.dateType == "date" ? ofRowsOnServer : ofRowsInFile
  }

  /// Where the consumption of a page of services belongs.
  static func places(_ dialect: any Dialect) -> Statement {
    dialect.dateType == "date" ? placesOnServer : placesInFile
  }

  private static let placesOnServer = places(dateType: "date")
  private static let placesInFile = places(dateType: "TEXT")

  private static func places(dateType: String) -> Statement {
    Statement(TotalsSQL.places(dateType: dateType, "s.service IN (\(KeyPage.marks))"))
  }

  private static let ofRowsOnServer = ofRows(dateType: "date")
  private static let ofRowsInFile = ofRows(dateType: "TEXT")

  private static func ofRows(dateType: String) -> PagedStatement {
    let types = ["BIGINT", dateType, "TEXT", "TEXT", "BOOLEAN", "BIGINT", "BIGINT", "BIGINT"]
    let row = "(" + types.map { "CAST(? AS \($0))" }.joined(separator: ", ") + ")"
    let names = ["service", "to_on", "meter", "unit", "estimated", "quantity", "days", "reads"]
    let columns = names.enumerated().map { "column\($0.offset + 1) AS \($0.element)" }
    return PagedStatement { count in
      TotalsSQL.details(
        of: "SELECT \(columns.joined(separator: ", ")) FROM (VALUES "
          + Array(repeating: row, count: count).joined(separator: ", ") + ") v")
    }
  }
}

/// One statement for rows given as arguments, in a few sizes.
struct PagedStatement: Sendable {
  private let sizes: [(count: Int, statement: Statement)]

  /// - Parameter sql: for a number of rows.
  init(_ sql: (Int) -> String) {
    sizes = [KeyPage.count, 16, 1].map { ($0, Statement(sql($0))) }
  }

  func run(_ rows: [[Datum]], on connection: any Connection) throws(StoreError) {
    try eachPage(rows) { (statement, arguments) throws(StoreError) in
      _ = try connection.run(statement, arguments)
    }
  }

  /// - Parameter count: of columns of the answers.
  func read(
    _ rows: [[Datum]], columns count: Int, on connection: any Connection,
    _ body: ([Datum]) -> Void
  ) throws(StoreError) {
    try eachPage(rows) { (statement, arguments) throws(StoreError) in
      try connection.read(statement, arguments) { row in
        body(row.values(count))
        return true
      }
    }
  }

  private func eachPage(
    _ rows: [[Datum]], _ body: (Statement, [Datum]) throws(StoreError) -> Void
  ) throws(StoreError) {
    var rest = rows[...]
    while !rest.isEmpty {
      guard let (count, statement) = sizes.first(where: { $0.count <= rest.count }) else { return }
      try body(statement, rest.prefix(count).flatMap(\.self))
      rest = rest.dropFirst(count)
    }
  }
}
