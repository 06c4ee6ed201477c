import AdminCommands
import Testing

/// `explain` of other records than users. The day of the bench is 2026-03-10.
@Suite("Why a record is as it is", .onBothEngines)
struct ExplainTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
    ] { try bench.expect(line) }
  }

  private func explained(_ words: String) throws -> String {
    try bench.expect("explain \(words)").output
  }

  /// Whether one line of the page has all of it.
  private func hasLine(_ page: String, _ parts: String...) -> Bool {
    page.split(separator: "\n").contains { line in parts.allSatisfy { line.contains($0) } }
  }

  @Test("an account's services have their status by a day, a change and a reason")
  func services() throws {
    for line in [
      "service start A1 SEWER --on 2026-03-20",
      "service suspend A1 WATER --on 2026-03-01 --reason unpaid",
    ] { try bench.expect(line) }
    let page = try explained("A1")
    #expect(
      hasLine(
        page, "WATER", "suspended: turned off (unpaid)", "2026-03-01", "pat",
        "ubadmin service resume A1 1000 --on today"), "\(page)")
    #expect(
      hasLine(
        page, "SEWER", "pending_start: starts later", "2026-03-20", "pat",
        "ubadmin service cancel A1 2000"), "\(page)")
    try bench.expect("service resume A1 WATER --on 2026-03-05")
    try bench.expect("service stop A1 WATER --on 2026-03-08 --reason sold")
    #expect(
      hasLine(
        try explained("account A1"),
        "stopped: no bill covers its last day yet (sold)",
        "2026-03-08"))
    try bench.expect(
      "bill add B1 A1 --on 2026-03-09 --from 2026-02-08 --to 2026-03-07 --service WATER --amount 9")
    #expect(
      hasLine(try explained("A1"), "final_billed: a bill covers its last day"))
  }

  @Test("bills go by mail after bounces, and automatic payments are on hold")
  func deliveryAndPayments() throws {
    #expect(hasLine(try explained("A1"), "bill delivery", "bills by mail: nothing else was chosen"))
    for line in [
      "delivery set A1 email --email a@example.com",
      "delivery bounce A1 --type hard --code 5.1.1",
    ] { try bench.expect(line) }
    let enrolled = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(enrolled.status == .done, "\(enrolled)")
    try bench.expect("eft hold A1 --reason asked")
    let page = try explained("A1")
    #expect(hasLine(page, "bills by mail: e-mailed bills bounced", "2026-03-10", "pat"), "\(page)")
    #expect(hasLine(page, "hard bounce 5.1.1"), "\(page)")
    #expect(
      hasLine(page, "on_hold: nothing is drafted: asked", "pat", "ubadmin eft release A1"),
      "\(page)")
    #expect(!page.contains("a@example.com"))
  }

  @Test("the balance is what is billed less what is paid, bill by bill")
  func balance() throws {
    for line in [
      "bill add B1 A1 --on 2026-02-05 --amount 40", "bill add B2 A1 --on 2026-02-06 --amount 7",
      "payment post A1 --on 2026-02-20 --amount 15 --method check --reference 77",
      "payment post A1 --on 2026-02-21 --amount 3",
      "payment reverse 2 --on 2026-02-27 --reason bounced",
      "bill void B2 --reason wrong --yes",
    ] { try bench.expect(line) }
    let page = try explained("A1")
    #expect(hasLine(page, "balance", "billed less paid", "25.00"), "\(page)")
    #expect(hasLine(page, "bill B1", "open, due 2026-02-26: past due", "25.00"), "\(page)")
    #expect(hasLine(page, "bill B2", "void: wrong", "7.00", "ubadmin history bill B2"), "\(page)")
    #expect(hasLine(page, "payment 2", "reversed: bounced", "3.00"), "\(page)")
    let bill = try explained("B1")
    #expect(hasLine(bill, "owed by", "customer 1: open", "25.00"), "\(bill)")
    #expect(
      hasLine(bill, "payment 1", "applied: the bill was due first", "15.00"), "\(bill)")
    #expect(hasLine(try explained("bill B2"), "void", "wrong", "2026-03-10", "pat"))
    let payment = try explained("payment 1")
    #expect(hasLine(payment, "payment", "check, account A1", "2026-02-20", "pat"), "\(payment)")
    #expect(
      hasLine(payment, "bill B1", "applied: the bill was due first", "ubadmin bill show B1"),
      "\(payment)")
    #expect(hasLine(try explained("2"), "reversed", "bounced", "2026-02-27", "pat"))
  }

  @Test("a meter's usage is estimated by its last read")
  func estimated() throws {
    for line in [
      "read add M1 --on 2025-12-01 --reading 2000",
      "read add M1 --on 2026-01-01 --reading 2600 --kind estimated",
    ] { try bench.expect(line) }
    let page = try explained("M1")
    #expect(
      hasLine(
        page, "use, GAL", "estimated from 2025-12-01 to 2026-01-01",
        "its last read was entered as estimated", "the actual read before it is of 2025-12-01",
        "ubadmin read add M1 --on 2026-01-01 --reading READING"), "\(page)")
    #expect(hasLine(page, "last actual read", "2025-12-01", "2,000"), "\(page)")
    #expect(hasLine(page, "place", "WATER of account A1", "2025-11-01"), "\(page)")
  }

  @Test("what is not there, a kind alone and a number of two records are refused")
  func refused() throws {
    #expect(bench.run("explain 77").status == .notFound)
    #expect(bench.run("explain bill B9").status == .notFound)
    #expect(bench.run("explain account").words.contains("<key> is missing"))
    #expect(bench.run("explain customer 1").status == .badData)
    try bench.expect("meter add A1 --service WATER --dials 6")
    let both = bench.run("explain A1")
    #expect(
      both.words.contains("`ubadmin explain account A1` or `ubadmin explain meter A1`"), "\(both)")
  }
}
