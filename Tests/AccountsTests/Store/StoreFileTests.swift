import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger

@Suite("A store's file")
struct StoreFileTests {
  /// Files that are no store: what is in them.
  static let strangers: [(name: String, bytes: [UInt8])] = [
    ("empty", []),
    ("text", Array("cid,name\n100001,Ana Ortiz\n".utf8)),
    ("long text", Array(repeating: UInt8(ascii: "x"), count: 8192)),
    ("header cut short", Array("SQLite format 3\0".utf8)),
  ]

  @Test("a file that is not a store is refused and left unchanged", arguments: strangers.indices)
  func foreign(_ index: Int) throws {
    let folder = try ScratchFolder()
    let path = folder.file("file.db")
    ScratchFolder.write(Self.strangers[index].bytes, to: path)
    for access in [Access.read, .write] {
      let error = failure { try Store.open(.file(path: path), access: access) } as? StoreError
      #expect(error?.kind == .notAStore)
    }
    let migration = failure { try Store.migrate(.file(path: path)) } as? StoreError
    #expect(migration?.kind == .notAStore)
    let creation = failure { try Store.create(.file(path: path)) } as? StoreError
    #expect(creation?.kind == .exists)
    #expect(ScratchFolder.bytes(path) == Self.strangers[index].bytes)
    #expect(folder.names == ["file.db"])
  }

  @Test("another program's database is refused and left as it was, with its log")
  func foreignDatabase() throws {
    let folder = try ScratchFolder()
    let path = folder.file("other.db")
    let other = try SQLiteConnection(
      path: Self.touch(path), access: .write, wait: .zero, isNew: true)
    try other.script("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    let log = ScratchFolder.bytes(path + "-wal")
    let before = ScratchFolder.bytes(path)
    let error = failure { try Store.open(.file(path: path)) } as? StoreError
    #expect(error?.kind == .notAStore)
    #expect(ScratchFolder.bytes(path) == before)
    #expect(ScratchFolder.bytes(path + "-wal") == log)
    #expect(!log.isEmpty)
    withExtendedLifetime(other) {}
  }

  private static func touch(_ path: String) -> String {
    ScratchFolder.write([], to: path)
    return path
  }

  @Test("a store that is not there is named, and none is made")
  func absent() throws {
    let folder = try ScratchFolder()
    let error = failure { try Store.open(.file(path: folder.file("no.db"))) } as? StoreError
    #expect(error?.kind == .unavailable)
    #expect(error?.message == "there is no store at \(folder.file("no.db"))")
    #expect(folder.names.isEmpty)
  }

  @Test("a store of a newer program is refused with the step that it has")
  func newer() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    try store.tamper("INSERT INTO migration VALUES (99, 'solar', '2030-01-01T00:00:00Z')")
    let error = failure { try Store.open(store.location) } as? StoreError
    #expect(error?.kind == .newer)
    #expect(error?.message.contains("it has solar") == true)
    #expect((failure { try Store.migrate(store.location) } as? StoreError)?.kind == .newer)
  }

  @Test("an older store is named as such, and migrating it brings it up")
  func older() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    try store.tamper("DELETE FROM migration WHERE name = 'service-types'")
    try store.tamper("DELETE FROM consumption; DELETE FROM read; DELETE FROM meter_install")
    try store.tamper("DELETE FROM meter; DELETE FROM service; DELETE FROM service_type")
    let error = failure { try Store.open(store.location) } as? StoreError
    #expect(error?.remedy == "run `ubadmin store migrate`")
    #expect(error?.message.contains("it is missing service-types") == true)
    #expect(try Store.migrate(store.location, clock: .fixed(today)).steps == ["service-types"])
    #expect(try Store.open(store.location).number("SELECT count(*) FROM service_type") == 3)
    #expect(try Store.migrate(store.location, clock: .fixed(today)).steps == [])
  }

  @Test("a store and its log belong only to their owner, whatever the umask")
  func ownerOnly() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    for name in ["city.db", "city.db-wal", "city.db-shm"] {
      #expect(ScratchFolder.mode(folder.file(name)) == 0o600, "\(name)")
    }
    withExtendedLifetime(store) {}
  }

  /// The name of this process's group.
  private static var group: String? {
    getgrgid(getegid()).map { String(cString: $0.pointee.gr_name) }
  }

  @Test("a group's store makes a folder that hands its group on, and files that the group writes")
  func group() throws {
    let folder = try ScratchFolder()
    let group = try #require(Self.group)
    let path = folder.file("shared/city.db")
    let store = try Store.create(
      .file(path: path), clock: .fixed(today), access: .group(group))
    try Town.settle(store)
    #expect(ScratchFolder.mode(folder.file("shared")) == 0o2770)
    for name in ["city.db", "city.db-wal", "city.db-shm"] {
      #expect(ScratchFolder.mode(folder.file("shared/\(name)")) == 0o660, "\(name)")
    }
  }

  @Test("a folder with other files in it is not handed to a group")
  func occupiedFolder() throws {
    let folder = try ScratchFolder()
    let group = try #require(Self.group)
    ScratchFolder.write([1], to: folder.file("letters.txt"))
    let mode = ScratchFolder.mode(folder.path)
    let error =
      failure { try Store.create(.file(path: folder.file("city.db")), access: .group(group)) }
      as? StoreError
    #expect(error?.kind == .notPermitted)
    #expect(ScratchFolder.mode(folder.path) == mode)
    #expect(folder.names == ["letters.txt"])
  }

  @Test("a group that is not there is named, and no folder is made")
  func noGroup() throws {
    let folder = try ScratchFolder()
    let error =
      failure {
        try Store.create(.file(path: folder.file("a/city.db")), access: .group("no-such-group"))
      } as? StoreError
    #expect(error?.message == "there is no group no-such-group")
    #expect(folder.names.isEmpty)
  }

  @Test("a store that may only be read says so when it is to be written")
  func readOnly() throws {
    let folder = try ScratchFolder()
    _ = try settledFile(folder)
    let store = try Store.open(
      .file(path: folder.file("city.db")), access: .read, clock: .fixed(today))
    let error = failure { try store.setPhone("100001", "512-555-0001") } as? StoreError
    #expect(error?.kind == .notPermitted)
    #expect(error?.remedy.contains("ask the store's owner for write permission") == true)
  }

  @Test("a second connection to a store's file does not let go of the first one's locks")
  func locksStay() async throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    _ = try Store.open(store.location, access: .read, clock: .fixed(today)).dump()
    let path = folder.file("city.db")
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      let other = try SQLiteConnection(path: path, access: .write, wait: .zero)
      // Only a process that is alone with the file may do this.
      let error = failure { try other.script("PRAGMA journal_mode = DELETE") } as? StoreError
      exit(error?.kind == .busy ? 7 : 1)
    }
    withExtendedLifetime(store) {}
  }
}
