import Accounts
import AdminCommands
import Testing

@testable import Ledger

/// `today` counts services by their marks, and the report looks at the bills: both say the same after any change.
/// The day of the bench is 2026-03-10.
@Suite("The mark of a final bill", .onBothEngines)
struct FinalBillMarkTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "service start A1 WATER --on 2025-11-01", "service start A1 SEWER --on 2025-11-01",
    ] { try bench.expect(line) }
  }

  private func bill(_ number: String, on day: String, to last: String = "2026-02-28") throws {
    try bench.expect(
      "bill add \(number) A1 --on \(day) --from 2026-02-01 --to \(last) --service WATER "
        + "--amount 9 --accept unusual")
  }

  private func stop(_ day: String) throws {
    try bench.expect("service stop A1 WATER --on \(day)")
  }

  @Test("is set where the bill is older than the stop on record")
  func billFirst() throws {
    try bill("B1", on: "2026-03-04")
    try stop("2026-03-01")
    #expect(try bench.finalBillsDue() == [])
    try stop("2026-03-03")
    #expect(try bench.finalBillsDue() == ["WATER"])
    try stop("2026-03-01")
    #expect(try bench.finalBillsDue() == [])
  }

  @Test("is that of another bill once the first is void, or its addition undone")
  func another() throws {
    try stop("2026-03-01")
    try bill("B1", on: "2026-03-04")
    try bill("B2", on: "2026-03-05")
    try bench.expect("bill void B1 --reason wrong --yes")
    #expect(try bench.finalBillsDue() == [])
    try bench.expect("change undo --yes")
    try bench.expect("change undo 7 --yes")
    #expect(bench.run("bill show B1").status == .notFound)
    #expect(try bench.finalBillsDue() == [])
    try bench.expect("bill void B2 --reason wrong --yes")
    #expect(try bench.finalBillsDue() == ["WATER"])
    #expect(try bench.expect("change verify --rows").status == .done)
  }

  @Test("does not come back with the stop that it belonged to once its bill is gone")
  func undoneStop() throws {
    try stop("2026-03-01")
    try bill("B1", on: "2026-03-04")
    try stop("2026-03-03")
    #expect(try bench.finalBillsDue() == ["WATER"])
    try bench.expect("change undo 7 --yes")
    try bench.expect("change undo 8 --yes")
    #expect(try bench.finalBillsDue() == ["WATER"])
    try bench.expect("change undo 9 --yes")
    #expect(try bench.finalBillsDue() == [])
    #expect(try bench.expect("change verify --rows").status == .done)
  }

  @Test("of a bill with a date to come counts from that date on")
  func later() throws {
    try stop("2026-03-01")
    try bill("B1", on: "2026-03-12")
    #expect(try bench.finalBillsDue() == ["WATER"])
    bench.day = try CivilDate("2026-03-12")
    #expect(try bench.finalBillsDue() == [])
  }

  @Test("goes with its bill, whichever change had set it")
  func undoneBills() throws {
    try bill("B1", on: "2026-03-04")
    try stop("2026-03-01")
    #expect(try bench.finalBillsDue() == [])
    try bench.expect("change undo 6 --yes")
    #expect(try bench.finalBillsDue() == ["WATER"])
    try bill("B2", on: "2026-03-05")
    try bill("B3", on: "2026-03-06")
    try bench.expect("change undo 9 --yes")
    #expect(try bench.finalBillsDue() == [])
    try bench.expect("change undo 10 --yes")
    #expect(try bench.finalBillsDue() == ["WATER"])
  }

  @Test("is that of the first bill, also if one with a date to come was on record before")
  func earlier() throws {
    try stop("2026-03-01")
    try bill("B1", on: "2026-03-12")
    try bill("B2", on: "2026-03-05")
    #expect(try bench.finalBillsDue() == [])
    try Store.open(StoreLocation(bench.store)).connection.script(
      "UPDATE service SET final_billed_on = '2026-03-12' WHERE final_billed_on IS NOT NULL")
    try bench.expect("store migrate")
    #expect(try bench.finalBillsDue() == [])
  }

  @Test(
    "that came from another system stays, whatever happens to another service's bill of that day")
  func ofAnotherSystem() throws {
    try stop("2026-03-01")
    try Store.open(StoreLocation(bench.store)).connection.script(
      "UPDATE service SET final_billed_on = '2026-03-04' WHERE stop_on IS NOT NULL")
    let marks = ["query", "SELECT final_billed_on FROM service WHERE stop_on IS NOT NULL"]
    let added = "bill add B1 A1 --on 2026-03-04 --service SEWER --amount 9 --accept unusual"
    for line in [added, "bill void B1 --reason wrong --yes"] {
      try bench.expect(line)
      #expect(try bench.expect(marks + ["--csv", "--no-header"]).output == "2026-03-04\n")
      let refused = bench.run("service stop A1 WATER --on 2026-03-03")
      #expect(refused.words.contains("final billed on 2026-03-04"), "\(refused)")
    }
  }

  @Test("does not hide a stop in the next days")
  func pendingStop() throws {
    try stop("2026-03-11")
    try bill("B1", on: "2026-03-10", to: "2026-03-10")
    let waiting = try bench.rows("today --fields waiting,items")
    #expect(waiting.contains("starts and stops in 7 days,1"))
    #expect(try bench.finalBillsDue() == [])
    bench.day = try CivilDate("2026-03-11")
    #expect(try bench.finalBillsDue() == [])
  }

  @Test("follows within a change of several commands")
  func severalCommands() throws {
    let script = try bench.file(
      "day.txt",
      """
      begin
      service stop A1 WATER --on 2026-03-01
      bill add B1 A1 --on 2026-03-04 --from 2026-02-01 --to 2026-02-28 --service WATER --amount 9 --accept unusual
      commit

      """)
    try bench.expect("run \(script)")
    #expect(try bench.finalBillsDue() == [])
    try bench.expect("change undo --yes")
    #expect(try bench.finalBillsDue() == [])
    #expect(
      try bench.rows("service list --account A1 --fields service,status").contains("WATER,active"))
  }

  @Test("that an older program did not set is set by a migration")
  func migration() throws {
    try stop("2026-03-01")
    try bill("B1", on: "2026-03-04")
    try Store.open(StoreLocation(bench.store)).connection.script(
      "UPDATE service SET final_billed_on = NULL")
    let migrated = try bench.expect("store migrate")
    #expect(migrated.words.contains("1 service marked as final billed"))
    #expect(try bench.finalBillsDue() == [])
    #expect(!(try bench.expect("store migrate").words.contains("final billed")))
    #expect(bench.run("change undo --dry-run").words.contains("change 7 of"))
    let listed = try bench.rows("report changes --fields change,undo")
    #expect(listed.contains("7,ubadmin change undo 7") && listed.contains("8,"), "\(listed)")
    try bench.expect("change undo 8 --yes")
    #expect(try bench.finalBillsDue() == [])
  }

  @Test(
    "agrees with the bills after any order of bills, voids, stops, undo and redo", arguments: 1...8)
  func anyOrder(seed: UInt64) throws {
    var random = Shuffled(state: seed)
    var (bills, done) = (0, 0)
    for _ in 1...14 {
      let day = Int.random(in: 1...9, using: &random)
      let line: String
      switch Int.random(in: 1...6, using: &random) {
      case 1, 2:
        bills += 1
        let last = Int.random(in: 20...28, using: &random)
        line =
          "bill add B\(bills) A1 --on 2026-03-0\(day) --from 2026-02-01 --to 2026-02-\(last) "
          + "--service WATER --amount \(bills) --accept unusual"
      case 3: line = "bill void B\(Int.random(in: 1...max(1, bills), using: &random)) --reason r"
      case 4: line = "service stop A1 WATER --on 2026-02-2\(day)"
      case 5: line = "change undo \(Int.random(in: 6...12, using: &random))"
      default: line = "change redo"
      }
      if bench.run(line + " --yes").status == .done { done += 1 }
      _ = try bench.finalBillsDue()
    }
    #expect(done > 2)
    #expect(try bench.expect("change verify --rows").status == .done)
  }
}
