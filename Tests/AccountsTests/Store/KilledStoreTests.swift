import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger

@Suite("What processes leave next to a store when they are killed")
struct KilledStoreTests {
  @Test("what killed processes have left half made is removed by the next one, and nothing else")
  func parts() throws {
    let folder = try ScratchFolder()
    // No process has a number that high.
    let left = ["city.db.part-2147483647", "city.db.part-2147483647.part-2147483647"]
    let others = [
      "city.db.part-1", "city.db.part-x", "city.db.part-02147483647", "other.db.part-2147483647",
      left[0] + ".csv",
    ]
    let format = Array("SQLite format 3\0".utf8)
    for name in others + left + [left[0] + "-wal"] {
      ScratchFolder.write(format, to: folder.file(name))
      var days = [
        timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0),
      ]
      utimes(folder.file(name), &days)
    }
    _ = try Store.create(.file(path: folder.file("city.db")))
    #expect(folder.names.filter { $0.contains(".part-") } == others.sorted())
  }

  @Test("a half-made file that was written today, or that is no database, is left alone")
  func otherParts() throws {
    let folder = try ScratchFolder()
    let (fresh, piece) = ("city.db.part-2147483647", "city.db.part-2147483646")
    ScratchFolder.write(Array("SQLite format 3\0".utf8), to: folder.file(fresh))
    ScratchFolder.write([1, 2, 3], to: folder.file(piece))
    var days = [
      timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0),
    ]
    utimes(folder.file(piece), &days)
    _ = try Store.create(.file(path: folder.file("city.db")))
    #expect(folder.names.filter { $0.contains(".part-") } == [piece, fresh])
  }

  @Test("a store that a killed restore had begun to change is read as it was before")
  func takenBack() throws {
    let folder = try ScratchFolder()
    let (path, copy) = (folder.file("city.db"), folder.file("copy.db"))
    do { _ = try Store.create(.file(path: path), settings: [.city: "Cedar Falls"]) }
    let writer = try SQLiteConnection(path: path, access: .write, wait: .zero)
    try writer.script(
      "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE; UPDATE setting SET value = 'X'")
    var journal = ScratchFolder.bytes(path + "-journal")
    // What a commit writes before the file itself: sqlite.org/fileformat2.html, "The Rollback Journal".
    journal.replaceSubrange(
      0..<12, with: [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1])
    ScratchFolder.write(ScratchFolder.bytes(path), to: copy)
    ScratchFolder.write(journal, to: copy + "-journal")
    writer.rollback()
    let store = try Store.open(.file(path: copy), access: .read)
    #expect(store.settings[.city] == "Cedar Falls")
    #expect(ScratchFolder.bytes(copy + "-journal").isEmpty)
  }
}
