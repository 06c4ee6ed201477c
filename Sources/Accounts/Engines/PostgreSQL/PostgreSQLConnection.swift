import Glibc
package import Values

/// A store in the schema `ubadmin` of a database on a server.
///
/// Statements go through one pipeline. Long results come through cursors, a block at a time with
/// the next one under way, so memory stays flat and a body may run its own statements. One
/// writer at a time: it holds the lock of the empty table `writer`, taken before the snapshot of a
/// REPEATABLE READ transaction, so a writer sees all that those before it did and can lose nothing.
package final class PostgreSQLConnection: TransactionalConnection {
  package let dialect: any Dialect = PostgreSQLDialect()
  private(set) var parameters: PostgreSQLLogin
  /// Nil if the user may not see the schema, or there is none.
  package private(set) var login: ServerLogin?
  package private(set) var pipeline: PostgreSQLPipeline
  private let canceller: PostgreSQLCanceller
  private var prepared: Set<Int> = []
  /// Part of the names of prepared statements: after a failure all are prepared again.
  private var generation = 0
  var transaction: Access?
  /// Readings outside any transaction that are under way: the outermost makes one for all.
  var openReadings = 0
  var cursorCount = 0
  /// Asked of the server when first a table holds secrets.
  private var readsSecrets: Bool?
  private var posted: [(request: PostgreSQLRequest, rows: Int?)] = []
  /// Rows that were sent in groups and are not known to be written yet.
  var batch: PostgreSQLBatch?

  private static let postedAtOnce = 1000

  init(_ login: PostgreSQLLogin) throws(StoreError) {
    parameters = login
    pipeline = try login.connect()
    canceller = PostgreSQLCanceller(pipeline)
    pipeline.canceller = canceller
  }

  deinit {
    guard let connections = parameters.connections, transaction == nil, !isLost,
      !canceller.hasCancelled
    else { return }
    connections.put(back: pipeline, parameters.conninfo)
  }

  package var place: PostgreSQLPlace { pipeline.place }

  /// Asks the server whom it has authenticated, once there is a schema to have rights on.
  func identify() throws(StoreError) { login = try whoSignedIn() }

  package func renewLogin() throws(StoreError) {
    guard let found = try whoSignedIn() else {
      throw StoreError(
        .notPermitted,
        "\(place.user) is not permitted to use the store in the database \(place)",
        remedy: "ask its administrator for a role, e.g. \(Role.clerk.grant(to: place.user))")
    }
    login = found
  }

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

  /// For statements whose outcome is not needed.
  func dropPosted() { posted.removeAll() }

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
  func forgetPrepared() {
    prepared.removeAll()
    generation += 1
  }

  package func forgetStatements() throws(StoreError) {
    try settleBatch()
    try confirm()
    forgetPrepared()
  }

  package func script(_ sql: String) throws(StoreError) {
    try settleBatch()
    try confirm()
    try pipeline.execute(sql)
  }

  package var isLost: Bool { !pipeline.isAlive }

  /// A server that starts again needs a moment: it is waited for as long as for another writer.
  package func reconnect(unless asksToStop: () -> Bool) throws(StoreError) {
    transaction = nil
    openReadings = 0
    batch = nil
    dropPosted()
    prepared.removeAll()
    try parameters.telling(of: .server) { () throws(StoreError) in
      try connectAgain(unless: asksToStop)
    }
  }

  private func connectAgain(unless asksToStop: () -> Bool) throws(StoreError) {
    let end = ContinuousClock.now + parameters.wait
    while true {
      do throws(StoreError) {
        pipeline = try parameters.connect(unless: asksToStop)
        canceller.aim(at: pipeline)
        pipeline.canceller = canceller
        return
      } catch {
        if asksToStop() { throw StoreError.interrupted }
        guard error.kind == .unavailable, ContinuousClock.now < end else { throw error }
        usleep(50_000)
      }
    }
  }

  package func use(wait: Duration) throws(StoreError) {
    guard wait != parameters.wait, transaction == nil else { return }
    parameters.wait = wait
    if !isLost { try script(parameters.patience) }
  }

  package func interrupt() { canceller.cancel() }
}
