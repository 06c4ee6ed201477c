import Glibc
package import Values

/// A store in the schema `ubadmin` of a database on a server.
///
/// Statements go through one pipeline. Long results come through cursors, a block at a time with
/// the next one under way, so memory stays flat and a body may run statements of its own. One
/// writer at a time: it holds the lock of the empty table `writer`, taken before the snapshot of a
/// REPEATABLE READ transaction, so a writer sees all that those before it did and can lose nothing.
package final class PostgreSQLConnection: TransactionalConnection {
  package let dialect: any Dialect = PostgreSQLDialect()
  let parameters: PostgreSQLLogin
  /// Nil where the user may not see the schema, or there is none.
  package private(set) var login: ServerLogin?
  package private(set) var pipeline: PostgreSQLPipeline
  private let canceller: PostgreSQLCanceller
  private var prepared: Set<Int> = []
  /// Part of the names of prepared statements: after a failure all are prepared anew.
  private var generation = 0
  private(set) var transaction: Access?
  /// Readings outside any transaction that are under way: the outermost makes one for all.
  private var openReadings = 0
  private var cursorCount = 0
  /// Asked of the server when first a table holds secrets.
  private var readsSecrets: Bool?
  private var posted: [(request: PostgreSQLRequest, rows: Int?)] = []
  /// Rows that were sent in groups and are not known to be written yet.
  var batch: PostgreSQLBatch?

  private static let postedAtOnce = 1000
  private static let firstBlock = 200
  private static let block = 2000

  init(_ login: PostgreSQLLogin) throws(StoreError) {
    parameters = login
    pipeline = try login.connect()
    canceller = PostgreSQLCanceller(pipeline)
  }

  package var place: PostgreSQLPlace { pipeline.place }

  /// Asks the server whom it has authenticated, once there is a schema to have rights on.
  func identify() throws(StoreError) { login = try whoSignedIn() }

  // MARK: Statements

  @discardableResult
  package func run(_ statement: Statement, _ arguments: [Datum]) throws(StoreError) -> Int {
    try settleBatch()
    return try finish(try send(statement, arguments)).changedRows
  }

  /// The outcome is not waited for: an error shows as late as at the next statement that answers
  /// something, or at the commit.
  package func post(_ request: PostgreSQLRequest, rows: Int?) throws(StoreError) {
    posted.append((request, rows))
    guard posted.count % Self.postedAtOnce == 0 else { return }
    try pipeline.synchronize()
    // One block is answered while the next is made.
    guard posted.count > Self.postedAtOnce else { return }
    let older = posted[0..<Self.postedAtOnce]
    posted.removeFirst(Self.postedAtOnce)
    if let last = older.last { _ = try? pipeline.wait(for: last.request) }
    try check(older)
  }

  package func send(_ statement: Statement, _ arguments: [Datum]) throws(StoreError)
    -> PostgreSQLRequest
  {
    let arguments = try PostgreSQLArguments(arguments)
    let name = "s\(generation)_\(statement.id)"
    if prepared.insert(statement.id).inserted {
      // An error in the text shows at its first use; then it is not prepared.
      let sql = try text(of: statement)
      posted.append((try pipeline.prepare(name, PostgreSQLText.numbered(sql)), nil))
    }
    return try pipeline.send(prepared: name, arguments)
  }

  private func text(of statement: Statement) throws(StoreError) -> String {
    guard let withoutSecrets = statement.withoutSecrets else { return statement.sql }
    let reads = if let readsSecrets { readsSecrets } else { try mayReadSecrets() }
    readsSecrets = reads
    return reads ? statement.sql : withoutSecrets
  }

  /// Waits for a statement and all those before it; the first that failed is told.
  package func finish(_ request: PostgreSQLRequest) throws(StoreError) -> PostgreSQLResult {
    let outcome = Result { () throws(StoreError) in try pipeline.wait(for: request) }
    try checkPosted()
    return try outcome.get()
  }

  /// Waits for all that was sent.
  func confirm() throws(StoreError) {
    try pipeline.settle()
    try checkPosted()
  }

  private func checkPosted() throws(StoreError) {
    guard !posted.isEmpty else { return }
    let answered = posted[...]
    posted.removeAll(keepingCapacity: true)
    try check(answered)
  }

  private func check(_ answered: ArraySlice<(request: PostgreSQLRequest, rows: Int?)>)
    throws(StoreError)
  {
    for (request, rows) in answered {
      do throws(StoreError) {
        let result = try request.outcome?.get()
        if let rows, let result, result.changedRows != rows { throw Self.moved }
      } catch {
        forgetPrepared()
        throw error
      }
    }
  }

  /// What was to be prepared together with a statement that failed may never have been.
  private func forgetPrepared() {
    prepared.removeAll()
    generation += 1
  }

  package func script(_ sql: String) throws(StoreError) {
    try settleBatch()
    try confirm()
    try pipeline.execute(sql)
  }

  // MARK: Rows

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

  // MARK: Transactions

  package func begin(_ access: Access) throws(StoreError) {
    guard transaction == nil, openReadings == 0 else {
      throw StoreError(.defect, "a transaction was begun inside another")
    }
    if access == .read {
      try pipeline.send(once: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    } else {
      try beginWriting()
    }
    transaction = access
  }

  /// None of the three statements takes a snapshot: the first one after the lock does.
  private func beginWriting() throws(StoreError) {
    try pipeline.send(once: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE")
    try pipeline.send(once: "SET LOCAL lock_timeout = \(max(1, parameters.milliseconds))")
    let lock = try pipeline.send(once: "LOCK TABLE writer IN EXCLUSIVE MODE")
    do throws(StoreError) {
      _ = try finish(lock)
    } catch {
      _ = try? pipeline.send(once: "ROLLBACK")
      try? pipeline.settle()
      guard error.kind == .busy else { throw error }
      throw StoreError(
        .busy, "the store is busy (held by \(PostgreSQLLockHolder.describe(self)))",
        remedy: PostgreSQLFailure.busyRemedy)
    }
  }

  package func beginLookingBack() throws(StoreError) {
    guard transaction == nil, openReadings == 0 else {
      throw StoreError(.defect, "a transaction was begun inside another")
    }
    _ = try finish(
      try pipeline.send(once: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"))
    transaction = .read
    _ = try finish(try pipeline.send(once: "SET LOCAL search_path = pg_temp, ubadmin"))
  }

  package func forgetStatements() throws(StoreError) {
    try settleBatch()
    try confirm()
    forgetPrepared()
  }

  package func commit() throws(StoreError) {
    try settleBatch()
    try confirm()
    let isWriting = transaction == .write
    transaction = nil
    let request = try pipeline.send(once: "COMMIT")
    do throws(StoreError) {
      let tag = try finish(request).commandTag
      guard tag == "COMMIT" else {
        throw StoreError(.defect, "PostgreSQL rolled the change back").endingTheChange
      }
    } catch {
      guard isWriting, !pipeline.isAlive else { throw error }
      throw StoreError(.outcomeUnknown, error.message, remedy: error.remedy)
    }
  }

  package func rollback() {
    batch = nil
    posted.removeAll()
    guard transaction != nil else { return }
    transaction = nil
    forgetPrepared()
    guard pipeline.isAlive else { return }
    // An interrupt that comes late can hit the first attempt.
    for _ in 1...3 {
      guard let request = try? pipeline.send(once: "ROLLBACK") else { return }
      try? pipeline.settle()
      guard case .failure(let error)? = request.outcome, error.kind == .interrupted else { return }
    }
  }

  package var isLost: Bool { !pipeline.isAlive }

  /// A server that starts again needs a moment: it is waited for as long as for another writer.
  package func reconnect() throws(StoreError) {
    transaction = nil
    openReadings = 0
    batch = nil
    posted.removeAll()
    prepared.removeAll()
    let end = ContinuousClock.now + parameters.wait
    while true {
      do throws(StoreError) {
        pipeline = try parameters.connect()
        canceller.aim(at: pipeline)
        return
      } catch {
        guard error.kind == .unavailable, ContinuousClock.now < end else { throw error }
        usleep(50_000)
      }
    }
  }

  package func interrupt() { canceller.cancel() }
}
