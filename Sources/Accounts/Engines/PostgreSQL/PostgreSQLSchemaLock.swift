/// One process at a time brings the schema up to date: a step that makes tables cannot wait for the
/// lock of a table that may not be there yet.
extension PostgreSQLConnection {
  /// "ubad", as in the header of a store that is a file.
  package static let schemaLock = 0x7562_6164

  /// Waits as long as the session waits for any lock.
  package func lockSchema() throws(StoreError) {
    do throws(StoreError) {
      try parameters.telling(of: .writer(nil)) { () throws(StoreError) in
        try pipeline.execute("SELECT pg_advisory_lock(\(Self.schemaLock))")
      }
    } catch {
      guard error.kind == .busy else { throw error }
      throw StoreError(
        .busy, "another process is bringing the store in \(place) up to date",
        remedy: PostgreSQLFailure.busyRemedy)
    }
  }

  /// The lock ends with the connection at the latest.
  package func unlockSchema() {
    try? pipeline.execute("SELECT pg_advisory_unlock(\(Self.schemaLock))")
  }
}
