import Testing

@testable import Engines
@testable import Ledger

@Suite("The memory of a report")
struct ReportCacheTests {
  private func cacheSize(_ store: Store) throws -> Int64 {
    var size: Int64 = 0
    try store.each(sql: "PRAGMA cache_size") { row in
      size = row.integer(0)
      return true
    }
    return size
  }

  @Test("while a report runs its sorts have little memory each; afterwards the cache is as it was")
  func sorts() throws {
    let folder = try ScratchFolder()
    let store = try settledFile(folder)
    let before = try cacheSize(store)
    #expect(try store.reading { try cacheSize(store) } == -6144)
    #expect(try cacheSize(store) == before)
    #expect(before < -6144)
    try store.connection.script("PRAGMA cache_size = 5")
    #expect(try store.reading { try cacheSize(store) } == 5)
  }
}
