import Glibc
import Testing

/// The script that works out every figure anew, from the rows of a store.
private enum CheckedFigures {
  static let python = "/usr/bin/python3"
  /// Where nothing is to be skipped, a missing program is a failure.
  static let hasPython = access(python, X_OK) == 0 || getenv("CI") != nil
  static let skipped: Comment = "skipped: python3 is not installed"

  static func expectRight(in bench: CommandBench, upTo lastDay: String) throws {
    let script = ProjectFile.root + "/Scripts/check-figures"
    let ended = try ChildProcess.run([python, script, BuiltBinary.path, bench.store, lastDay])
    #expect(ended.status == 0, "\(ended.output)")
    #expect(ended.output.contains("multiplier-changed: "))
  }
}

@Suite("The figures of reports", .enabled(if: CheckedFigures.hasPython, CheckedFigures.skipped))
struct FiguresTests {
  @Test(
    "are those that Python works out from the rows, also about leap days",
    arguments: [
      ("--accounts 500", "2026-10-31"), ("--accounts 320 --years 5 --seed 7", "2028-03-15"),
    ])
  func independent(city: String, lastDay: String) throws {
    let bench = try CommandBench(on: lastDay, withStore: false)
    try bench.expect("store demo \(bench.store) --until \(lastDay) \(city)")
    try CheckedFigures.expectRight(in: bench, upTo: lastDay)
  }
}

/// Both checks share one office: making it takes longer than checking it.
@Suite("The figures of reports on a random office", .onBothEngines)
struct FiguresByChanceTests {
  @Test(
    "are those that the rows add up to, and those that Python works out from the rows",
    arguments: UInt64(1)...2)
  func random(seed: UInt64) throws {
    let office = try RandomOffice(seed: seed)
    for kind in [
      "read add", "read void", "meter exchange", "account move", "location set", "bill add",
      "bill void", "service suspend",
    ] {
      #expect(office.done[kind] ?? 0 > 0, "\(kind): \(office.done)")
    }
    try ConsumptionParts.expectEqualRows(in: office.bench, seed: seed)
    if CheckedFigures.hasPython {
      try CheckedFigures.expectRight(in: office.bench, upTo: "2026-10-31")
    }
  }
}
