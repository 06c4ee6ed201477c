import Testing

/// A backup that is restored does not know what went to the bank after it.
@Suite("Numbers of bank files after a restore")
struct RestoreBankNumbersTests {
  private static func trace(_ file: String) -> Substring? {
    file.split(separator: "\n").last { $0.hasPrefix("6") }?.suffix(15)
  }

  @Test("files and entries for the bank get no number that the replaced store gave out")
  func replaced() throws {
    let bench = try EFTReturnsTests.drafted()
    let backup = bench.folder + "/backup.db"
    try bench.expect("store backup \(backup)")
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let lost = bench.folder + "/lost.ach"
    #expect(try bench.expect("eft export --on 2026-03-11 -o \(lost)").words.contains("file 3 "))
    let restored = try bench.expect("store restore \(backup) --yes")
    #expect(
      restored.words.contains("file 3 for the bank, 1 entry of 7.00 on 2026-03-11"), "\(restored)"
    )
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let again = bench.folder + "/again.ach"
    #expect(try bench.expect("eft export --on 2026-03-11 -o \(again)").words.contains("file 4 "))
    let traces = [bench.text(of: "lost.ach"), bench.text(of: "again.ach")].map {
      Self.trace($0 ?? "")
    }
    #expect(traces[0] != nil && traces[0] != traces[1], "\(traces)")
    try bench.expect("store check --full")
    try bench.expect("change verify --rows")
    #expect(try bench.expect("change list --limit 10").output.contains("store restore"))
  }

  @Test("a restore of a backup that has all of them changes nothing in it")
  func nothingLost() throws {
    let bench = try EFTReturnsTests.drafted()
    let backup = bench.folder + "/backup.db"
    try bench.expect("store backup \(backup)")
    let before = try bench.expect("change list --csv").output
    #expect(!(try bench.expect("store restore \(backup) --yes").words.contains("bank")))
    #expect(try bench.expect("change list --csv").output == before)
  }

  @Test("numbers that a setting kept back stay back")
  func floors() throws {
    let bench = try EFTReturnsTests.drafted()
    let backup = bench.folder + "/backup.db"
    try bench.expect("setting set eft.first-file 5")
    try bench.expect("store backup \(backup)")
    try bench.expect("setting set eft.first-file 9")
    try bench.expect("setting set eft.first-entry 500")
    try bench.expect("store restore \(backup) --yes")
    for (name, value) in [("eft.first-file", "9"), ("eft.first-entry", "500")] {
      #expect(try bench.expect("setting get \(name)").output.contains(value))
    }
    try bench.expect("change verify --rows")
  }

  @Test(
    "where no store was there to compare with, the last file is named, and settings raise the numbers"
  )
  func elsewhere() throws {
    let bench = try EFTReturnsTests.drafted()
    let backup = bench.folder + "/backup.db"
    let other = bench.folder + "/other.db"
    try bench.expect("store backup \(backup)")
    let restored = try bench.expect("store restore \(backup) --store \(other)")
    #expect(restored.words.contains("the last bank file in it is 2"), "\(restored)")
    try bench.expect("setting set eft.first-file 9")
    try bench.expect("setting set eft.first-entry 500")
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let path = bench.folder + "/more.ach"
    #expect(try bench.expect("eft export --on 2026-03-11 -o \(path)").words.contains("file 9 "))
    #expect(Self.trace(bench.text(of: "more.ach") ?? "")?.hasSuffix("500") == true)
    let early = bench.run("eft export --on 2026-03-10 -o \(path)")
    #expect(early.words.contains("file 9 is for 2026-03-11"), "\(early)")
  }
}
