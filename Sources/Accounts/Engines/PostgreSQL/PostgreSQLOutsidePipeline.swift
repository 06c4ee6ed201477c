/// Statements that do not go through the pipeline.
extension PostgreSQLPipeline {
  /// What cannot go through the pipeline: several statements at once, and COPY.
  func outside<T>(_ body: (Libpq.Handle) throws(StoreError) -> T) throws(StoreError) -> T {
    try settle()
    guard unsafe libpq.exitPipeline(handle) == 1, unsafe libpq.setNonBlocking(handle, 0) == 0 else {
      throw lost()
    }
    let outcome = Result { () throws(StoreError) in try unsafe body(handle) }
    guard isAlive, unsafe libpq.setNonBlocking(handle, 1) == 0,
      unsafe libpq.enterPipeline(handle) == 1
    else {
      throw lost()
    }
    return try outcome.get()
  }

  /// Runs one or several statements without arguments.
  func execute(_ sql: String) throws(StoreError) {
    try unsafe outside { (handle) throws(StoreError) in
      guard let result = unsafe libpq.execute(handle, sql) else { throw lost() }
      defer { unsafe libpq.clear(result) }
      switch unsafe libpq.resultStatus(result) {
      case LibpqStatus.commandDone, LibpqStatus.rows: return
      default: throw unsafe isAlive ? storeError(of: result) : lost()
      }
    }
  }
}
