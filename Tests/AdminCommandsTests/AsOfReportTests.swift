import Accounts
import Reports
import Testing

@testable import AdminCommands

/// What a report of a day shows on an earlier one is what it showed then. The day of the bench is
/// 2026-03-10.
@Suite("A report as of a day", .onBothEngines)
struct AsOfReportTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "location add L2 --address Elm --route R1",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "account open A2 --cid 1 --location L2 --on 2026-02-01",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
      "read add M1 --on 2025-12-01 --reading 2000", "read add M1 --on 2026-03-01 --reading 3000",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  /// After the change it shows something else today, and the same as before on the day before.
  private func holds(_ report: String, _ day: String, after changes: [String]) throws {
    let before = try rows("\(report) --as-of \(day)")
    for line in changes { try bench.expect(line) }
    #expect(try rows("\(report) --as-of \(day)") == before, "\(report)")
    #expect(try rows(report) != before, "\(report)")
  }

  @Test("states of services, meters and money of an earlier day do not change by what came later")
  func states() throws {
    try holds(
      "active-services", "2026-02-28", after: ["service suspend A1 WATER --on 2026-03-02"])
    try holds(
      "meter-list", "2026-03-04",
      after: ["meter exchange M1 --new M2 --on 2026-03-05 --reading 3001 --new-reading 0"])
    try holds("read-sheet", "2026-02-28", after: ["read add M2 --on 2026-03-08 --reading 4"])
    try holds("meter-evaluation", "2026-03-08", after: ["read add M2 --on 2026-03-09 --reading 5"])
    try holds(
      "credits", "2026-03-08", after: ["payment post A1 --on 2026-03-09 --amount 12"])
    try holds(
      "aged-balances", "2026-02-28", after: ["bill add B1 A2 --on 2026-03-01 --amount 40"])
    try holds("delivery", "2026-03-09", after: ["delivery set A1 email --email a@example.com"])
    try holds(
      "final-bills-due", "2026-03-09", after: ["service stop A1 WATER --on 2026-03-10"])
  }

  @Test(
    "on an earlier day a service that stopped later is active, and one that starts later is none")
  func laterStartsAndStops() throws {
    try bench.expect("service stop A1 WATER --on 2026-03-10")
    try bench.expect("service start A2 SEWER --on 2026-03-20")
    let report = "active-services --fields service,status,services"
    #expect(try rows("\(report) --as-of 2026-02-28") == ["WATER,active,1"])
    #expect(try Set(rows(report)) == ["WATER,stopped,1", "SEWER,pending_start,1"])
  }

  @Test("the last read on a read sheet is before the day, or from the meter's installation on it")
  func readBefore() throws {
    func sheet(_ day: String) throws -> [String] {
      try rows("read-sheet --as-of \(day) --fields meter,last-read,reading")
    }
    #expect(try sheet("2026-03-01") == ["M1,2025-12-01,2000"])
    #expect(try sheet("2026-03-02") == ["M1,2026-03-01,3000"])
    #expect(try sheet("2025-11-01") == ["M1,2025-11-01,1000"])
    #expect(try rows("meter-list --as-of 2026-03-01 --fields reading") == ["3000"])
  }

  @Test("a bill that is voided was owed until then, and what was paid of it was no credit")
  func voided() throws {
    for line in [
      "bill add B1 A1 --on 2026-03-01 --amount 40", "bill add B2 A1 --on 2026-03-02 --amount -5",
      "payment post A1 --on 2026-03-03 --amount 15", "bill add B3 A2 --on 2026-03-01 --amount 7",
    ] { try bench.expect(line) }
    let unpaid = "bill list --unpaid --csv --as-of 2026-03-09"
    let bills = try [unpaid, "bill list --csv --as-of 2026-03-09"].map { try bench.expect($0) }
    let account = try bench.expect("account show A1 --as-of 2026-03-09 --json")
    try holds(
      "aged-balances", "2026-03-09",
      after: ["bill void B1 --reason twice", "bill void B3 --reason twice"])
    #expect(try rows("credits") == rows("credits --as-of 2026-03-10"))
    #expect(try rows("credits --as-of 2026-03-09") == [])
    #expect(try rows("credits").count == 1)
    #expect(try bench.expect(unpaid) == bills[0])
    #expect(try bench.expect("bill list --csv --as-of 2026-03-09") == bills[1])
    #expect(try bench.expect("bill list --csv --fields bill --no-header").output == "B2\n")
    #expect(try bench.expect("account show A1 --as-of 2026-03-09 --json") == account)
    #expect(try bench.expect("store check").status == .done)
  }

  @Test("a start that was canceled later was pending until then")
  func cancelled() throws {
    try bench.expect("service start A2 SEWER --on 2026-03-20")
    try bench.expect("service cancel A2 SEWER --reason twice")
    #expect(try rows("pending --as-of 2026-03-09 --fields on,account") == ["2026-03-20,A2"])
    #expect(try rows("pending") == [])
  }

  @Test("a customer who was merged is refused with the other's ID, and still has accounts before")
  func merged() throws {
    try bench.expect("customer add 2 --name Bo")
    try bench.expect("location add L3 --address Oak")
    try bench.expect("account open A3 --cid 2 --location L3 --on 2026-03-01")
    let before = try bench.expect("change list --limit 1 --fields change --csv --no-header").output
    try bench.expect("customer merge 2 --into 1")
    for list in ["report aged-balances", "account list"] {
      let refused = bench.run("\(list) --cid 2")
      #expect(refused.status == .refused)
      #expect(refused.words.contains("merged into 1"), "\(refused.words)")
    }
    let rows = "account list --cid 2 --fields account --csv --no-header --at \(before.dropLast())"
    #expect(try bench.expect(rows).output == "A3\n")
  }

  @Test("a payment that was reversed later counted until then")
  func reversed() throws {
    try bench.expect("payment post A1 --on 2026-03-02 --amount 12")
    try bench.expect("payment reverse 1 --reason bounced")
    let fields = "--from 2026-03-01 --fields amount,reversed-amount"
    #expect(try rows("payments --as-of 2026-03-09 \(fields)") == ["12.00,0.00"])
    #expect(try rows("payments \(fields)") == ["0.00,12.00"])
  }

  @Test("a user who was deactivated later saw the account until then")
  func users() throws {
    for line in [
      "user register ana@example.com --first Ana --last Ortiz", "user activate ana@example.com",
      "link add ana@example.com A1 --cid 1",
    ] { try bench.expect(line) }
    bench.day = bench.day.adding(days: 2)
    try bench.expect("user deactivate ana@example.com")
    #expect(try rows("links-coverage --as-of 2026-03-10 --fields seen") == ["1"])
    #expect(try rows("links-coverage --fields seen") == ["0"])
  }

  @Test("a report of now refuses another day, and names the way to an earlier moment")
  func now() throws {
    for report in ["locked-users", "eft-enrollments"] {
      let refused = bench.run("report \(report) --as-of 2026-02-28")
      #expect(refused.status == .usage)
      #expect(
        refused.words.contains("`ubadmin report \(report) --at 2026-03-10`"), "\(refused.words)")
      try bench.expect("report \(report) --as-of today")
      let past = bench.run("report \(report) --as-of 2026-02-28 --at 2026-03-10")
      #expect(past.status == .usage)
      #expect(past.words.contains("leave --as-of out"), "\(past.words)")
      try bench.expect("report \(report) --as-of 2026-03-10 --at 2026-03-10")
    }
  }
}
