import Testing

@Suite("Bills and payments at the desk", .onBothEngines)
struct BillCommandTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Main --route R7")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    try bench.expect("bill add B1 A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount 40")
    try bench.expect("bill add B1 A1 --service SEWER --amount 10")
    try bench.expect("payment post A1 --bill B1 --on 2026-02-20 --amount 12.34 --method check")
    return bench
  }

  @Test(
    "an amount above the largest one is refused, and the largest is named",
    arguments: ["bill add B9 A1", "payment post A1"])
  func limit(_ command: String) throws {
    let bench = try bench()
    for amount in ["1000000000", "9999999999999", "99999999999999999999"] {
      let refused = bench.run("\(command) --on 2026-03-01 --amount \(amount)")
      #expect(refused.status == .badData, "\(refused)")
      #expect(refused.words.contains("expected an amount up to 999999999.99"), "\(refused)")
    }
    try bench.expect("\(command) --on 2026-03-01 --amount 999999999.99 --accept unusual")
  }

  @Test("a payment of a customer who was merged names the other customer")
  func merged() throws {
    let bench = try bench()
    try bench.expect("customer add 2 --name Ana")
    try bench.expect("customer merge 1 --into 2")
    let refused = bench.run("payment post A1 --amount 5 --cid 1")
    #expect(refused.words.contains("--cid: found customer 1, merged into 2"), "\(refused)")
    #expect(refused.words.contains("use 2"), "\(refused)")
  }

  @Test("a bill shows its face, lines and payments")
  func show() throws {
    let page = try bench().expect("bill show B1").output
    for words in [
      "Route", "R7", "Customer #", "Total due", "50.00", "Sum of payments", "12.34", "37.66",
      "SEWER", "check", "2026-02-22",
    ] {
      #expect(page.contains(words), "\(words) in \(page)")
    }
  }

  @Test("what each customer owes of a bill is as of the day, as the bill's open amount is")
  func owedOnDay() throws {
    let bench = try bench()
    try bench.expect("payment post A1 --on 2026-03-15 --amount 30")
    for (day, open) in [("2026-02-10", "50.00"), ("2026-03-10", "37.66"), ("2026-03-15", "7.66")] {
      let page = try bench.expect("bill show B1 --as-of \(day) --json").output
        .replacing(": ", with: ":")
      #expect(page.ranges(of: "\"open\":\"\(open)\"").count == 2, "\(page)")
    }
    let why = try bench.expect("explain bill B1").output
    #expect(why.contains("customer 1: open") && why.contains("37.66"), "\(why)")
  }

  @Test("an account shows what is owed, and a list what is open")
  func account() throws {
    let bench = try bench()
    let page = try bench.expect("account show A1 --json").output
    for words in [
      "\"balance\":\"37.66\"", "\"amount_due\":\"37.66\"", "\"due_date\":\"2026-02-22\"",
      "\"past_due\":\"37.66\"", "\"last_posted\":\"2026-02-20\"",
    ] {
      #expect(page.replacing(": ", with: ":").contains(words), "\(words) in \(page)")
    }
    let fields = "--fields bill,total,paid,open,last-posted --csv"
    #expect(
      try bench.expect("bill list --unpaid --due-before 2026-03-01 \(fields)").output
        == "bill,total,paid,open,last-posted\nB1,50.00,12.34,37.66,2026-02-20\n")
    #expect(
      try bench.expect("bill list --as-of 2026-02-10 --account A1 \(fields)").output
        == "bill,total,paid,open,last-posted\nB1,50.00,0.00,50.00,\n")
  }

  @Test("what a list cannot be sorted by is a wrong word, not a bug")
  func wrongSort() throws {
    let result = try bench().run(["bill", "list", "--sort", "date"])
    #expect(result.status == .usage)
    #expect(result.words.contains("--sort date"))
    #expect(result.words.contains("fields of bill list: bill, account, on, due"))
  }

  @Test("a reversed payment is listed with --all alone")
  func payments() throws {
    let bench = try bench()
    try bench.expect("payment reverse 1 --reason bounced")
    let fields = "--fields payment,amount,reversed-on --csv"
    #expect(
      try bench.expect("payment list \(fields)").output == "payment,amount,reversed-on\n")
    #expect(
      try bench.expect("payment list --all \(fields)").output
        == "payment,amount,reversed-on\n1,12.34,2026-03-10\n")
    try bench.expect("change undo 7 --yes")
    #expect(
      try bench.expect("bill list --fields bill,open --csv").output == "bill,open\nB1,37.66\n")
  }
}
