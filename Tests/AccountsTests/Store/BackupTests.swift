import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger

/// A settled store in a file of its own.
func settledFile(_ folder: ScratchFolder, _ name: String = "city.db") throws -> Store {
  let store = try Store.create(.file(path: folder.file(name)), clock: .fixed(today))
  try Town.settle(store)
  return store
}

@Suite("Backup")
struct BackupTests {
  @Test("a backup is one file of its owner's, with everything in it, and opens as a store")
  func whole() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let path = folder.file("backup.db")
    let report = try store.backup(to: path)
    #expect(report.lastChange == 1)
    #expect(report.lastDigest == (try store.verifyJournal().lastDigest))
    #expect(report.bytes == Int64(ScratchFolder.bytes(path).count))
    #expect(ScratchFolder.mode(path) == 0o600)
    #expect(folder.names.filter { $0.hasPrefix("backup") } == ["backup.db"])
    let copy = try Store.open(.file(path: path), access: .read, clock: .fixed(today))
    #expect(try copy.dump() == store.dump())
  }

  @Test("a writer may go on while the backup is made; the backup holds the moment it began")
  func online() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    try store.addCustomers(20_000)
    let before = try store.dump()
    let writer = try Store.open(.file(path: folder.file("city.db")), clock: .fixed(today))
    var changes = 0
    try store.backup(to: folder.file("backup.db")) { _ in
      _ = try writer.setPhone("100001", "512-555-000\(changes)")
      changes += 1
    }
    #expect(changes > 0)
    let copy = try Store.open(.file(path: folder.file("backup.db")), clock: .fixed(today))
    #expect(try copy.dump() == before)
    #expect(try store.number("SELECT max(change) FROM change") == Int64(2 + changes))
  }

  @Test("a file that is there is left alone unless it is to be overwritten")
  func exists() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let path = folder.file("backup.db")
    ScratchFolder.write(Array("dear diary".utf8), to: path)
    let error = failure { try store.backup(to: path) } as? StoreError
    #expect(error?.kind == .exists)
    #expect(ScratchFolder.bytes(path) == Array("dear diary".utf8))
    try store.backup(to: path, overwrite: true)
    #expect(try Store.open(.file(path: path), clock: .fixed(today)).dump() == store.dump())
  }

  @Test(
    "a backup over the store itself or over a store in use is refused", arguments: [true, false])
  func overItself(_ itself: Bool) throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let other = try settledFile(folder, "other.db")
    let path = folder.file(itself ? "city.db" : "other.db")
    let error = failure { try store.backup(to: path, overwrite: true) } as? StoreError
    #expect(error?.kind == .exists)
    #expect(try other.dump() == store.dump())
  }

  @Test("a backup that is interrupted leaves nothing behind")
  func interrupted() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let names = folder.names
    let error = failure {
      try store.backup(to: folder.file("backup.db")) { _ in
        throw StoreError(.interrupted, "stopped")
      }
    }
    #expect((error as? StoreError)?.kind == .interrupted)
    #expect(folder.names == names)
    _ = try store.setPhone("100001", "512-555-0001")
  }

  @Test("a copy that lacks a row is not called a backup")
  func unequal() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let path = folder.file("backup.db")
    try store.backup(to: path)
    _ = try store.setPhone("100001", "512-555-0001")
    let error =
      failure { try Backup.verify(path, holds: StoreContents(of: store.connection)) }
      as? StoreError
    #expect(error?.kind == .corrupt)
    #expect(error?.message.contains("change: 1 row, expected 2") == true)
  }

  @Test("a backup in a folder that is not there is refused with words")
  func noFolder() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let error = failure { try store.backup(to: folder.file("no/backup.db")) } as? StoreError
    #expect(error?.message.contains("No such file or directory") == true)
  }
}
