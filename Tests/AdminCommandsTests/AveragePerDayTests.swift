import Accounts
import Testing

@testable import Ledger

@Suite("Average per day", .onBothEngines)
struct AveragePerDayTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address 1-Main",
      "meter add M1 --service WATER --dials 6",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
      "read add M1 --on 2026-01-09 --reading 101",
    ] { try bench.expect(line) }
  }

  @Test("is rounded half up to the thousandth, below zero too, the same in list and report")
  func rounding() throws {
    // Over eight days, so that a half of a thousandth can be had.
    let averages = [
      (1, "0"), (3, "0"), (4, "0.001"), (5, "0.001"), (12, "0.002"), (-4, "0"), (-5, "-0.001"),
      (-12, "-0.001"), (-13, "-0.002"), (-16, "-0.002"), (0, "0"),
    ]
    for (thousandths, average) in averages {
      try Store.open(StoreLocation(bench.store)).connection.script(
        "UPDATE consumption SET quantity = \(thousandths)")
      for command in ["service list A1", "report consumption --by account,month"] {
        let shown = try bench.expect(command + " --csv --no-header --fields average-per-day").output
        #expect(shown == average + "\n", "\(thousandths) by \(command)")
      }
    }
  }
}
