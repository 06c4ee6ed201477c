import Testing

@testable import AdminCommands

@Suite("Points that separate thousands", .onBothEngines)
struct GroupedThousandsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 1)
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-09-01 --meter M1 --reading 100",
      "read add M1 --on 2025-10-01 --reading 900", "read add M1 --on 2025-11-01 --reading 1700",
      "read add M1 --on 2025-12-01 --reading 2500", "read add M1 --on 2026-01-01 --reading 3300",
    ] { try bench.expect(line) }
  }

  @Test("a reading that is too low gets the likely one, in every command that takes one")
  func reading() throws {
    for line in [
      "read add M1 --on 2026-02-01 --reading 4.100",
      "service stop A1 WATER --on 2026-02-01 --reading 4.100",
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .refused, "\(refused)")
      #expect(refused.words.contains("likely 4100 if its point separates thousands"), "\(refused)")
    }
    let low = bench.run("read add M1 --on 2026-02-01 --reading 3299")
    #expect(!low.words.contains("likely"), "\(low)")
  }

  @Test("a first reading of a new meter is compared with the usual month, too")
  func newMeter() throws {
    try bench.expect("meter add M2 --service WATER --dials 6")
    try bench.expect(
      "meter exchange M1 --new M2 --on 2026-01-02 --reading 3310 --new-reading 0")
    let refused = bench.run("read add M2 --on 2026-02-01 --reading 1.010")
    #expect(refused.words.contains("likely 1010"), "\(refused)")
    try bench.expect("read add M2 --on 2026-02-01 --reading 1010")
  }

  @Test("a low usage with other decimals, and one of a service that has decimals, are taken")
  func decimals() throws {
    for line in [
      "2026-02-01 --consumption 1.2", "2026-02-15 --consumption 0.500",
      "2026-03-01 --consumption 1.300",
    ] { try bench.expect("read add M1 --on \(line)") }
  }
}
