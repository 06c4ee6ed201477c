import Testing

@testable import Values

/// Sums of the report on consumption by key, of which the report shows the average besides.
struct ConsumptionBySums: Equatable {
  var quantity: Int64 = 0
  var days = 0
  var reads = 0
  var estimated = 0
  var lastYear: Int64 = 0

  /// The sums by groups, once as the report makes them and once added up from those by account and month,
  /// which are made from the rows.
  /// - Parameter keys: how many columns the groups have.
  static func equalThoseOfRows(
    _ bench: CommandBench, _ groups: String, keys: Int, _ narrow: String = ""
  ) throws -> [String: Self] {
    let others = ["account", "month"].filter { !groups.split(separator: ",").contains("\($0)") }
    let kept = try sums(bench, "--by \(groups)\(narrow)", keys: keys, of: keys)
    let added = try sums(
      bench, "--by \(([groups] + others).joined(separator: ","))\(narrow)", keys: keys,
      of: keys + others.count)
    #expect(kept == added, "\(groups)\(narrow)")
    return kept
  }

  private static func sums(
    _ bench: CommandBench, _ words: String, keys: Int, of all: Int
  ) throws -> [String: Self] {
    var found: [String: Self] = [:]
    let rows = try bench.expect("report consumption \(words) --csv --no-header").output
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let key = (cells[0..<keys] + [cells[all + 1]]).joined(separator: ",")
      found[key, default: Self()].quantity += try Quantity(cells[all]).units
      found[key, default: Self()].days += Int(cells[all + 2]) ?? 0
      found[key, default: Self()].reads += Int(cells[all + 4]) ?? 0
      found[key, default: Self()].estimated += Int(cells[all + 5]) ?? 0
      if cells.count > all + 6 {
        found[key, default: Self()].lastYear += try Quantity(cells[all + 6]).units
      }
    }
    return found
  }
}
