import Accounts
import Testing

@testable import AdminCommands

@testable import Ledger

@Suite("store doctor", .onBothEngines)
struct StoreDoctorTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    bench.environment["UBADMIN_EFT_KEY"] = try bench.file(
      "key", String(repeating: "k", count: 32))
    for line in [
      "customer add 1 --name Ana --email ana@example.com", "customer add 2 --name Bo",
      "location add L1 --address 1-Main", "meter add M1 --service WATER --dials 6",
      "account open A1 --cid 1 --location L1 --on 2025-01-01 --role tenant",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 100",
      "user register ana@example.com --first Ana --last Ortiz",
      "user activate ana@example.com",
      "setting set portal.address https://portal.example.gov",
    ] { try bench.expect(line) }
  }

  private func findings(_ problem: Problem) -> [String] {
    let result = bench.run(
      ["store", "doctor", "--only", problem.rawValue, "--csv", "--no-header", "--fields", "hint"])
    return result.output.split(separator: "\n").map(String.init)
  }

  private func script(_ sql: String) throws {
    try Store.open(StoreLocation(bench.store)).connection.script(sql)
  }

  /// What is wrong is found, and no longer after its command was run.
  private func isFixed(_ problem: Problem) throws -> String {
    let found = findings(problem)
    #expect(found.count == 1, "\(found)")
    let fix = found.first ?? ""
    let words = fix.split(separator: " ").dropFirst().map(String.init)
    let done = bench.run(words)
    #expect(done.status == .done, "\(fix): \(done)")
    #expect(findings(problem) == [])
    return fix
  }

  @Test("finds nothing in a store that is in order")
  func healthy() {
    let result = bench.run("store doctor")
    #expect(result.status == .done)
    #expect(result.words.hasSuffix("0 problems\n"))
  }

  @Test("two tenants at once: the first ends when the second begins")
  func occupancy() throws {
    try bench.expect("account set A1 --cid 2 --role tenant --on 2025-06-01")
    #expect(
      try isFixed(.overlappingOccupancy)
        == "ubadmin account set A1 --cid 1 --role tenant --until 2025-06-01")
  }

  @Test("a metered service without a meter is stopped")
  func meter() throws {
    try bench.expect("meter remove M1 --on 2025-05-01 --reading 120")
    #expect(
      try isFixed(.serviceWithoutMeter) == "ubadmin service stop A1 WATER --on 2026-03-10")
  }

  @Test("consumption after the stop is taken back with its read")
  func consumption() throws {
    try bench.expect("read add M1 --on 2025-06-01 --reading 130")
    try script("UPDATE service SET stop_on = '2025-05-01'")
    #expect(try isFixed(.stoppedWithConsumption) == "ubadmin read void M1 --on 2025-06-01")
  }

  @Test("automatic payments that outlived their account are cancelled")
  func eft() throws {
    let result = bench.run(["eft", "enroll", "A1", "--routing", "021000021"], input: "123456789\n")
    #expect(result.status == .done)
    try script("UPDATE account SET closed_on = '2025-12-31'")
    #expect(try isFixed(.eftOutlived) == "ubadmin eft cancel A1 --reason closed")
  }

  @Test("an enrollment that nobody confirmed is confirmed")
  func prenote() throws {
    try bench.expect("setting set eft.two-persons yes")
    bench.run(["eft", "enroll", "A1", "--routing", "021000021"], input: "123456789\n")
    bench.day = bench.day.adding(days: 30)
    bench.operatorName = "bea"
    #expect(findings(.prenoteOverdue) == ["ubadmin eft confirm A1"])
    try bench.expect("eft confirm A1")
    #expect(findings(.prenoteOverdue).first?.hasPrefix("ubadmin eft export --on") == true)
  }

  @Test("bills to an address from which mails come back go on paper")
  func bounces() throws {
    try bench.expect("delivery set A1 email --email ana@example.com --on 2026-01-01")
    try bench.expect("delivery bounce A1 --on 2026-02-01")
    #expect(try isFixed(.bouncingAddress) == "ubadmin delivery set A1 mail")
  }

  @Test("a link that leads nowhere is removed")
  func link() throws {
    try bench.expect("link add ana@example.com A1 --cid 1")
    try script("UPDATE link SET cid = '2'")
    #expect(try isFixed(.orphanLink) == "ubadmin link remove ana@example.com A1")
  }

  @Test("a customer who is there twice is merged")
  func duplicate() throws {
    try bench.expect("customer add 3 --name ANA --email Ana@Example.com")
    #expect(try isFixed(.duplicateEmail) == "ubadmin customer merge 3 --into 1")
  }

  @Test("many who were locked out within an hour are unlocked together")
  func outage() throws {
    for name in ["bea", "cy", "di", "ed"] {
      try bench.expect("user register \(name)@example.com --first \(name) --last Ortiz")
      try bench.expect("user activate \(name)@example.com")
    }
    try script(
      """
      UPDATE portal_user SET status = 'locked_out', locked_by = 'policy', \
      status_since = '2026-03-09T08:00:00Z' WHERE email <> 'ed@example.com'
      """)
    #expect(findings(.lockedInOutage) == [])
    try script(
      """
      UPDATE portal_user SET status = 'locked_out', locked_by = 'policy', \
      status_since = '2026-03-09T08:59:00Z' WHERE email = 'ed@example.com'
      """)
    #expect(
      try isFixed(.lockedInOutage)
        == "ubadmin user unlock --locked-since 2026-03-09T08:00:00Z --yes")
  }

  @Test("a mail in hand since a run broke off is told of")
  func mail() throws {
    try script("UPDATE outbox_message SET status = 'sending'")
    bench.day = bench.day.adding(days: 1)
    #expect(findings(.mailStuck) == ["ubadmin mail send --again"])
  }

  @Test("an activation mail that failed is told of until a new one is posted")
  func failedActivation() throws {
    try bench.expect("user register bea@example.com --first Bea --last Lind")
    try script(
      "UPDATE outbox_message SET status = 'failed', attempts = 10 WHERE kind = 'activation'")
    #expect(try isFixed(.mailFailed) == "ubadmin user resend bea@example.com")
  }

  @Test("a failed mail without a command to post it again is listed, for 30 days")
  func failedNotice() throws {
    try script("UPDATE outbox_message SET status = 'failed', kind = 'unlock', body = NULL")
    let fix = "mail list --status failed --kind unlock"
    #expect(findings(.mailFailed) == ["ubadmin " + fix])
    #expect(try bench.expect(fix + " --csv --no-header --fields kind").output == "unlock\n")
    bench.day = bench.day.adding(days: 31)
    #expect(findings(.mailFailed) == [])
  }

  @Test("a portal address that was never set is told of once there are users, with the command")
  func portalAddress() throws {
    try script("DELETE FROM setting WHERE name = 'portal.address'")
    #expect(
      try isFixed(.portalAddressUnset)
        == "ubadmin setting set portal.address https://portal.example.gov")
  }

  @Test("a store without portal users needs no portal address")
  func noPortal() throws {
    let empty = try CommandBench()
    #expect(empty.run("store doctor").words.hasSuffix("0 problems\n"))
  }

  @Test("automatic payments that outlived a responsibility are found alike by doctor and check")
  func sharedWithCheck() throws {
    bench.run(["eft", "enroll", "A1", "--routing", "021000021"], input: "123456789\n")
    try script("UPDATE account_customer SET to_on = '2026-01-31'")
    let fix = try #require(findings(.eftOutlived).first)
    let check = bench.run("store check --csv --no-header --fields rule,hint").output
    #expect(
      check.contains("eft_outlives,end them with `\(fix.dropFirst("ubadmin ".count))`"), "\(check)")
    try script("UPDATE eft_enrollment SET state = 'returned'")
    #expect(findings(.eftOutlived) == [])
    #expect(!bench.run("store check --csv --fields rule").output.contains("eft_outlives"))
  }

  @Test("several problems may be asked for")
  func several() throws {
    let result = bench.run("store doctor --only orphan_link --only mail_stuck --quiet")
    #expect(result.status == .done, "\(result)")
  }
}
