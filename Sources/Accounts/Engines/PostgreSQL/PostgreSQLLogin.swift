import Glibc

/// How a session with a server begins.
package struct PostgreSQLLogin: Sendable {
  /// A URL or `service=NAME`; passwords come from libpq's own places.
  let conninfo: String
  let access: Access
  /// How long to wait for the server, and for another writer.
  let wait: Duration

  package init(conninfo: String, access: Access, wait: Duration) {
    self.conninfo = conninfo
    self.access = access
    self.wait = wait
  }

  private static let oldestServer: Int32 = 130_000

  /// Text as bytes order it, dates in ISO, times in UTC, and no table but the store's by accident.
  private static let session = """
    SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; \
    SET standard_conforming_strings = on; SET search_path = ubadmin, pg_temp; \
    SET client_min_messages = warning; SET cursor_tuple_fraction = 1; SET jit = off
    """

  func connect() throws(StoreError) -> PostgreSQLPipeline {
    let libpq = try Libpq.shared()
    guard let handle = open(libpq) else {
      throw StoreError(.unavailable, "cannot connect to the server: out of memory")
    }
    guard libpq.status(handle) == LibpqStatus.connected else {
      let words = libpq.errorMessage(handle).map { String(cString: $0) } ?? ""
      libpq.finish(handle)
      throw StoreError(
        .unavailable, "cannot connect to the store: \(PostgreSQLFailure.oneLine(words))",
        remedy: "check host, port, user and database; passwords are read from ~/.pgpass")
    }
    _ = libpq.setNoticeProcessor(handle, { _, _ in }, nil)
    guard libpq.serverVersion(handle) >= Self.oldestServer else {
      libpq.finish(handle)
      throw StoreError(
        .unavailable, "the server is older than PostgreSQL 13", remedy: "use a later server")
    }
    let pipeline = try PostgreSQLPipeline(handle, libpq)
    let mode = access == .read ? "; SET default_transaction_read_only = on" : ""
    // A reader waits for whoever holds a table as long as a writer does.
    let patience = "; SET lock_timeout = \(max(1, milliseconds))"
    try pipeline.execute(Self.session + patience + mode)
    return pipeline
  }

  private func open(_ libpq: Libpq) -> Libpq.Handle? {
    // What stands before dbname is a default, which the text of dbname overrides.
    var words = [("fallback_application_name", "ubadmin on \(Self.machine())")]
    if getenv("PGCONNECT_TIMEOUT") == nil {
      words.append(("connect_timeout", String(max(2, wait.components.seconds))))
    }
    words.append(("dbname", conninfo))
    words.append(("client_encoding", "UTF8"))
    let names = words.map { strdup($0.0) }
    let values = words.map { strdup($0.1) }
    defer { for text in names + values { free(text) } }
    let nameList = names.map { UnsafePointer($0) } + [nil]
    let valueList = values.map { UnsafePointer($0) } + [nil]
    return libpq.connect(nameList, valueList, 1)
  }

  private static func machine() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "an unnamed machine" }
    return name.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  package var milliseconds: Int64 { wait.milliseconds }
}
