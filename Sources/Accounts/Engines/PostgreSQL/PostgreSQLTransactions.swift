/// How a transaction on a server begins and ends.
extension PostgreSQLConnection {
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
      _ = try parameters.telling(of: .writer(nil)) { () throws(StoreError) in try finish(lock) }
    } catch {
      _ = try? pipeline.send(once: "ROLLBACK")
      try? pipeline.settle()
      guard error.kind == .busy else { throw error }
      throw StoreError(
        .busy, "the store is busy (held by \(PostgreSQLLockHolder.describe(self)))",
        remedy: PostgreSQLFailure.busyRemedy)
    }
  }

  package func preferIndexes() throws(StoreError) {
    try pipeline.send(once: "SET LOCAL enable_seqscan = off")
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
    dropPosted()
    guard transaction != nil else { return }
    transaction = nil
    forgetPrepared()
    guard pipeline.isAlive else { return }
    // An interrupt that comes late can hit the first attempt.
    for _ in 1...3 {
      guard let request = try? pipeline.send(once: "ROLLBACK") else { return }
      try? pipeline.settle()
      guard case .failure(let error)? = request.outcome,
        error.kind == .interrupted || error.kind == .stopped
      else { return }
    }
  }
}
