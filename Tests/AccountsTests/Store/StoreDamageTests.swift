import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal

@Suite("Mishaps")
struct StoreDamageTests {
  @Test(
    "a disk that is full leaves nothing half done, and that is said",
    .enabled(if: SmallDisk.isAllowed, "skipped: needs the right to mount a file system"))
  func full() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      try SmallDisk.mount(over: folder.path, kibibytes: 3 << 10)
      let store = try settledFile(folder)
      let before = try store.dump()
      // The rows are written at the commit.
      let error = failure { try store.addCustomers(30_000) }
      guard let reason = error as? StoreError else {
        Issue.record("expected a full disk, found \(String(describing: error))")
        return
      }
      #expect(reason.kind == .full)
      #expect(reason.message.hasSuffix("is full; nothing was changed"))
      #expect(try store.dump() == before)
      #expect(try store.verifyJournal().fault == nil)
      #expect(try store.verifyJournal().changes == 1)
      try SmallDisk.enlarge(folder.path, to: 12 << 10)
      _ = try store.setPhone("100001", "512-555-0001")
    }
  }

  @Test("a writer that is killed in the middle of a change leaves the store as it was")
  func killed() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    let before = try settledFile(folder).dump()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try Store.open(.file(path: path), clock: .fixed(today))
      // So small a cache spills rows to the log before the commit.
      try store.connection.script("PRAGMA cache_size = 5")
      let change = try store.beginChange(author)
      for number in 0..<10_000 {
        try change.perform(Edit { $0.insert(Town.customer("2\(100_000 + number)")) })
      }
      kill(getpid(), SIGKILL)
    }
    #expect(!ScratchFolder.bytes(path + "-wal").isEmpty)
    let store = try Store.open(.file(path: path), clock: .fixed(today), wait: .zero)
    #expect(try store.dump() == before)
    var findings: [Finding] = []
    _ = try store.check { findings.append($0) }
    #expect(findings.isEmpty)
    _ = try store.setPhone("100001", "512-555-0001")
  }

  @Test("a change that was committed is there after the writer was killed")
  func committedThenKilled() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try Store.open(.file(path: path), clock: .fixed(today))
      _ = try store.setPhone("100001", "512-555-0001")
      kill(getpid(), SIGKILL)
    }
    let store = try Store.open(.file(path: path), clock: .fixed(today))
    #expect(try store.number("SELECT count(*) FROM customer WHERE phone = '512-555-0001'") == 1)
    #expect(try store.verifyJournal().changes == 2)
  }

  @Test("a migration that is killed in the middle goes on where it was stopped")
  func migrationKilled() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let connection = try SQLiteFile.create(path, access: .ownerOnly)
      try connection.script(connection.dialect.migration(Migration.table))
      try connection.begin(.write)
      try connection.script(connection.dialect.migration(Migration.accounts.sql))
      kill(getpid(), SIGKILL)
    }
    let error = failure { try Store.open(.file(path: path)) } as? StoreError
    #expect(error?.remedy == "run `ubadmin store migrate`")
    #expect(
      try Store.migrate(.file(path: path), clock: .fixed(today)).steps == Migration.all.map(\.name))
    try Town.settle(try Store.open(.file(path: path), clock: .fixed(today)))
  }

  @Test("a store whose making was cut short right away is an older store")
  func makingCutShort() throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try SQLiteFile.create(path, access: .ownerOnly)
    let error = failure { try Store.open(.file(path: path), access: .read) } as? StoreError
    #expect(error?.remedy == "run `ubadmin store migrate`")
  }

  @Test("while another process writes, a change waits as long as it was told and names the process")
  func busy() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    let store = try settledFile(folder)
    let change = try store.beginChange(author)
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      var start = timespec()
      clock_gettime(CLOCK_MONOTONIC, &start)
      let other = try Store.open(
        .file(path: path), clock: .fixed(today), wait: .milliseconds(200))
      // Reading goes on meanwhile.
      guard try other.number("SELECT count(*) FROM customer") == 1 else { exit(2) }
      let error = failure { try other.setPhone("100001", "512-555-0001") } as? StoreError
      var end = timespec()
      clock_gettime(CLOCK_MONOTONIC, &end)
      let waited = (end.tv_sec - start.tv_sec) * 1000 + (end.tv_nsec - start.tv_nsec) / 1_000_000
      guard error?.kind == .busy else { exit(3) }
      guard error?.message.contains("held by process \(getppid())") == true else { exit(4) }
      exit(waited >= 190 ? 7 : 5)
    }
    change.rollback()
    _ = try store.setPhone("100001", "512-555-0001")
  }

  @Test("a damaged page is reported by the check, and the rest of the program says what to do")
  func damagedPage() throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    var bytes = ScratchFolder.bytes(path)
    for offset in stride(from: 4096 * 3, to: bytes.count, by: 4096) {
      for index in offset..<offset + 100 { bytes[index] = 0xA5 }
    }
    ScratchFolder.write(bytes, to: path)
    let error = failure { try Store.open(.file(path: path)).dump() } as? StoreError
    #expect(error?.kind == .corrupt)
    #expect(error?.remedy.contains("restore a backup") == true)
  }

  /// What the kernel lets this thread open, for the length of a call; root may open everything.
  private func asNobody<T>(_ body: () throws -> T) rethrows -> T {
    typealias SetUser = @convention(c) (uid_t) -> Int32
    guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(65_534)
    defer { _ = setUser(0) }
    return try body()
  }

  @Test("a file that the operator may not write is refused with words")
  func readOnlyFile() throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    chmod(folder.path, 0o755)
    chmod(path, 0o444)
    let error = asNobody {
      failure {
        try Store.open(.file(path: path), clock: .fixed(today)).setPhone("100001", "512-555-0001")
      }
    }
    let reason = error as? StoreError
    #expect(reason?.kind == .notPermitted || reason?.kind == .unavailable, "\(reason as Any)")
    #expect(reason?.remedy.contains("permission") == true, "\(reason as Any)")
    chmod(path, 0o600)
    #expect(try Store.open(.file(path: path), clock: .fixed(today)).verifyJournal().changes == 1)
  }
}
