import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger

/// A store with one damaged byte: every command ends, in words, and none calls it a bug.
@Suite("Damaged stores")
struct DamagedStoreTests {
  private func city() throws -> (bench: CommandBench, bytes: [UInt8]) {
    let bench = try CommandBench(withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 12 --years 1")
    bench.run("search Main --store \(bench.store)")
    return (bench, try #require(bytes(of: bench.store)))
  }

  private func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { return all }
      all.append(contentsOf: block[0..<count])
    }
  }

  @Test("check ends, and tells of each kind no more than a hundred", arguments: 0..<8)
  func check(_ part: Int) throws {
    let (bench, bytes) = try city()
    var damaged = bytes
    // Spread over the file, mostly at the beginning of pages, where the keys stand.
    let page = 1 + part * (bytes.count / 4096 - 2) / 8
    for place in [page * 4096 + 3, page * 4096 + 9, page * 4096 + 4096 - 40 - part] {
      damaged = bytes
      damaged[place] = damaged[place] ^ UInt8(0x83)
      for end in ["-wal", "-shm"] { unlink(bench.store + end) }
      _ = try bench.file("city.db", damaged)
      let result = bench.run("store check --csv")
      #expect(result.status != .bug, "byte \(place): \(result.words)")
      #expect(result.output.count(where: { $0 == "\n" }) < 2000)
      #expect(bench.run("account list").status != .bug, "byte \(place)")
    }
  }

  @Test("a missing column and an unknown format of the file are told in words")
  func incomplete() throws {
    let bench = try CommandBench()
    try Store.open(StoreLocation(bench.store)).connection.script(
      "ALTER TABLE customer DROP COLUMN phone")
    let list = bench.run("customer list")
    #expect(list.status == .storeUnavailable)
    #expect(list.words.contains("is missing a part"), "\(list)")
    #expect(bench.run("store check").status == .refused)
    var damaged = try #require(bytes(of: bench.store))
    // Source: sqlite.org/fileformat2.html, "Schema format number".
    damaged[47] = 9
    _ = try bench.file("city.db", damaged)
    let other = bench.run("customer list")
    #expect(other.status == .storeUnavailable, "\(other)")
    let check = bench.run("store check")
    #expect(check.words.contains("`ubadmin store restore FILE`"), "\(check)")
    #expect(!check.words.contains("store check`"), "\(check)")
  }
}
