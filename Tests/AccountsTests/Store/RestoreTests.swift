import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger

@Suite("Restore")
struct RestoreTests {
  /// A backup of a settled store that was changed afterwards.
  private struct Case {
    let folder: ScratchFolder
    let location: StoreLocation
    let backup: String
    let atBackup: [String]
    let later: [String]

    init() throws {
      folder = try ScratchFolder()
      backup = folder.file("backup.db")
      location = .file(path: folder.file("city.db"))
      let store = try settledFile(folder)
      try store.backup(to: backup)
      atBackup = try store.dump()
      _ = try store.setPhone("100001", "512-555-0001")
      later = try store.dump()
    }

    func open() throws -> Store { try Store.open(location, clock: .fixed(today)) }

    func restore(replacing: Bool = true) throws -> RestoreReport {
      try Store.restore(
        from: backup, to: location, by: author, replacing: replacing, clock: .fixed(today),
        wait: .zero)
    }
  }

  @Test("a backup replaces the store, and the old store is kept next to it")
  func replacing() throws {
    let town = try Case()
    let report = try town.restore()
    #expect(report.lastChange == 1)
    #expect(report.fault == nil)
    #expect(report.missingSteps == [])
    let kept = try #require(report.kept)
    #expect(kept == town.folder.file("city.db.before-restore-20251128T120000Z"))
    #expect(try town.open().dump() == town.atBackup)
    #expect(try Store.open(.file(path: kept), clock: .fixed(today)).dump() == town.later)
    #expect(
      town.folder.names == ["backup.db", "city.db", "city.db.before-restore-20251128T120000Z"])
  }

  @Test("a store restored twice in one second keeps both that were there")
  func twice() throws {
    let town = try Case()
    let first = try town.restore()
    let second = try town.restore()
    #expect(second.kept == first.kept.map { $0 + "-2" })
  }

  @Test("a backup is restored where no store is")
  func absent() throws {
    let town = try Case()
    let path = town.folder.file("new.db")
    let report = try Store.restore(
      from: town.backup, to: .file(path: path), by: author, clock: .fixed(today))
    #expect(report.kept == nil)
    #expect(ScratchFolder.mode(path) == 0o600)
    #expect(try Store.open(.file(path: path), clock: .fixed(today)).dump() == town.atBackup)
  }

  @Test("the restored store has the rights of the one it replaced, and keeps a log")
  func rights() throws {
    let town = try Case()
    chmod(town.folder.file("city.db"), 0o660)
    let report = try town.restore()
    #expect(ScratchFolder.mode(town.folder.file("city.db")) == 0o660)
    for path in [town.folder.file("city.db"), try #require(report.kept)] {
      // Bytes 18 and 19 are 2 where a store keeps a log.
      #expect(ScratchFolder.bytes(path)[18...19] == [2, 2])
    }
  }

  @Test("a store is replaced only when that is said")
  func notReplacing() throws {
    let town = try Case()
    let error = failure { try town.restore(replacing: false) } as? StoreError
    #expect(error?.kind == .exists)
    #expect(try town.open().dump() == town.later)
  }

  @Test("a backup with a flipped byte is refused and the store left as it was")
  func damagedBackup() throws {
    let town = try Case()
    var bytes = ScratchFolder.bytes(town.backup)
    // The root of the customer table and what follows.
    for offset in stride(from: 4096 * 2, to: bytes.count, by: 512) { bytes[offset] ^= 0xFF }
    ScratchFolder.write(bytes, to: town.backup)
    let names = town.folder.names
    let error = failure { try town.restore() } as? StoreError
    #expect(error?.kind == .badInput)
    #expect(town.folder.names == names)
    #expect(try town.open().dump() == town.later)
  }

  @Test("a file that is not a backup is refused and the store left unchanged")
  func foreign() throws {
    let town = try Case()
    ScratchFolder.write(Array("name,phone\n".utf8), to: town.backup)
    let error = failure { try town.restore() } as? StoreError
    #expect(error?.kind == .badInput)
    #expect(error?.remedy.contains("`store backup`") == true)
    #expect(try town.open().dump() == town.later)
  }

  @Test("a backup of a newer program is refused")
  func newer() throws {
    let town = try Case()
    let copy = try Store.open(.file(path: town.backup), clock: .fixed(today))
    try copy.tamper("INSERT INTO migration VALUES (99, 'solar', '2030-01-01T00:00:00Z')")
    let error = failure { try town.restore() } as? StoreError
    #expect(error?.kind == .newer)
    #expect(try town.open().dump() == town.later)
  }

  @Test("a backup whose journal was altered is restored, with a warning")
  func brokenChain() throws {
    let town = try Case()
    do {
      let copy = try Store.open(.file(path: town.backup), clock: .fixed(today))
      try copy.tamper("UPDATE change SET operator = 'sam'")
    }
    #expect(try town.restore().fault?.change == 1)
  }

  @Test("changes that are only in a backup's log are restored too")
  func backupWithLog() throws {
    let town = try Case()
    let copy = try Store.open(.file(path: town.backup), clock: .fixed(today))
    _ = try copy.setPhone("100001", "512-555-0007")
    #expect(town.folder.names.contains("backup.db-wal"))
    _ = try town.restore()
    #expect(try town.open().dump() == copy.dump())
  }

  @Test("the log of a store that is gone is not taken for the restored store's")
  func remains() throws {
    let town = try Case()
    let path = town.folder.file("gone.db")
    ScratchFolder.write([1, 2, 3], to: path + "-wal")
    let error =
      failure { try Store.restore(from: town.backup, to: .file(path: path), by: author) }
      as? StoreError
    #expect(error?.kind == .exists)
    #expect(ScratchFolder.bytes(path + "-wal") == [1, 2, 3])
  }

  @Test("while another process has the store open it is not replaced, and the process is named")
  func inUse() async throws {
    let town = try Case()
    let store = try town.open()
    _ = try store.dump()
    let location = town.folder.file("city.db")
    let backup = town.backup
    await #expect(processExitsWith: .exitCode(7)) {
      [location = location as String, backup = backup as String] in
      let error =
        failure {
          try Store.restore(
            from: backup, to: .file(path: location), by: author, replacing: true, wait: .zero)
        } as? StoreError
      let isNamed = error?.message.contains("held by process \(getppid())") == true
      exit(error?.kind == .busy && isNamed ? 7 : 1)
    }
    #expect(try store.dump() == town.later)
    #expect(!town.folder.names.contains { $0.contains("restor") })
  }

  @Test("a store that was replaced while it was open takes no more changes")
  func replacedMeanwhile() throws {
    let town = try Case()
    let open = try town.open()
    rename(town.folder.file("city.db"), town.folder.file("old.db"))
    rename(town.backup, town.folder.file("city.db"))
    let error = failure { try open.setPhone("100001", "512-555-0009") } as? StoreError
    #expect(error?.kind == .busy)
    #expect(error?.message.contains("was replaced while it was open") == true)
  }

  @Test("the store is not restored from itself")
  func itself() throws {
    let town = try Case()
    let path = town.folder.file("city.db")
    let error = failure {
      try Store.restore(from: path, to: .file(path: path), by: author, replacing: true)
    }
    #expect((error as? StoreError)?.kind == .exists)
    #expect(try town.open().dump() == town.later)
  }

  @Test("a backup from before the last steps of the schema is restored, and they are named")
  func older() throws {
    let town = try Case()
    let backup = town.folder.file("older.db")
    let store = try town.open()
    try store.tamper(
      """
      DROP INDEX change_row_location; DROP TABLE change_reason; \
      DELETE FROM migration WHERE name IN ('reasons of rows', 'journal of places')
      """)
    try store.backup(to: backup)
    let report = try Store.restore(
      from: backup, to: .file(path: town.folder.file("new.db")), by: author, clock: .fixed(today))
    #expect(report.fault == nil)
    #expect(report.missingSteps == ["reasons of rows", "journal of places"])
  }
}
