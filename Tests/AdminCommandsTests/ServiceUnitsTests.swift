import Accounts
import Testing

/// WATER of A1 was measured in gallons until its meter was exchanged for one in CCF.
@Suite("A service whose meters have different units", .onBothEngines)
struct ServiceUnitsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-05-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "meter add G --service WATER --dials 7 --unit GAL",
      "meter add C --service WATER --dials 7 --unit CCF",
      "service start A1 WATER --on 2026-02-01 --meter G --reading 0",
      "read add G --on 2026-03-01 --reading 9000 --accept unusual",
    ] { try bench.expect(line) }
  }

  @Test("its list shows no sum of gallons and CCF")
  func listed() throws {
    let line = "service list A1 --fields last-12-months,unit,average-per-day --csv --no-header"
    #expect(try bench.expect(line).output == "9000,GAL,321.429\n")
    for line in [
      "meter exchange G --new C --on 2026-04-01 --reading 12000 --new-reading 0 --accept unusual",
      "read add C --on 2026-05-01 --reading 20 --accept unusual",
    ] { try bench.expect(line) }
    #expect(try bench.expect(line).output == ",,\n")
  }
}
