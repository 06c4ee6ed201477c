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
    let request =
      statement.isPlannedAnew
      ? try pipeline.send(
        once: PostgreSQLText.numbered(statement.sql), PostgreSQLArguments(arguments))
      : try send(statement, arguments)
    _ = try lend(try finish(request), to: body)
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
    var isWhole = false
    defer {
      openReadings -= 1
      _ = try? pipeline.send(once: isOutermost ? "COMMIT" : "CLOSE \(cursor)")
      // The program may end before the server has sent a block that is no longer needed.
      if isWhole || !isOutermost { try? pipeline.synchronize() } else { try? pipeline.settle() }
    }
    try pipeline.send(
      once: "DECLARE \(cursor) NO SCROLL CURSOR FOR " + PostgreSQLText.numbered(sql), arguments)
    // Many lists need only the first block.
    let first = try finish(try pipeline.send(once: "FETCH \(Self.firstBlock) FROM \(cursor)"))
    isWhole = first.rowCount < Self.firstBlock
    guard try lend(first, to: body), !isWhole else { return }
    var next = try pipeline.send(once: "FETCH \(Self.block) FROM \(cursor)")
    while !isWhole {
      let rows = try finish(next)
      isWhole = rows.rowCount < Self.block
      if !isWhole {
        next = try pipeline.send(once: "FETCH \(Self.block) FROM \(cursor)")
        try pipeline.synchronize()
      }
      guard try lend(rows, to: body) else { return }
    }
  }

  /// Answers false if the body wants no more rows.
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
