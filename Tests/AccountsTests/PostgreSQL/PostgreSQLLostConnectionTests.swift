import Glibc
import Testing

@testable import Accounts

@Suite("A connection that is lost in the commit", .needsPostgreSQL)
struct PostgreSQLLostConnectionTests {
  private let database: PostgreSQLDatabase
  private let office: Office

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabase()
    office = try database.office()
  }

  private func commit(through wire: CutWire) throws -> Int64? {
    let store = try Store.open(
      try StoreLocation(database.address(socket: wire.folder)),
      clock: .fixed(try CivilDate("2026-03-10")))
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
    let error = #expect(throws: StoreError.self) { try commit(through: wire) }
    #expect(error?.kind == .outcomeUnknown)
    #expect(error?.mend.contains("change show 1") == true)
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
