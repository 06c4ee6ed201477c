import Testing

/// Account A1 is Ana's, customer 1, and Bo's, customer 2; each sees only a part of what both owe, paid and used.
@Suite("What a citizen sees of records shared with another customer", .onBothEngines)
struct PortalPartsTests {
  private static let password = "four quiet rivers"
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo",
      "location add L1 --address Main", "meter add M1",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 0",
    ] { try bench.expect(line) }
  }

  /// The session of a user who is linked to A1 by a customer.
  private func session(_ cid: String) throws -> String {
    let email = "user\(cid)@example.com"
    bench.run(
      "portal register \(email) --first User --last Ortiz", input: Self.password + "\n")
    try bench.activateLast()
    let session = bench.run("portal sign-in \(email)", input: Self.password + "\n").output
    let linked = bench.run("portal link A1 --cid \(cid)", input: session)
    #expect(linked.status == .done, "\(linked)")
    return session
  }

  private func page(_ line: String, _ session: String) -> String {
    bench.run("portal \(line) --json", input: session).output
  }

  /// A bill of 14.00 for Ana and 21.00 for Bo, and 20.00 paid, which pays Ana's part first.
  private func splitBill() throws {
    for line in [
      "account move A1 --cid 2 --on 2026-02-15 --reading 100",
      "bill add B1 A1 --on 2026-03-01 --from 2026-02-01 --to 2026-02-28 --service WATER --amount 28",
      "bill add B1 A1 --on 2026-03-01 --from 2026-02-15 --to 2026-02-28 --amount 7",
      "payment post A1 --bill B1 --on 2026-03-05 --amount 20",
    ] { try bench.expect(line) }
  }

  @Test("each line of a split bill has the amount that is the user's, and adds up to the total")
  func lines() throws {
    try splitBill()
    let ana = try page("bill B1", session("1"))
    #expect(ana.contains("\"total\":\"14.00\"") && ana.contains("\"amount\":\"14.00\""), "\(ana)")
    for amount in ["28.00", "7.00", "21.00"] {
      #expect(!ana.contains("\"\(amount)\""), "\(amount) in \(ana)")
    }
    let bo = try page("bill B1", session("2"))
    for words in ["\"total\":\"21.00\"", "\"amount\":\"14.00\"", "\"amount\":\"7.00\""] {
      #expect(bo.contains(words), "\(words) in \(bo)")
    }
    #expect(!bo.contains("\"28.00\""), "\(bo)")
    let staff = try bench.expect("bill show B1 --json").output
    #expect(staff.contains("\"amount\":\"28.00\""), "\(staff)")
  }

  @Test("of a payment, the part that pays the user's bills")
  func payments() throws {
    try splitBill()
    let ana = try page("show A1", session("1"))
    #expect(ana.contains("\"amount\":\"14.00\"") && !ana.contains("\"20.00\""), "\(ana)")
    let bo = try page("show A1", session("2"))
    #expect(bo.contains("\"amount\":\"6.00\"") && !bo.contains("\"20.00\""), "\(bo)")
    #expect(bo.contains("\"sum_of_payments\":\"6.00\""), "\(bo)")
  }

  @Test(
    "of a service that goes on, the use of the user's own days and the status as the user left it")
  func services() throws {
    for line in [
      "account set A1 --cid 2 --role tenant --on 2026-01-15",
      "account set A1 --cid 2 --role tenant --until 2026-02-10",
      "read add M1 --on 2026-01-15 --reading 200 --accept unusual",
      "read add M1 --on 2026-02-10 --reading 230 --accept unusual",
      "read add M1 --on 2026-03-01 --reading 300 --accept unusual",
      "service suspend A1 WATER --on 2026-03-02 --reason unpaid",
    ] { try bench.expect(line) }
    let bo = try page("show A1", session("2"))
    #expect(bo.contains("\"last_12_months\":30,"), "\(bo)")
    #expect(bo.contains("\"status\":\"active\"") && !bo.contains("suspended"), "\(bo)")
    let ana = try page("show A1", session("1"))
    #expect(ana.contains("\"last_12_months\":300,"), "\(ana)")
    #expect(ana.contains("\"status\":\"suspended\""), "\(ana)")
  }

  @Test("the address for bills is shown to those who were responsible when it was entered")
  func address() throws {
    for line in [
      "delivery set A1 email --email ana@mail.example --on 2026-01-01",
      "account set A1 --cid 2 --role tenant --on 2026-02-01",
    ] { try bench.expect(line) }
    let bo = try page("show A1", session("2"))
    #expect(bo.contains("by e-mail") && !bo.contains("ana@mail.example"), "\(bo)")
    #expect(try page("show A1", session("1")).contains("ana@mail.example"))
  }
}
