import Glibc

/// A connection in libpq's pipeline mode: statements are sent without waiting for the answers of
/// those before them, and answers come in order.
@safe
package final class PostgreSQLPipeline {
  let libpq: Libpq
  let handle: Libpq.Handle
  package let place: PostgreSQLPlace
  /// Cancels the statements of this connection.
  var canceller: PostgreSQLCanceller?
  private var sent: [PostgreSQLRequest] = []
  private var answered = 0
  private var isSynchronized = true
  private static let keptAnswers = 16
  /// Why the statements up to the next synchronization are not carried out.
  private var fault: StoreError?
  /// The last error that did not follow from another; one that nobody asked about may have ended the transaction.
  private var lastError: StoreError?
  /// The server has said that it ends the connection, which the library learns only later.
  private var isEnded = false

  /// Takes over a connection; it is closed with the pipeline.
  init(_ handle: Libpq.Handle, _ libpq: Libpq) throws(StoreError) {
    self.libpq = libpq
    unsafe self.handle = handle
    place = unsafe PostgreSQLPlace(handle, libpq)
    guard unsafe libpq.setNonBlocking(handle, 1) == 0, unsafe libpq.enterPipeline(handle) == 1
    else {
      throw lost()
    }
  }

  deinit {
    unsafe libpq.finish(handle)
  }

  /// Statements whose answers are kept; for tests.
  var keptCount: Int { sent.count }

  var isAlive: Bool { unsafe !isEnded && libpq.status(handle) == LibpqStatus.connected }

  /// In a transaction that an error has ended, that error: the server only says that there was one.
  func storeError(of result: Libpq.Handle) -> StoreError {
    let error = unsafe PostgreSQLFailure.describe(
      result, place, libpq, isCancelled: canceller?.hasCancelled ?? false)
    if unsafe PostgreSQLFailure.followsAnother(result, libpq), let lastError {
      return lastError.endingTheChange
    }
    lastError = error
    return error
  }

  func lost() -> StoreError {
    let words = unsafe libpq.errorMessage(handle).map { unsafe String(cString: $0) } ?? ""
    return PostgreSQLFailure.lost(place, words.isEmpty ? "no reason was given" : words)
  }

  // MARK: Sending

  @discardableResult
  package func send(once sql: String, _ arguments: PostgreSQLArguments = PostgreSQLArguments())
    throws(StoreError) -> PostgreSQLRequest
  {
    let code = unsafe arguments.withPointers { pointers in
      unsafe libpq.sendParameters(handle, sql, Int32(arguments.count), nil, pointers, nil, nil, 0)
    }
    return try queue(code)
  }

  @discardableResult
  package func prepare(_ name: String, _ sql: String) throws(StoreError) -> PostgreSQLRequest {
    try unsafe queue(libpq.sendPrepare(handle, name, sql, 0, nil))
  }

  /// Asks for the columns of what was prepared.
  package func describe(_ name: String) throws(StoreError) -> PostgreSQLRequest {
    try unsafe queue(libpq.sendDescribe(handle, name))
  }

  @discardableResult
  package func send(prepared name: String, _ arguments: PostgreSQLArguments) throws(StoreError)
    -> PostgreSQLRequest
  {
    let code = unsafe arguments.withPointers { pointers in
      unsafe libpq.sendPrepared(handle, name, Int32(arguments.count), pointers, nil, nil, 0)
    }
    return try queue(code)
  }

  private func queue(_ code: Int32) throws(StoreError) -> PostgreSQLRequest {
    guard code == 1 else { throw lost() }
    let request = PostgreSQLRequest()
    sent.append(request)
    isSynchronized = false
    return request
  }

  /// Ends what belongs together: an error before it does not touch what comes after it.
  func synchronize() throws(StoreError) {
    guard !isSynchronized else { return }
    guard unsafe libpq.pipelineSync(handle) == 1 else { throw lost() }
    sent.append(PostgreSQLRequest(isSynchronization: true))
    isSynchronized = true
    try flush()
  }

  /// Sends everything, so that the server begins. Meanwhile it may wait for this program to read.
  func flush() throws(StoreError) {
    while true {
      switch unsafe libpq.flush(handle) {
      case 0: return
      case 1:
        var descriptor = unsafe pollfd(
          fd: libpq.socket(handle), events: Int16(POLLIN | POLLOUT), revents: 0)
        guard unsafe poll(&descriptor, 1, -1) >= 0 || errno == EINTR else { throw lost() }
        if Int32(descriptor.revents) & POLLIN != 0, unsafe libpq.consumeInput(handle) == 0 {
          throw lost()
        }
      default: throw lost()
      }
    }
  }

  // MARK: Receiving

  func wait(for request: PostgreSQLRequest) throws(StoreError) -> PostgreSQLResult {
    try synchronize()
    while request.outcome == nil { try receive() }
    guard let outcome = request.outcome else { throw lost() }
    return try outcome.get()
  }

  /// Waits until every statement that was sent is answered.
  func settle() throws(StoreError) {
    try synchronize()
    while answered < sent.count { try receive() }
  }

  private func receive() throws(StoreError) {
    guard answered < sent.count else { throw lost() }
    let request = sent[answered]
    let result = unsafe libpq.result(handle)
    if !isAlive {
      unsafe libpq.clear(result)
      throw abandon()
    }
    answered += 1
    // Answers are dropped even if statements are always waiting.
    if answered == sent.count || answered >= Self.keptAnswers {
      sent.removeFirst(answered)
      answered = 0
    }
    guard let result = unsafe result else {
      request.end(.failure(StoreError(.defect, "PostgreSQL: an answer is missing")))
      return
    }
    if request.isSynchronization {
      unsafe libpq.clear(result)
      fault = nil
      return
    }
    unsafe request.end(outcome(of: result))
    // The answers to one statement end with nothing.
    while let further = unsafe libpq.result(handle) { unsafe libpq.clear(further) }
  }

  private func outcome(of result: Libpq.Handle) -> Result<PostgreSQLResult, StoreError> {
    switch unsafe libpq.resultStatus(result) {
    case LibpqStatus.commandDone, LibpqStatus.rows:
      return unsafe .success(PostgreSQLResult(result, libpq))
    case LibpqStatus.aborted:
      unsafe libpq.clear(result)
      return .failure(fault ?? StoreError(.defect, "PostgreSQL: the pipeline was aborted"))
    default:
      let failure = unsafe storeError(of: result)
      unsafe libpq.clear(result)
      fault = failure
      isEnded = isEnded || failure.kind == .unavailable
      return .failure(failure)
    }
  }

  /// Nothing more comes: every statement that waits has failed.
  private func abandon() -> StoreError {
    let failure = lost()
    for request in sent[answered...] { request.end(.failure(failure)) }
    sent.removeAll()
    answered = 0
    isSynchronized = true
    return failure
  }
}
