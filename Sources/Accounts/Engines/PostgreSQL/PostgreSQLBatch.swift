package import Values

/// Rows that were sent in groups; kept until it is known that they are written.
struct PostgreSQLBatch {
  let changes: [RowChange]
  package let lines: [RowChange]
  let requests: [(request: PostgreSQLRequest, rows: Int)]
}

extension PostgreSQLConnection: BatchConnection {
  package var batchSize: Int { 1000 }
  /// Up to here each row's own prepared statement is faster.
  private static let fewRows = 8
  private static let savepoint = "batch"

  package func write(_ changes: [RowChange], journal: () -> [RowChange]) throws(StoreError) {
    try settleBatch()
    guard changes.count > Self.fewRows else {
      for change in changes { try post(change) }
      for line in journal() { try post(line) }
      return
    }
    try pipeline.send(once: "SAVEPOINT \(Self.savepoint)")
    var requests = try send(PostgreSQLRowGroup.groups(of: changes))
    // The server writes the rows while their lines are made.
    try pipeline.flush()
    let lines = journal()
    requests += try send(PostgreSQLRowGroup.groups(of: lines))
    try pipeline.send(once: "RELEASE SAVEPOINT \(Self.savepoint)")
    try pipeline.synchronize()
    batch = PostgreSQLBatch(changes: changes, lines: lines, requests: requests)
  }

  private func send(
    _ groups: [PostgreSQLRowGroup]
  ) throws(StoreError) -> [(request: PostgreSQLRequest, rows: Int)] {
    var requests: [(request: PostgreSQLRequest, rows: Int)] = []
    for group in groups {
      requests.append((try pipeline.send(once: group.sql, try group.arguments()), group.count))
    }
    return requests
  }

  /// Waits for the groups that are under way. A constraint may have refused only the order that
  /// the groups have, so then the rows are written one by one in the order in which they were made.
  func settleBatch() throws(StoreError) {
    guard let batch else { return }
    self.batch = nil
    do throws(StoreError) {
      for (request, rows) in batch.requests {
        let result = try pipeline.wait(for: request)
        guard result.changedRows == rows else { throw Self.moved }
      }
    } catch {
      try confirm()
      guard error.kind == .constraint || error.kind == .taken else { throw error }
      try pipeline.send(once: "ROLLBACK TO SAVEPOINT \(Self.savepoint)")
      for change in batch.changes { try post(change) }
      for line in batch.lines { try post(line) }
      try confirm()
    }
  }

  private func post(_ change: RowChange) throws(StoreError) {
    guard let (statement, arguments) = change.statement else { return }
    try post(try send(statement, arguments), rows: 1)
  }

  /// Happens only if somebody writes without the writer's lock.
  static let moved = StoreError(
    .conflict,
    "a row was changed by somebody else while it was being changed here; "
      + "nothing was changed", remedy: "run the command again")
}

extension PostgreSQLConnection {
  package func fetch(_ questions: [RowQuestion]) throws(StoreError) -> [[[[Datum]]]] {
    try settleBatch()
    var answers = questions.map { question in
      [[[Datum]]](repeating: [], count: question.queries.count)
    }
    var asked: [(request: PostgreSQLRequest, question: Int, queries: [Int])] = []
    for (index, question) in questions.enumerated() {
      let byStatement = Dictionary(grouping: question.queries.indices) {
        question.queries[$0].statement.id
      }
      for queries in byStatement.values {
        let isInIndexOrder = question.queries[queries[0]].shape.isInIndexOrder
        // The server's statistics are from before the change, so it would rather sort the few rows
        // that it expects.
        if isInIndexOrder { try pipeline.send(once: "SET LOCAL enable_sort = off") }
        let request = try ask(queries.map { question.queries[$0] }, limit: question.limit)
        if isInIndexOrder { try pipeline.send(once: "SET LOCAL enable_sort = on") }
        asked.append((request, index, queries))
      }
    }
    for (request, question, queries) in asked {
      let rows = try finish(request)
      let count = questions[question].queries[queries[0]].shape.columnCount
      for row in 0..<rows.rowCount {
        rows.row = Int32(truncatingIfNeeded: row)
        // The first column tells which of the queries the row answers.
        let query = queries[Int(rows.integer(0)) - 1]
        answers[question][query].append(rows.values(count, from: 1))
      }
    }
    return answers
  }

  /// Queries by one statement become one: the statement is joined to the list of their arguments.
  private func ask(_ queries: [RowQuery], limit: Int?) throws(StoreError) -> PostgreSQLRequest {
    let shape = queries[0].shape
    let types = shape.argumentTypes
    var next = 0
    let inner = PostgreSQLText.replacing(marksIn: queries[0].statement.sql) {
      defer { next += 1 }
      return next < types.count ? "k.a\(next)" : String(limit ?? 0)
    }
    guard !types.isEmpty else {
      return try pipeline.send(once: "SELECT 1, r.* FROM (\(inner)) r")
    }
    // Each query is answered by itself, as a join would compare each with all rows of its record.
    let alone = shape.hasLimit ? "" : " OFFSET 0"
    var arguments = PostgreSQLArguments()
    for index in types.indices {
      try arguments.append(array: queries) { $0.arguments[index] }
    }
    let names = types.indices.map { "a\($0)" }.joined(separator: ", ")
    return try pipeline.send(
      once: "SELECT k.n, r.* FROM \(PostgreSQLText.arrays(of: types)) WITH ORDINALITY "
        + "AS k(\(names), n) CROSS JOIN LATERAL (\(inner)\(alone)) r", arguments)
  }
}
