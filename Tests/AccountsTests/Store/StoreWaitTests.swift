import Accounts
import Synchronization
import Testing

@testable import Engines

/// Keeps what it is told about waits.
final class WaitListener: Sendable {
  private let list = Mutex<[WaitedFor?]>([])

  var told: [WaitedFor?] { list.withLock { $0 } }

  func wait(unless asksToStop: @escaping @Sendable () -> Bool = { false }) -> StoreWait {
    StoreWait(asksToStop: asksToStop, tell: { [self] what in list.withLock { $0.append(what) } })
  }
}

@Suite("A store file that another process writes to")
struct StoreWaitTests {
  private let folder: ScratchFolder
  private let path: String
  private let writer: SQLiteConnection

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("a.db")
    ScratchFolder.write([], to: path)
    writer = try SQLiteConnection(path: path, access: .write, wait: .zero, isNew: true)
    try writer.script("PRAGMA journal_mode = WAL; CREATE TABLE t (x); BEGIN IMMEDIATE")
  }

  private func other(_ wait: Duration, _ watcher: StoreWait) throws -> SQLiteConnection {
    try SQLiteConnection(path: path, access: .write, wait: wait, isNew: true, watcher: watcher)
  }

  @Test("is waited for; the beginning and the end of the wait are announced")
  func told() throws {
    let listener = WaitListener()
    let waiting = try other(.seconds(2), listener.wait())
    let error = failure { try waiting.script("BEGIN IMMEDIATE") } as? StoreError
    #expect(error?.kind == .busy)
    #expect(listener.told.map { $0 == nil } == [false, true])
    try writer.script("ROLLBACK")
    try waiting.script("BEGIN IMMEDIATE; ROLLBACK")
    #expect(listener.told.count == 2)
  }

  @Test("is waited for until somebody asks to stop")
  func stopped() throws {
    let listener = WaitListener()
    let waiting = try other(.seconds(600), listener.wait(unless: { !listener.told.isEmpty }))
    let error = failure { try waiting.script("BEGIN IMMEDIATE") } as? StoreError
    #expect(error?.kind == .interrupted)
    #expect(listener.told.map { $0 == nil } == [false, true])
  }
}
