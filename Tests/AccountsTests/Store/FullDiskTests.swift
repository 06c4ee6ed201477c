import Accounts
import CSQLite
import Glibc
import Synchronization
import Testing

@testable import Engines
@testable import Ledger
@testable import Values

/// Changes so large that SQLite writes to its log before the commit, on disks that fill up meanwhile.
@Suite("A full disk")
struct FullDiskTests {
  /// So small a cache spills rows to the log long before the commit, and reads them from there again.
  private static let smallCache = "PRAGMA cache_size = 5"
  private static let many = 10_000

  @Test("rows that were spilled are read and changed again in the same change, and others see them")
  func spilled() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    try store.connection.script(Self.smallCache)
    let memory = try Store.inMemory(clock: .fixed(today))
    try Town.settle(memory)
    for store in [store, memory] { try Self.change(store) }
    let other = try Store.open(
      .file(path: folder.file("city.db")), access: .read, clock: .fixed(today))
    #expect(try other.dump() == memory.dump())
    #expect(try other.verifyJournal().fault == nil)
    var faults = 0
    try other.connection.eachFault { _ in faults += 1 }
    #expect(faults == 0)
  }

  @Test("a rolled-back change leaves nothing, and the next one starts fresh")
  func takenBack() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    try store.connection.script(Self.smallCache)
    let before = try store.dump()
    let change = try store.beginChange(author)
    for number in 0..<Self.many { try change.perform(Self.addition(number)) }
    change.rollback()
    #expect(try store.dump() == before)
    try Self.change(store)
    let phones = try store.number(
      "SELECT count(*) FROM customer WHERE phone = '512-555-0199'")
    #expect(phones == 10_000)
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("a log that cannot grow stops the change, with a message")
  func failing() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    let before = try settledFile(folder).dump()
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      let store = try Store.open(.file(path: path), clock: .fixed(today))
      try store.connection.script(Self.smallCache)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 2 << 20, rlim_max: .max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = failure { try store.addCustomers(20_000) }
      guard case .store(let reason)? = error as? RuleError, reason.kind == .inputOutput else {
        exit(1)
      }
      limit.rlim_cur = .max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      _ = try store.setPhone("100001", "512-555-0001")
      _ = try store.setPhone("100001", "")
      exit(EXIT_SUCCESS)
    }
    let store = try Store.open(.file(path: path), clock: .fixed(today))
    #expect(try store.dump().count == before.count)
    #expect(try store.verifyJournal().changes == 3)
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("with no room for the index of the log a store can be read alone, and that is said")
  func noRoomForTheIndex() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 16 << 10, rlim_max: .max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = failure { try Store.open(.file(path: path), clock: .fixed(today)) }
      guard (error as? StoreError)?.kind == .full else { exit(1) }
      let store = try Store.open(.file(path: path), access: .read, clock: .fixed(today))
      guard store.warning?.contains("is full") == true else { exit(2) }
      guard try store.number("SELECT count(*) FROM customer") > 0 else { exit(3) }
      exit(EXIT_SUCCESS)
    }
  }

  @Test("a store in a read-only folder is opened for reading, with a warning")
  func readOnlyFolder() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o700) }
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      // Nothing keeps the superuser from writing.
      if getuid() == 0, setuid(65_534) != 0 { exit(1) }
      let error = failure { try Store.open(.file(path: path), clock: .fixed(today)) }
      guard (error as? StoreError)?.kind == .notPermitted else { exit(2) }
      let store = try Store.open(.file(path: path), access: .read, clock: .fixed(today))
      guard store.warning?.contains("nothing can be written") == true else { exit(3) }
      guard try store.number("SELECT count(*) FROM customer") > 0 else { exit(4) }
      exit(EXIT_SUCCESS)
    }
  }

  @Test(
    "a disk that fills up during a change is reported as such, even if the change keeps reading")
  func fullDisk() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      let store = try Store.open(.file(path: path), clock: .fixed(today))
      try store.connection.script(Self.smallCache)
      FullDisk.begin(after: 2 << 20)
      let change = try store.beginChange(author)
      var told: [StoreError.Kind] = []
      for number in 0..<20_000 where told.count < 3 {
        let error = failure { try change.perform(Self.addition(number)) }
        if case .store(let reason)? = error as? RuleError { told.append(reason.kind) }
        // Rows from before the disk was full, which lie in the log.
        let read = failure { _ = try store.number("SELECT count(*) FROM customer") }
        if let reason = read as? StoreError { told.append(reason.kind) }
      }
      change.rollback()
      FullDisk.end()
      guard !told.isEmpty, told.allSatisfy({ $0 == .full }) else {
        print(told)
        exit(1)
      }
      _ = try store.setPhone("100001", "512-555-0001")
      exit(EXIT_SUCCESS)
    }
    let store = try Store.open(.file(path: path), clock: .fixed(today))
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("a read with no room for what it sorts says where that is")
  func noRoomToSort() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      setenv("SQLITE_TMPDIR", "/var/tmp", 1)
      let store = try Store.open(.file(path: path), access: .read, clock: .fixed(today))
      try store.connection.script(Self.smallCache)
      FullDisk.begin(after: 0)
      let error = failure {
        try store.reading {
          _ = try store.number(
            """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 300000) \
            SELECT x FROM n ORDER BY x * 7919 % 1000003, hex(x) LIMIT 1 OFFSET 200000
            """)
        }
      }
      FullDisk.end()
      let told = error as? StoreError
      guard told?.kind == .full, told?.message.contains("temporary files, /var/tmp") == true else {
        exit(1)
      }
      exit(EXIT_SUCCESS)
    }
  }

  @Test("SQLite's own promise: a commit after a failed write leaves the file sound")
  func committedAfterFailure() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    _ = try settledFile(folder)
    await #expect(processExitsWith: .exitCode(EXIT_SUCCESS)) { [path = path as String] in
      let store = try Store.open(.file(path: path), clock: .fixed(today))
      guard let connection = store.connection as? SQLiteConnection else { exit(2) }
      try connection.script(Self.smallCache)
      // Past the connection, which would let nobody go on after the first failure.
      func run(_ sql: String) -> Int32 { sqlite3_exec(connection.database, sql, nil, nil, nil) }
      guard run("BEGIN IMMEDIATE") == SQLITE_OK else { exit(3) }
      FullDisk.begin(after: 2 << 20)
      var failures = 0
      for number in 0..<40_000 where failures < 50 {
        let sql = """
          INSERT INTO customer (cid, name, kind) VALUES ('3\(number)', hex(randomblob(500)), 'person')
          """
        if run(sql) != SQLITE_OK { failures += 1 }
      }
      FullDisk.end()
      guard failures > 0 else { exit(4) }
      for number in 0..<5_000 {
        _ = run("INSERT INTO customer (cid, name, kind) VALUES ('4\(number)', 'B', 'person')")
      }
      _ = run("COMMIT")
      exit(EXIT_SUCCESS)
    }
    let store = try Store.open(.file(path: path), clock: .fixed(today))
    var faults: [String] = []
    try store.connection.eachFault { faults.append($0.what) }
    #expect(faults.isEmpty)
  }

  private static func addition(_ number: Int) -> Edit {
    Edit { $0.insert(Town.customer("2\(100_000 + number)")) }
  }

  /// Adds customers, then changes each.
  private static func change(_ store: Store) throws {
    let change = try store.beginChange(author)
    for number in 0..<many { try change.perform(addition(number)) }
    for number in 0..<many {
      try change.perform(
        Edit { books in
          let cid = CustomerID(trusted: "2\(100_000 + number)")
          let before = try books.customer(cid)
          var after = before
          after[Customer.phone] = PhoneNumber(trusted: "512-555-0199")
          books.update(before, to: after)
        })
    }
    _ = try change.commit()
  }
}

private let roomOnDisk = Atomic<Int>(.max)

/// The system's write as it is on a disk with room for so many bytes.
private func writeWhileThereIsRoom(
  _ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ offset: off_t
) -> Int {
  guard roomOnDisk.subtract(count, ordering: .relaxed).newValue > 0 else {
    errno = ENOSPC
    return -1
  }
  return pwrite(file, bytes, count, offset)
}

/// A disk that fills up.
private enum FullDisk {
  typealias Write = @convention(c) (Int32, UnsafeRawPointer?, Int, off_t) -> Int

  static func begin(after bytes: Int) {
    roomOnDisk.store(bytes, ordering: .relaxed)
    let write: Write = writeWhileThereIsRoom
    set(unsafeBitCast(write, to: sqlite3_syscall_ptr.self))
  }

  static func end() { set(nil) }

  private static func set(_ call: sqlite3_syscall_ptr?) {
    let system = sqlite3_vfs_find(nil)
    for name in ["pwrite", "pwrite64"] {
      _ = system?.pointee.xSetSystemCall(system, name, call)
    }
  }
}
