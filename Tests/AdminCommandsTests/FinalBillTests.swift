import Accounts
import AdminCommands
import Testing

/// A service that stopped is final billed by the bills on record. The day of the bench is 2026-03-10.
@Suite("The final bill of a service", .onBothEngines)
struct FinalBillTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "service start A1 WATER --on 2025-11-01", "service start A1 SEWER --on 2025-11-01",
      "service stop A1 WATER --on 2026-03-01", "service stop A1 SEWER --on 2026-03-05",
    ] { try bench.expect(line) }
  }

  private func statuses(_ options: String = "") throws -> [String] {
    try bench.rows("service list --account A1 --fields service,status \(options)").sorted()
  }

  private func bill(_ number: String, _ service: String, on day: String, _ more: String = "") throws
  {
    try bench.expect(
      "bill add \(number) A1 --on \(day) --service \(service) --amount 9 --accept unusual \(more)")
  }

  @Test("is one whose period has the last day of the service")
  func period() throws {
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    try bill("B1", "WATER", on: "2026-03-02", "--from 2026-02-01 --to 2026-02-27")
    try bill("B2", "WATER", on: "2026-03-03", "--from 2026-03-01 --to 2026-03-02")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    try bill("B3", "WATER", on: "2026-03-04", "--from 2026-02-28 --to 2026-02-28")
    #expect(try bench.finalBillsDue() == ["SEWER"])
    #expect(try statuses() == ["SEWER,stopped", "WATER,final_billed"])
    #expect(try bench.rows("service list --status final_billed --fields service") == ["WATER"])
    #expect(try bench.expect("account show A1").output.contains("final_billed"))
    #expect(
      try bench.rows("report active-services --fields service,status")
        == ["WATER,final_billed", "SEWER,stopped"])
  }

  @Test("is one without a period that is not older than the stop")
  func withoutPeriod() throws {
    try bill("B1", "SEWER", on: "2026-03-04")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    try bill("B2", "SEWER", on: "2026-03-05")
    #expect(try bench.finalBillsDue() == ["WATER"])
    try bench.expect("bill add B3 A1 --on 2026-03-06 --amount 40")
    #expect(try bench.finalBillsDue() == ["WATER"])
  }

  @Test("counts from its day on, and until it is void")
  func days() throws {
    try bill("B1", "WATER", on: "2026-03-04", "--from 2026-02-01 --to 2026-02-28")
    #expect(try bench.finalBillsDue("--as-of 2026-03-03") == ["WATER"])
    #expect(try bench.finalBillsDue("--as-of 2026-03-04") == [])
    #expect(try statuses("--as-of 2026-03-03") == ["SEWER,active", "WATER,stopped"])
    try bench.expect("bill void B1 --reason wrong --yes")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    #expect(try bench.finalBillsDue("--as-of 2026-03-09") == ["SEWER"])
    try bench.expect("change undo --yes")
    #expect(try bench.finalBillsDue() == ["SEWER"])
    try bill("B2", "WATER", on: "2026-03-05", "--from 2026-02-28 --to 2026-03-04")
    try bench.expect("bill void B1 --reason wrong --yes")
    #expect(try bench.finalBillsDue() == ["SEWER"])
  }

  @Test("goes with an undo of the bill, and comes back with a redo")
  func undo() throws {
    try bill("B1", "WATER", on: "2026-03-04", "--from 2026-02-01 --to 2026-02-28")
    try bench.expect("change undo --yes")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    try bench.expect("change redo --yes")
    #expect(try bench.finalBillsDue() == ["SEWER"])
    #expect(try bench.expect("change verify --rows").status == .done)
  }

  @Test("can be undone though the stop has moved since")
  func undoAfterStop() throws {
    try bill("B1", "WATER", on: "2026-03-04", "--from 2026-02-01 --to 2026-02-28")
    try bench.expect("service stop A1 WATER --on 2026-03-04")
    try bench.expect("change undo 8 --yes")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    #expect(bench.run("bill show B1").status == .notFound)
    #expect(try bench.expect("change verify --rows").status == .done)
    #expect(try bench.expect("store check").status == .done)
  }

  @Test("is due again if the service stops later than it reaches, or does not stop")
  func movedStop() throws {
    try bill("B1", "WATER", on: "2026-03-04", "--from 2026-02-01 --to 2026-03-02")
    try bench.expect("service stop A1 WATER --on 2026-03-03")
    #expect(try bench.finalBillsDue() == ["SEWER"])
    try bench.expect("service stop A1 WATER --on 2026-03-04")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
    try bench.expect("service stop A1 WATER --on 2026-03-02")
    #expect(try bench.finalBillsDue() == ["SEWER"])
    try bench.expect("service stop A1 WATER --on 2026-03-12")
    try bill("B2", "WATER", on: "2026-03-09", "--from 2026-03-03 --to 2026-03-31")
    #expect(try statuses() == ["SEWER,stopped", "WATER,pending_stop"])
    // What was billed in advance is not final.
    bench.day = try CivilDate("2026-03-12")
    #expect(try statuses() == ["SEWER,stopped", "WATER,stopped"])
    bench.day = try CivilDate("2026-03-10")
    try bench.expect("service cancel A1 WATER --stop yes")
    #expect(try statuses() == ["SEWER,stopped", "WATER,active"])
  }

  @Test("of a service that is on again is none of the one before it")
  func again() throws {
    try bench.expect("service start A1 WATER --on 2026-03-04")
    try bill("B1", "WATER", on: "2026-03-09", "--from 2026-03-04 --to 2026-03-08")
    #expect(try bench.finalBillsDue() == ["SEWER", "WATER"])
  }

  @Test("may be on record before the stop is")
  func billFirst() throws {
    try bench.expect("location add L2 --address Elm")
    try bench.expect("account open A2 --cid 1 --location L2 --on 2025-09-01")
    try bench.expect("service start A2 SEWER --on 2025-11-01")
    try bench.expect(
      "bill add B1 A2 --on 2026-03-08 --from 2026-02-01 --to 2026-03-06 --service SEWER --amount 9")
    try bench.expect("service stop A2 SEWER --on 2026-03-07")
    #expect(
      try bench.rows("service list --account A2 --fields service,status") == ["SEWER,final_billed"])
  }
}
