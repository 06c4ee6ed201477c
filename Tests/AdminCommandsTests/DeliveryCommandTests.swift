import Accounts
import Testing

@Suite("Commands on delivery", .onBothEngines)
struct DeliveryCommandTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in ["customer add 1 --name Ana", "customer add 2 --name Bo"] {
      try bench.expect(line)
    }
    for (account, route) in [("A1", "R1"), ("A2", "R1"), ("A3", "R2")] {
      try bench.expect("location add L\(account) --address Main --route \(route) --cycle C\(route)")
      try bench.expect("account open \(account) --cid 1 --location L\(account) --on 2026-01-01")
    }
    try bench.expect("delivery set A1 email --email a@example.com --on 2026-02-01")
    try bench.expect("delivery set A2 both --email b@example.com --on 2026-02-01")
  }

  @Test("a mail provider's file is taken in, and taken in again changes nothing")
  func file() throws {
    let file = try bench.file(
      "bounces.csv",
      """
      Recipient,Date,Status,type
      a@example.com,3/1/2026,4.2.2,soft
      a@example.com,3/2/2026,4.2.2,soft
      A@EXAMPLE.COM,3/3/2026,4.2.2,soft
      b@example.com,3/3/2026,5.1.1,hard

      """)
    let words =
      "delivery bounce --from \(file) --map Recipient=email --map Date=on --map Status=code"
    try bench.expect(words)
    let list = "delivery list --csv --no-header --fields account,method,bounces,reverted-on"
    let after = "A1,mail,0,2026-03-10\nA2,mail,0,2026-03-10\nA3,mail,0,\n"
    #expect(bench.run(list).output == after)
    try bench.expect(words)
    #expect(bench.run(list).output == after)
    #expect(
      bench.run("delivery list --bounced --csv --no-header --fields account").output == "A1\nA2\n")
    #expect(
      bench.run("delivery list --reveal --method email --as-of 2026-03-09 --csv --no-header").output
        .hasPrefix("A1,Main,,email,a@example.com,2026-02-01,2026-03-10,3,,R1,CR1\n"))
  }

  @Test("where a customer leaves an account whose bills go on by e-mail, a note says so")
  func keptAddress() throws {
    let left = try bench.expect("account set A1 --cid 1 --until 2026-03-05")
    #expect(left.words.contains("bills still go by e-mail to a•••@example.com"), "\(left)")
    #expect(left.words.contains("delivery set A1 mail --on 2026-03-10"), "\(left)")
    let byMail = try bench.expect("account set A3 --cid 1 --until 2026-03-05")
    #expect(!byMail.words.contains("bills still go"), "\(byMail)")
  }

  @Test("a file has to say the day of each bounce, as it would count again when it comes again")
  func undated() throws {
    let file = try bench.file("bounces.csv", "account,on,code\nA1,2026-03-09,4.2.2\nA2,,4.2.2\n")
    let refused = bench.run("delivery bounce --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("bounces.csv:3: column on is empty"), "\(refused)")
    #expect(!refused.words.contains("default: today"), "\(refused)")
    let undated = try bench.file("undated.csv", "account,code\nA1,4.2.2\n")
    #expect(bench.run("delivery bounce --from \(undated)").status == .badData)
    try bench.expect("delivery bounce --from \(undated) --on 2026-03-09")
    bench.day = try CivilDate("2026-03-11")
    let again = try bench.file("grown.csv", "account,code\nA1,4.2.2\nA2,4.2.2\n")
    let grown = try bench.expect("delivery bounce --from \(again) --on 2026-03-09")
    #expect(grown.words.contains("1 applied, 1 unchanged"), "\(grown)")
  }

  private func bounces(_ rows: String, _ more: String = "") throws -> CommandBench.Result {
    let file = try bench.file("bounces.csv", "account,on,code\n" + rows)
    return bench.run("delivery bounce --from \(file) \(more)")
  }

  private func bounces() -> String {
    bench.run("delivery list --csv --no-header --fields account,bounces --limit 2").output
  }

  @Test("bounces that come again with the day before or after are refused")
  func moved() throws {
    #expect(try bounces("A1,2026-03-05,4.2.2\nA2,2026-03-05,4.4.1\n").status == .done)
    let moved = "A1,2026-03-06,4.2.2\nA2,2026-03-06,4.4.1\n"
    for more in ["", "--keep-going"] {
      let refused = try bounces(moved, more)
      #expect(refused.status == .conflict, "\(refused)")
      #expect(refused.words.contains("2 of 2 rows have the address and code of a bounce"))
    }
    #expect(bounces() == "A1,1\nA2,1\n")
    let one = try bounces("A1,2026-03-04,4.2.2\nA2,2026-03-08,4.4.1\n")
    #expect(one.status == .done, "\(one)")
    #expect(one.words.contains("the bounce of a•••@example.com on 2026-03-05"), "\(one)")
    #expect(bounces() == "A1,2\nA2,2\n")
  }

  @Test("a bounce of the next day that a file has beside those on record is another one")
  func retried() throws {
    let rows = "A1,2026-03-05,4.2.2\nA2,2026-03-05,4.4.1\n"
    #expect(try bounces(rows).status == .done)
    let grown = try bounces(rows + "A1,2026-03-06,4.2.2\nA2,2026-03-06,4.4.1\n")
    #expect(grown.status == .done, "\(grown)")
    #expect(!grown.words.contains("is also on record"), "\(grown)")
    #expect(bounces() == "A1,2\nA2,2\n")
  }

  @Test(
    "a code that is none of a bounce is refused",
    arguments: ["2.0.0", "250", "X.1.1", "4.2.2.0", "smtp;550", "'4.2.2", "6.1.1", "5.1", "5..1"])
  func codes(_ code: String) throws {
    let refused = bench.run(["delivery", "bounce", "A1", "--code", code])
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("code"), "\(refused)")
    #expect(refused.words.contains("delivered") == code.hasPrefix("2"), "\(refused)")
    #expect(bounces() == "A1,0\nA2,0\n")
  }

  @Test("counts by method, route and cycle")
  func counts() throws {
    try bench.expect("delivery bounce --email a@example.com")
    func counts(_ words: String) -> String {
      bench.run("report delivery --csv --no-header " + words).output
    }
    #expect(counts("") == "both,1,0\nemail,1,1\nmail,1,0\n")
    #expect(counts("--by route") == "R1,2,0,1,1,1\nR2,1,1,0,0,0\n")
    #expect(counts("--by cycle --as-of 2026-01-15") == "CR1,2,2,0,0,0\nCR2,1,1,0,0,0\n")
  }

  @Test("pages show the preference, its history and its events")
  func pages() throws {
    try bench.expect("delivery bounce A1 --code 5.1.1 --type hard")
    try bench.expect("delivery set A1 email --email new@example.com --on 2026-04-01")
    let page = bench.run("delivery show A1 --json").output
    for part in [
      "\"method\":\"mail\"", "\"shut_off_notice\":\"mail\"", "\"state\":\"pending\"",
      "\"kind\":\"reverted\"", "\"code\":\"5.1.1\"",
    ] {
      #expect(page.replacing(": ", with: ":").contains(part), "\(part) in \(page)")
    }
    #expect(bench.run("account show A2").output.contains("by mail and by e-mail"))
    #expect(bench.run("account show A2").output.contains("b•••@example.com"))
    #expect(bench.run("delivery show A9").status == .notFound)
  }
}
