import Engines
import Synchronization
import Values

/// The statements that keep the totals, made once.
struct TotalsStatements: Sendable {
  private static let some = " WHERE service IN (\(KeyPage.marks))"
  static let takeServices = Statement(
    TotalsSQL.adding(TotalsSQL.sums(of: TotalsSQL.stored(some), sign: "-")))
  static let addServices = Statement(TotalsSQL.adding(TotalsSQL.sums(of: TotalsSQL.stored(some))))
  static let dropEmpty = Statement("DELETE FROM consumption_total WHERE reads = 0")

  let addRows: RowsAdded

  static func of(_ dialect: any Dialect) -> TotalsStatements {
    dialect.dateType == "date" ? server : file
  }

  private static let server = TotalsStatements(addRows: RowsAdded("date"))
  private static let file = TotalsStatements(addRows: RowsAdded("TEXT"))

  /// Rows of consumption given as arguments, in statements of a few sizes.
  struct RowsAdded: Sendable {
    private let sizes: [(count: Int, statement: Statement)]

    fileprivate init(_ dateType: String) {
      let types = ["BIGINT", dateType, "TEXT", "BOOLEAN", "BIGINT", "BIGINT", "BIGINT"]
      let row = "(" + types.map { "CAST(? AS \($0))" }.joined(separator: ", ") + ")"
      sizes = [KeyPage.count, 16, 1].map { count in
        let source =
          "SELECT column1 AS service, column2 AS to_on, column3 AS unit, column4 AS estimated, "
          + "column5 AS quantity, column6 AS days, column7 AS reads FROM (VALUES "
          + Array(repeating: row, count: count).joined(separator: ", ") + ") v"
        return (count, Statement(TotalsSQL.adding(TotalsSQL.sums(of: source))))
      }
    }

    func run(_ rows: [[Datum]], on connection: any Connection) throws(StoreError) {
      var rest = rows[...]
      while !rest.isEmpty {
        guard let (count, statement) = sizes.first(where: { $0.count <= rest.count }) else {
          return
        }
        let some = rest.prefix(count)
        rest = rest.dropFirst(count)
        _ = try connection.run(statement, some.flatMap(\.self))
      }
    }
  }
}
