/// A frozen step of the schema. The texts know no type of the program, so that a store made years
/// ago comes to the same schema as a new one. Written in the SQL that the engines share; words in
/// braces are the engine's own: {date}, {timestamp}, {boolean}, {true}, {false}, {position} (where a
/// text stands in another), and how a table is kept: {table} by its integer key, {clustered} in the
/// order of its primary key.
struct Migration: Sendable {
  let name: String
  let sql: String
  /// Whether its tables follow from others: they are not copied, but made again.
  let isDerived: Bool

  /// A query for the accounts whose debts are recalculated. Only the last migration of the
  /// tables of shares may have one: rows are written as this program knows them.
  let accountsToSettle: String?

  init(name: String, sql: String, isDerived: Bool = false, accountsToSettle: String? = nil) {
    self.name = name
    self.sql = sql
    self.accountsToSettle = accountsToSettle
    self.isDerived = isDerived
  }

  /// Every table that the steps make, each after those it refers to, but what is derived.
  static let tables: [String] = ([table] + all.filter { !$0.isDerived }.map(\.sql)).flatMap { sql in
    sql.replacing("IF NOT EXISTS ", with: "")
      .split(separator: "CREATE TABLE ", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != " " })
      }
  }
}
