import Reports
import Testing

@testable import AdminCommands

/// What is asked of one city on both engines.
@Suite("The same city", .needsPostgreSQL)
struct SameBytesTests {
  @Test("gives the same bytes on both engines, whatever is asked of it")
  func reports() throws {
    let bench = try CommandBench(on: "2026-10-31", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 300 --years 2 --until 2026-10-31")
    // Classes, sizes, routes and assignees that are empty must have their place, too.
    for line in [
      "service set 2000005 WATER --clear class", "meter set 60000061 --clear size",
      "location set \(try location(of: "2000007", bench)) --clear route,sequence",
    ] { try bench.expect(line) }
    let server = try PostgreSQLCluster.shared().makeDatabase().address()
    try bench.expect("store copy \(bench.store) \(server)")
    for line in Self.lines {
      let words = line + " --csv --limit 0 --store "
      // Their commands name the store that was typed.
      let file = try bench.expect(words + bench.store).output
        .replacing(" --store \(bench.store)", with: "")
      let served = try bench.expect(words + server).output
        .replacing(" --store \(server)", with: "")
      #expect(served == file, "\(line)")
    }
  }

  private func location(of account: String, _ bench: CommandBench) throws -> String {
    let sql = "SELECT location FROM v_account WHERE account = '\(account)'"
    return try bench.expect(["query", sql, "--csv", "--no-header"]).output
      .split(separator: "\n").first.map(String.init) ?? ""
  }

  private static var lines: [String] {
    let groups = [
      "size", "class", "class,month", "route", "cycle,quarter", "kind", "customer", "service,year",
    ]
    return Questions.all.map {
      "report \($0.name)" + ($0.name == WaterBalance.name ? " --supplied 90000000 --from -1y" : "")
    }
      + ["read", "billed", "prorated"].flatMap { basis in
        groups.map { "report consumption --by \($0) --basis \(basis)" }
      } + ["report read-sheet --as-of 2026-06-30", "report usage-statement --from -2y"]
      + [
        "account", "location", "service", "meter", "read", "bill", "payment", "request", "user",
        "customer", "link", "eft", "delivery", "service-type", "announcement", "setting",
      ].map { "\($0) list" }
  }
}
