import Glibc

/// How a session with a server begins.
package struct PostgreSQLLogin: Sendable {
  /// A URL or `service=NAME`; passwords come from libpq's own places.
  let conninfo: String
  let access: Access
  /// How long to wait for the server, and for another writer.
  var wait: Duration
  /// Where connections come from and go to; nil where each is made and closed.
  let connections: KeptConnections?
  private let watcher: StoreWait

  package init(
    conninfo: String, access: Access, wait: Duration, connections: KeptConnections? = nil,
    watcher: StoreWait = .ofProcess
  ) {
    self.conninfo = conninfo
    self.access = access
    self.wait = wait
    self.connections = connections
    self.watcher = watcher
  }

  private static let oldestServer: Int32 = 130_000

  /// Text as bytes order it, dates in ISO, times in UTC, and no table but the store's by accident.
  private static let session = """
    SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; \
    SET standard_conforming_strings = on; SET search_path = ubadmin, pg_temp; \
    SET client_min_messages = warning; SET cursor_tuple_fraction = 1; SET jit = off
    """

  func connect() throws(StoreError) -> PostgreSQLPipeline {
    try telling(of: .server) { () throws(StoreError) in
      try connect(unless: watcher.asksToStop)
    }
  }

  /// Announces what is waited for, unless the login does not wait.
  func telling<Value>(
    of what: WaitedFor, _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    guard wait > .zero else { return try body() }
    watcher.begin(what)
    defer { watcher.end() }
    return try body()
  }

  func connect(unless asksToStop: () -> Bool) throws(StoreError) -> PostgreSQLPipeline {
    while let kept = connections?.take(conninfo) {
      // The server may have ended it.
      if (try? kept.execute(settings)) != nil { return kept }
    }
    let hint = Self.hadPassword ? "PGPASSWORD is not used, as others could see it; " : ""
    let libpq = try Libpq.shared()
    let attempt = PostgreSQLAttempt(libpq, words)
    guard let handle = unsafe try attempt.handle(unless: asksToStop) else {
      throw StoreError(.unavailable, "cannot connect to the server: out of memory")
    }
    guard unsafe libpq.status(handle) == LibpqStatus.connected else {
      let words = unsafe libpq.errorMessage(handle).map { unsafe String(cString: $0) } ?? ""
      unsafe libpq.finish(handle)
      throw StoreError(
        .unavailable, "cannot connect to the store: \(PostgreSQLFailure.oneLine(words))",
        remedy: "check host, port, user and database; \(hint)passwords are read from ~/.pgpass")
    }
    _ = unsafe libpq.setNoticeProcessor(handle, { _, _ in }, nil)
    guard unsafe libpq.serverVersion(handle) >= Self.oldestServer else {
      unsafe libpq.finish(handle)
      throw StoreError(
        .unavailable, "the server is older than PostgreSQL 13", remedy: "use a later server")
    }
    let pipeline = try unsafe PostgreSQLPipeline(handle, libpq)
    try pipeline.execute(settings)
    return pipeline
  }

  private var settings: String {
    let mode = access == .read ? "; SET default_transaction_read_only = on" : ""
    return Self.session + "; " + patience + mode
  }

  /// A reader waits for whoever holds a table as long as a writer does.
  var patience: String { "SET lock_timeout = \(max(1, milliseconds))" }

  /// Whether PGPASSWORD was set. It is removed when this is first read, as libpq would use it.
  private static let hadPassword: Bool = {
    let wasSet = unsafe getenv("PGPASSWORD") != nil
    unsafe unsetenv("PGPASSWORD")
    return wasSet
  }()

  private var words: [(name: String, value: String)] {
    // What is before dbname is a default, which the text of dbname overrides.
    var words = [(name: "fallback_application_name", value: "ubadmin on \(Self.machine())")]
    if unsafe getenv("PGCONNECT_TIMEOUT") == nil {
      words.append(("connect_timeout", String(max(2, wait.components.seconds))))
    }
    words.append(("dbname", conninfo))
    words.append(("client_encoding", "UTF8"))
    return words
  }

  private static func machine() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "an unnamed machine" }
    return unsafe name.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe String(cString: $0) } ?? ""
    }
  }

  package var milliseconds: Int64 { wait.milliseconds }
}
