import Accounts
import Testing

@testable import AdminCommands
@testable import Values

@Suite("The report on consumption", .onBothEngines)
struct ConsumptionReportTests {
  /// Sums by key, of which the report shows the average besides.
  private struct Sums: Equatable {
    var quantity: Int64 = 0
    var days = 0
    var reads = 0
    var estimated = 0
  }

  private func sums(_ bench: CommandBench, _ line: String, keys: Int, of all: Int) throws
    -> [String: Sums]
  {
    var found: [String: Sums] = [:]
    for row in try bench.expect(line + " --csv --no-header").output.split(separator: "\n") {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let key = (cells[0..<keys] + [cells[all + 1]]).joined(separator: ",")
      found[key, default: Sums()].quantity += try Quantity(cells[all]).units
      found[key, default: Sums()].days += Int(cells[all + 2]) ?? 0
      found[key, default: Sums()].reads += Int(cells[all + 4]) ?? 0
      found[key, default: Sums()].estimated += Int(cells[all + 5]) ?? 0
    }
    return found
  }

  @Test("what the totals say is what the rows of the accounts add up to")
  func totals() throws {
    let bench = try CommandBench(withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 25 --years 1")
    for (groups, keys) in [
      ("route", 1), ("cycle", 1), ("service", 2), ("kind", 1), ("month", 1), ("quarter", 1),
      ("year", 1), ("route,month", 2), ("kind,service,quarter", 4),
    ] {
      for narrow in ["", " --service WATER", " --from 2026-03-10 --to 2026-08-20"] {
        let kept = try sums(
          bench, "report consumption --by \(groups)\(narrow)", keys: keys, of: keys)
        let added = try sums(
          bench, "report consumption --by \(groups),account\(narrow)", keys: keys, of: keys + 1)
        #expect(kept == added, "\(groups)\(narrow)")
        #expect(!kept.isEmpty)
      }
    }
  }
}
