@testable import Portal
import Accounts
import Glibc
import TestEngines
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("A connection that is lost in the commit", .needsPostgreSQL)
struct PostgreSQLLostConnectionTests {
  private let database: PostgreSQLDatabase
  private let office: Office

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    office = try database.office()
  }

  private func commit(through wire: CutWire, wait: Duration = .standardWait) throws -> Int64? {
    let store = try Store.open(
      try StoreLocation(database.address(socket: wire.folder)),
      clock: .fixed(try CivilDate("2026-03-10")), wait: wait)
    let change = try store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "customer add"))
    try change.perform(try Office.operation(AddCustomer.self, ["cid": "1", "name": "Ana"]))
    return try change.commit()
  }

  @Test("a change whose commit was carried out is known as committed")
  func committed() throws {
    let wire = try CutWire(to: database.cluster.folder, .afterCommit)
    #expect(try commit(through: wire) == 1)
    #expect(try database.psql("SELECT cid FROM ubadmin.customer") == "1")
  }

  @Test("a change whose commit never arrived is known as not committed")
  func notCommitted() throws {
    let wire = try CutWire(to: database.cluster.folder, .beforeCommit)
    let error = #expect(throws: StoreError.self) { try commit(through: wire) }
    #expect(error?.kind == .unavailable)
    #expect(error?.message.contains("nothing was changed") == true)
    #expect(try database.psql("SELECT count(*) FROM ubadmin.customer") == "0")
  }

  @Test(
    "where the server stays away, the words say that the outcome is not known, and where to look")
  func unknown() throws {
    let wire = try CutWire(to: database.cluster.folder, .afterCommitForGood)
    let error = #expect(throws: StoreError.self) {
      try commit(through: wire, wait: .milliseconds(100))
    }
    #expect(error?.kind == .outcomeUnknown)
    #expect(error?.remedy.contains("change show 1") == true)
  }
}

@Suite("A connection that is lost in the middle of a change", .needsPostgreSQL)
struct PostgreSQLEndedConnectionTests {
  private let database: PostgreSQLDatabase
  private let office: Office

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    office = try database.office()
  }

  private func beginChange() throws -> ChangeTransaction {
    let change = try office.store.beginChange(author)
    try change.perform(customer("1"))
    return change
  }

  private func customer(_ cid: String) throws -> AddCustomer {
    try Office.operation(AddCustomer.self, ["cid": cid, "name": "Ana"])
  }

  private func endConnections() throws {
    try database.psql("SELECT pg_terminate_backend(pid, 5000) FROM \(others)")
  }

  /// The other connections to the database.
  private var others: String {
    "pg_stat_activity WHERE datname = '\(database.name)' AND pid <> pg_backend_pid()"
  }

  private func waitUntilConnectionsEnd() throws {
    try database.psql(
      """
      DO $$ BEGIN
        FOR _ IN 1..1000 LOOP
          PERFORM pg_stat_clear_snapshot();
          EXIT WHEN NOT EXISTS (SELECT 1 FROM \(others));
          PERFORM pg_sleep(0.01);
        END LOOP;
      END $$
      """)
  }

  @Test("the next operation says so, nothing is half done, and work goes on")
  func operation() throws {
    let change = try beginChange()
    try endConnections()
    let second = try customer("2")
    let third = try customer("3")
    let error = #expect(throws: RuleError.self) {
      try change.perform(second)
      try change.perform(third)
    }
    guard case .store(let loss)? = error else { return #expect(Bool(false), "\(error as Any)") }
    #expect(loss.kind == .unavailable)
    #expect(loss.message.hasSuffix("nothing was changed"))
    try goOn(after: change)
  }

  @Test("a batch says so too")
  func batch() throws {
    let change = try beginChange()
    try endConnections()
    let batch = try (2...40).map { try customer("\($0)") }
    let error = #expect(throws: StoreError.self) { try change.perform(batch: batch) }
    #expect(error?.message.hasSuffix("nothing was changed") == true)
    try goOn(after: change)
  }

  @Test("and a commit for which nothing was sent yet")
  func commit() throws {
    let change = try beginChange()
    try endConnections()
    let error = #expect(throws: StoreError.self) { try change.commit() }
    #expect(error?.message.hasSuffix("nothing was changed") == true)
    try goOn(after: change)
  }

  @Test("one that waits longer than the server allows is ended, and the setting is named")
  func idle() throws {
    // Long enough for the statements of the change, one after the other, on a busy machine.
    try office.store.connection.script("SET idle_in_transaction_session_timeout = 1000")
    let change = try beginChange()
    try waitUntilConnectionsEnd()
    let error = #expect(throws: StoreError.self) { try change.commit() }
    #expect(error?.kind == .unavailable)
    #expect(error?.message.contains("(idle_in_transaction_session_timeout)") == true)
    #expect(error?.message.hasSuffix("nothing was changed") == true)
    try goOn(after: change)
  }

  private func goOn(after change: ChangeTransaction) throws {
    change.rollback()
    #expect(office.store.connection.isLost)
    try office.store.connection.reconnect()
    #expect(try office.store.verifyJournal().changes == 0)
    try office.run(AddCustomer.self, ["cid": "9", "name": "Bo"])
    #expect(try database.psql("SELECT cid FROM ubadmin.customer") == "9")
    #expect(try office.store.verifyJournal().fault == nil)
  }
}

/// A wire between a client and the tests' server that is cut once, at the first COMMIT.
private final class CutWire: Sendable {
  enum Moment {
    case beforeCommit, afterCommit, afterCommitForGood
  }

  let folder: String
  private let listener: Int32
  private let server: String
  private let moment: Moment

  init(to server: String, _ moment: Moment) throws {
    var template = Array("/tmp/ubadmin-wire-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TestFailure("cannot make a folder") }
    folder = String(cString: made)
    self.server = server
    self.moment = moment
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    let bound = Self.with(folder + Self.name) { bind(listener, $0, $1) }
    guard listener >= 0, bound == 0, listen(listener, 5) == 0 else {
      throw TestFailure("cannot listen")
    }
    _ = try RunningThread { [self] in serve() }
  }

  private static let name = "/.s.PGSQL.5432"

  private static func with(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private func serve() {
    var isCut = false
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      if isCut, moment == .afterCommitForGood {
        close(client)
        continue
      }
      let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      guard Self.with(server + Self.name, { connect(upstream, $0, $1) }) == 0 else { return }
      isCut = carry(client, upstream, mayCut: !isCut) || isCut
      close(client)
      close(upstream)
    }
  }

  /// Carries bytes both ways; answers whether the wire was cut.
  private func carry(_ client: Int32, _ upstream: Int32, mayCut: Bool) -> Bool {
    var ends = [
      pollfd(fd: client, events: Int16(POLLIN), revents: 0),
      pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
    ]
    var block = [UInt8](repeating: 0, count: 65_536)
    while poll(&ends, 2, -1) > 0 {
      for (from, to) in [(0, 1), (1, 0)] where ends[from].revents != 0 {
        let count = read(ends[from].fd, &block, block.count)
        guard count > 0 else { return false }
        let isCommit = from == 0 && mayCut && Self.holdsCommit(block[0..<count])
        if isCommit, moment == .beforeCommit { return true }
        guard write(ends[to].fd, block, count) == count else { return false }
        // The answer is read, so that the server is done, and not passed on.
        if isCommit { return read(upstream, &block, block.count) >= 0 }
      }
    }
    return false
  }

  private static func holdsCommit(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("COMMIT")
  }
}
