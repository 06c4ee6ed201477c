import Accounts
import Testing

@testable import AdminCommands

/// Customer 1 has moved from account A1 to account A2, and 80.00 went along.
@Suite("Bills of a transferred balance at the desk", .onBothEngines)
struct TransferredBillsTests {
  private static let transfer = "TA1-2026-03-05"
  private static let stays =
    "was transferred to account A2 as bill \(transfer) and is still owed there"

  private func bench() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "location add L2 --address Elm", "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L2 --on 2026-03-01",
      "bill add B1 A1 --amount 80 --on 2026-02-10 --due 2026-03-01",
      "account move A1 --cid 2 --on 2026-03-05 --transfer-balance A2",
    ] { try bench.expect(line) }
    return bench
  }

  private func owed(_ bench: CommandBench) throws -> String {
    try bench.expect("report aged-balances --csv --no-header --fields account,cid,owed").output
  }

  @Test("the void of a bill whose balance was transferred asks, and says how to take it back")
  func paid() throws {
    let bench = try bench()
    let rows = try bench.file("rows.csv", "bill,reason\nB1,wrong\n")
    for line in [
      "bill void B1 --reason wrong", "bill void --from \(rows)",
      "bill void B1 --reason wrong --plan-out \(bench.folder)/p.plan",
    ] {
      let refused = bench.run(line)
      #expect(refused.status == (line.contains("--from") ? .badData : .refused), "\(refused)")
      #expect(refused.words.contains("bill B1, 80.00 of which " + Self.stays), "\(refused)")
    }
    #expect(
      bench.run("bill void B1 --reason wrong").words.contains(
        "run `ubadmin bill void \(Self.transfer) --reason REASON --accept unusual`"))
    let done = try bench.expect("bill void B1 --reason wrong --yes")
    #expect(done.words.contains("note: 80.00 of bill B1 " + Self.stays), "\(done)")
    #expect(try owed(bench) == "A2,1,80.00\n")
    try bench.expect("bill void \(Self.transfer) --reason wrong --accept unusual")
    #expect(try owed(bench) == "")
  }

  @Test("the void also takes back that a line that was added to it is a service's final bill")
  func finalBill() throws {
    let bench = try bench()
    for line in [
      "service start A2 WATER --on 2026-03-02", "service stop A2 WATER --on 2026-03-08",
      "bill add \(Self.transfer) A2 --service WATER --amount 9",
    ] { try bench.expect(line) }
    let list = "service list --account A2 --fields status --csv --no-header"
    #expect(try bench.expect(list).output == "final_billed\n")
    try bench.expect("bill void \(Self.transfer)-OUT --reason wrong --accept unusual")
    #expect(try bench.expect(list).output == "stopped\n")
  }

  @Test("the void of either bill asks and voids both", arguments: ["", "-OUT"])
  func half(_ ending: String) throws {
    let bench = try bench()
    let line = "bill void \(Self.transfer)\(ending) --reason wrong"
    let refused = bench.run(line)
    #expect(refused.status == .refused, "\(refused)")
    #expect(
      refused.words.contains(
        "which transfers 80.00 from account A1 to account A2 together with bill \(Self.transfer)"),
      "\(refused)")
    #expect(
      try bench.expect("bill show \(Self.transfer)\(ending)").output.contains(
        "80.00 from account A1 to account A2"))
    try bench.expect(line + " --yes")
    #expect(try owed(bench) == "A1,1,80.00\n")
    let voided =
      try bench.expect("change list --csv --no-header --fields change").output
      .split(separator: "\n").first ?? ""
    try bench.expect("change undo \(voided)")
    #expect(try owed(bench) == "A2,1,80.00\n")
  }

  @Test("the undo of a bill whose balance was transferred asks")
  func undone() throws {
    let bench = try bench()
    let added =
      try bench.expect("change list --csv --no-header --fields change,command").output
      .split(separator: "\n").first { $0.contains("bill add") }?.split(separator: ",").first ?? ""
    let refused = bench.run("change undo \(added)")
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.words.contains(Self.stays), "\(refused)")
    let done = try bench.expect("change undo \(added) --yes")
    #expect(done.words.contains("note: 80.00 of bill B1 " + Self.stays), "\(done)")
  }

  @Test("what is past due stays past due, and equal bills of it are no duplicates")
  func age() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "location add L2 --address Elm", "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L2 --on 2026-03-01",
      "bill add B1 A1 --amount 80 --on 2025-11-10 --due 2025-12-01",
      "bill add B2 A1 --amount 80 --on 2026-01-10 --due 2026-01-30",
      "bill add B3 A1 --amount 80 --on 2026-03-01 --due 2026-03-20",
    ] { try bench.expect(line) }
    let line = "report aged-balances --cid 1 --csv --no-header"
    let before = try bench.expect(line).output
    try bench.expect("account move A1 --cid 2 --on 2026-03-05 --transfer-balance A2")
    #expect(try bench.expect(line).output == before.replacing("A1", with: "A2"))
    let problems = try bench.expect("store doctor --only doubled_bill --csv --no-header")
    #expect(problems.output == "", "\(problems)")
    let refused = bench.run("bill void \(Self.transfer)-2 --reason wrong")
    #expect(refused.words.contains("together with 5 other bills"), "\(refused)")
    #expect(refused.words.contains("to void all 6 bills"), "\(refused)")
  }

  @Test("what a draft at the bank pays is not transferred")
  func drafted() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("customer add 2 --name Bo")
    let moved = try bench.expect("account move A1 --cid 2 --on 2026-03-09 --transfer-balance A2")
    #expect(
      moved.words.contains(
        "44.56 of what customer 1 owes is paid by payments on record for later days"), "\(moved)")
    #expect(moved.words.contains("customer 1 owes nothing that could be transferred"), "\(moved)")
    let (balances, credits) = (
      try bench.expect("report aged-balances --as-of 2026-03-12 --csv --no-header").output,
      try bench.expect("report credits --as-of 2026-03-12 --csv --no-header").output
    )
    #expect(balances == "" && credits == "", "\(balances)\(credits)")
  }

  @Test(
    "a draft that the bank returns after the balance went along is owed by its customer again",
    arguments: ["2026-03-10", "2026-03-12"])
  func returnedDraft(movedOn: String) throws {
    let bench = try EFTReturnsTests.drafted()
    for line in [
      "customer add 2 --name Bo", "location add L3 --address Elm",
      "account open A3 --cid 1 --location L3 --on 2026-03-01",
      "bill add B3 A1 --amount 20.00 --on 2026-03-08 --due 2026-04-08",
    ] { try bench.expect(line) }
    bench.day = try CivilDate(movedOn)
    let moved = try bench.expect("account move A1 --cid 2 --on \(movedOn) --transfer-balance A3")
    // What the draft pays stays out of it.
    #expect(moved.words.contains("20.00 that customer 1 owes is transferred"), "\(moved)")
    bench.day = try CivilDate("2026-03-13")
    #expect(try owed(bench) == "A3,1,20.00\n")
    let returned = try bench.file(
      "returns.ach", EFTReturnsTests.returned(bench.text(of: "drafts.ach") ?? ""))
    try bench.expect("eft returns --from \(returned)")
    #expect(try owed(bench) == "A1,1,44.56\nA2,1,50.00\nA3,1,20.00\n")
    let page = try bench.expect("account show A1").output
    #expect(page.contains("Previous customers owe  44.56"), "\(page)")
    try bench.expect("store check --full")
    // The money that comes after all pays it.
    try bench.expect("payment post A1 --amount 44.56 --method cash --cid 1")
    #expect(try owed(bench) == "A2,1,50.00\nA3,1,20.00\n")
    try bench.expect("store check --full")
  }
}
