package import Values

/// How rows come from a server: a short answer whole, others a block at a time.
extension PostgreSQLConnection {
  private static let firstBlock = 200
  private static let block = 2000

  package func each(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    guard statement.isShort else { return try each(once: statement.sql, arguments, body) }
    try settleBatch()
    _ = try lend(try finish(try send(statement, arguments)), to: body)
  }

  package func each(
    once sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    try settleBatch()
    let isOutermost = transaction == nil && openReadings == 0
    let arguments = try PostgreSQLArguments(arguments)
    cursorCount += 1
    let cursor = "c\(cursorCount)"
    openReadings += 1
    if isOutermost { try pipeline.send(once: "BEGIN ISOLATION LEVEL REPEATABLE READ") }
    defer {
      openReadings -= 1
      _ = try? pipeline.send(once: isOutermost ? "COMMIT" : "CLOSE \(cursor)")
      try? pipeline.synchronize()
    }
    try pipeline.send(
      once: "DECLARE \(cursor) NO SCROLL CURSOR FOR " + PostgreSQLText.numbered(sql), arguments)
    var size = Self.firstBlock
    var next = try pipeline.send(once: "FETCH \(size) FROM \(cursor)")
    while true {
      let rows = try finish(next)
      let isLast = rows.rowCount < size
      if !isLast {
        size = Self.block
        next = try pipeline.send(once: "FETCH \(size) FROM \(cursor)")
        try pipeline.synchronize()
      }
      guard try lend(rows, to: body), !isLast else { return }
    }
  }

  /// Answers false where the body wants no more.
  private func lend(
    _ rows: PostgreSQLResult, to body: (any BorrowedRow) throws -> Bool
  ) throws -> Bool {
    for index in 0..<rows.rowCount {
      rows.row = Int32(truncatingIfNeeded: index)
      if try !body(rows) { return false }
    }
    return true
  }
}
