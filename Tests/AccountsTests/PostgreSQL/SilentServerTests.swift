import Accounts
import Glibc
import TestEngines
import Testing

@testable import Engines

/// A socket that accepts connections and never answers, like a network that drops packets.
@Suite("A server that does not answer", .needsPostgreSQL)
struct SilentServerTests {
  private let folder: ScratchFolder
  private let listener: Int32

  init() throws {
    folder = try ScratchFolder()
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: folder.file(".s.PGSQL.5432").utf8)
    }
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(code == 0)
    try #require(listen(listener, 5) == 0)
  }

  private func open(_ watcher: StoreWait, wait: Duration) throws {
    defer { close(listener) }
    _ = try PostgreSQLServer.open(
      PostgreSQLLogin(
        conninfo: "postgresql:///city?host=\(folder.path)&port=5432", access: .read, wait: wait,
        watcher: watcher))
  }

  @Test("is waited for until somebody asks to stop")
  func stopped() throws {
    let watcher = WaitListener()
    let began = ContinuousClock.now
    let wait = watcher.wait(unless: { ContinuousClock.now - began > .milliseconds(200) })
    let error = failure { try open(wait, wait: .seconds(600)) } as? StoreError
    #expect(error?.kind == .interrupted)
    #expect(ContinuousClock.now - began < .seconds(60))
    #expect(watcher.told == [.server, nil])
  }

  @Test("is given up at the end of the wait")
  func waited() throws {
    let error = failure { try open(WaitListener().wait(), wait: .seconds(2)) } as? StoreError
    #expect(error?.kind == .unavailable)
    #expect(error?.message.contains("timeout") == true, "\(error?.message ?? "no error")")
  }
}
