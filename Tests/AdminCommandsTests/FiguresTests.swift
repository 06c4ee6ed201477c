import Glibc
import Testing

@Suite("The figures of reports")
struct FiguresTests {
  private static let python = "/usr/bin/python3"
  /// Where nothing is to be skipped, a missing program is a failure.
  private static let hasPython = access(python, X_OK) == 0 || getenv("CI") != nil

  @Test(
    "are those that Python works out from the rows, also about leap days",
    .enabled(if: hasPython, "skipped: python3 is not installed"),
    arguments: [
      ("--accounts 500", "2026-10-31"), ("--accounts 320 --years 5 --seed 7", "2028-03-15"),
    ])
  func independent(city: String, lastDay: String) throws {
    let bench = try CommandBench(on: lastDay, withStore: false)
    try bench.expect("store demo \(bench.store) --until \(lastDay) \(city)")
    let script = ProjectFile.root + "/Scripts/check-figures"
    let ended = try ChildProcess.run([Self.python, script, BuiltBinary.path, bench.store, lastDay])
    #expect(ended.status == 0, "\(ended.output)")
    #expect(ended.output.contains("multiplier-changed: "))
  }
}
