/// A frozen step of the schema. The texts know no type of the program, so that a store made years
/// ago comes to the same schema as a new one. Written in the SQL that the engines share; words in
/// braces are the engine's own: {date}, {timestamp}, {boolean}, {true}, {false}, and how a table is
/// kept: {table} by its integer key, {clustered} in the order of its primary key.
struct Migration: Sendable {
  let name: String
  let sql: String

  /// In the order in which they are applied; never changed, only added to.
  static let all: [Migration] = [
    .accounts, .serviceTypes,
    .bills, .eft, .portalUsers, .mail,
    .delivery, .operators, .serviceDesk, .requests, .notes, .journalOfRecords,
  ]

  /// Every table that the steps make, each after those it refers to.
  static let tables: [String] = ([table] + all.map(\.sql)).flatMap { sql in
    sql.replacing("IF NOT EXISTS ", with: "")
      .split(separator: "CREATE TABLE ", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != " " })
      }
  }
}
