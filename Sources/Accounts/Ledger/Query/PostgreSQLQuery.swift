import Engines

/// A user's SQL on a server: a function runs it with the rights of a role that may select
/// from views alone, within a read-only transaction and a time.
final class PostgreSQLQueryConnection: QueryConnection {
  let tellsNumbersFromTexts = false
  private let connection: PostgreSQLConnection
  private let bounds: QueryBounds
  private let schema: PostgreSQLQueryViews
  private var types: [String] = []

  init(_ connection: PostgreSQLConnection, _ bounds: QueryBounds) throws(StoreError) {
    self.connection = connection
    self.bounds = bounds
    schema = bounds.reveals ? .revealed : .masked
    let found = try connection.finish(
      try connection.pipeline.send(
        once: "SELECT to_regprocedure('\(schema.name).run(text)') IS NOT NULL "
          + "AND to_regprocedure('\(schema.name).money(bigint)') IS NOT NULL"))
    guard found.integer(0) == 1 else {
      throw StoreError(
        .unavailable, "the views for queries are not set up on this server",
        remedy: "ask the store's owner to run `ubadmin store migrate`, which says what is missing")
    }
    try connection.pipeline.send(
      once: "SET LOCAL statement_timeout = \(bounds.limit.milliseconds)")
    // A client that was killed leaves no query behind.
    try connection.pipeline.send(
      once: "SELECT set_config('client_connection_check_interval', '2s', true) "
        + "WHERE current_setting('server_version_num')::integer >= 140000")
    // A server may be set to take a backslash in a text for an escape.
    try connection.pipeline.send(once: "SET LOCAL standard_conforming_strings = on")
    try connection.pipeline.send(once: "SET LOCAL search_path = \(schema.searchPath)")
  }

  /// The server reads the text and does not run it: nothing of it is called.
  func names(of sql: String) throws(StoreError) -> [String] {
    let sql = PostgreSQLMoneyCall.typed(sql)
    try PostgreSQLQueryText(sql).check()
    let read = try connection.pipeline.prepare("", "SELECT * FROM (\(sql)\n) AS answer")
    let told = try connection.pipeline.describe("")
    _ = try connection.finish(read)
    let answer = try connection.finish(told)
    let numbers = answer.types.map(String.init).joined(separator: ",")
    let names = try connection.finish(
      try connection.pipeline.send(
        once: "SELECT format_type(type, -1) FROM unnest('{\(numbers)}'::oid[]) "
          + "WITH ORDINALITY AS column_types (type, place) ORDER BY place"))
    types = (0..<names.rowCount).map { row in
      names.row = Int32(truncatingIfNeeded: row)
      return String(decoding: names.text(0), as: UTF8.self)
    }
    guard types.count == answer.count, !types.isEmpty else { throw .notAQuery }
    guard !types.contains("money") else {
      throw StoreError(
        .badQuery, "a query cannot use the server's type money",
        remedy: "money(CENTS) gives the amount in dollars, e.g. money(total) of bill")
    }
    return answer.names
  }

  func sortTerms(_ column: String, at index: Int, isName: Bool) -> [String] {
    isName && types.indices.contains(index) && types[index] == "text"
      ? ["folded_name(\(column))", column] : [column]
  }

  func each(_ sql: String, _ body: (any BorrowedRow) throws -> Bool) throws {
    // The text may choose and order columns: its own are asked for again.
    _ = try names(of: sql)
    let columns = types.enumerated().map { "c\($0) \($1)" }.joined(separator: ", ")
    do {
      try connection.each(
        once: "SELECT * FROM \(schema.name).run(?) AS answer (\(columns))",
        [.text(PostgreSQLMoneyCall.typed(sql))], body)
    } catch let error as StoreError
      where [.stopped, .interrupted].contains(error.kind) && !bounds.asksToStop()
    {
      throw bounds.tooLong
    }
  }
}
