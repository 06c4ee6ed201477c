import AdminCommands
import Glibc
import Testing

@Suite("The store as it was", .onBothEngines)
struct PastTests {
  private static let shown =
    [
      "account show 2000001 --json", "customer show 100001 --json",
      "customer list --csv", "service list 2000001 --json", "bill list --csv", "payment list --csv",
      "user list --json", "delivery show 2000001 --json", "history account 2000001 --csv",
      "read list --csv", "report consumption --by service --json", "report aged-balances --csv",
      "report consumption --by month --basis billed --csv", "report meter-list --csv",
      "report consumption --by month --basis prorated --csv",
      "report high-low --from 2026-01-01 --minimum 0 --csv",
      "change list --csv", "setting list --csv", "today --json", "location list --csv",
    ] + searches
  private static let searches = [
    "search almeida --json", "search acorn st --csv", "search 8000001 --csv", "search ana --csv",
    "search 5125550142 --csv", "search m1 --csv",
  ]

  /// What staff do, one change each.
  private static let story = [
    "customer add 100001 --name Almeida", "location add L1 --address Acorn",
    "account open 2000001 --cid 100001 --location L1 --on 2026-01-01",
    "meter add M1 --service WATER --dials 6",
    "service start 2000001 WATER --on 2026-01-01 --meter M1 --reading 100",
    "bill add 8000001 2000001 --on 2026-02-01 --from 2026-01-01 --to 2026-02-01 --amount 50.00",
    "read add M1 --on 2026-02-01 --reading 110", "read add M1 --on 2026-03-01 --reading 130",
    "payment post 2000001 --amount 20.00 --on 2026-02-10",
    "customer set 100001 --phone 512-555-0142 --name Almeida,Ana",
    "user register ana@example.net --first Ana --last Almeida",
    "delivery set 2000001 both --email ana@example.net --on 2026-03-01",
    "payment reverse 1 --reason bounced", "bill void 8000001 --reason wrong",
    "read void M1 --on 2026-03-01", "location set L1 --route R7",
    "setting set bill.due-days 30", "service stop 2000001 WATER --on 2026-03-05 --reading 131",
    "change undo 17 --yes", "account close 2000001 --on 2026-03-09",
  ]

  private func number(_ bench: CommandBench) throws -> String {
    try bench.expect("change list --csv --fields change --limit 1 --no-header -q").output
      .split(separator: "\n").joined()
  }

  /// What every command shows now, or showed after a change.
  private func pages(
    _ bench: CommandBench, of lines: [String] = shown, at change: String? = nil
  ) -> [String] {
    lines.map { line in
      let result = bench.run(line + (change.map { " --at \($0) -q" } ?? " -q"))
      // A command that a refusal names is as of that change, too.
      let words = change.map { result.words.replacing(" --at \($0)", with: "") } ?? result.words
      return "\(line): \(result.status)\n\(result.output)\(words)"
    }
  }

  @Test("search finds what was there, also where its index has seen what came later")
  func searchOfThen() throws {
    let bench = try CommandBench()
    var then: [(change: String, pages: [String])] = []
    for line in Self.story {
      try bench.expect(line)
      then.append((try number(bench), pages(bench, of: Self.searches)))
    }
    try bench.expect("search --rebuild")
    for (change, pages) in then {
      for (found, shown) in zip(self.pages(bench, of: Self.searches, at: change), pages) {
        #expect(found == shown, "at \(change)")
      }
    }
  }

  @Test("what is shown at a change is what was shown then")
  func pagesOfThen() throws {
    let bench = try CommandBench()
    var then: [(change: String, pages: [String])] = []
    for line in Self.story {
      try bench.expect(line)
      then.append((try number(bench), pages(bench)))
    }
    for (change, pages) in then {
      for (found, shown) in zip(self.pages(bench, at: change), pages) {
        // Only commands differ, which lead to the same moment.
        #expect(found.replacing(" --at \(change)", with: "") == shown, "at \(change)")
      }
    }
    try bench.expect("change verify --rows")
    try bench.expect("store check")
  }

  @Test("a day means its end, and what is shown is of that day")
  func days() throws {
    let bench = try CommandBench(on: "2026-03-10")
    try bench.expect("customer add 1 --name Ana")
    bench.day = try .init("2026-03-12")
    try bench.expect("customer set 1 --name Bo")
    let then = try bench.expect("customer list --csv --fields name --no-header --at 2026-03-11")
    #expect(then.output == "Ana\n")
    #expect(then.words.contains("note: as of change 1, "), "\(then.words)")
    #expect(then.words.contains("1 change since does not count"), "\(then.words)")
    let now = try bench.expect("customer list --csv --fields name --no-header --at today")
    #expect(now.output == "Bo\n")
    #expect(now.words.contains("as of change 2"), "\(now.words)")
    let page = try bench.expect("customer show 1 --at 1").output
    #expect(page.hasPrefix("Customer 1 (as of change 1)\n"), "\(page)")
    #expect(bench.run("today --at tomorrow").status == .usage)
    #expect(bench.run("customer list --at 2026-03-01").status == .notFound)
    #expect(bench.run("customer list --at 3").status == .notFound)
    #expect(bench.run("customer list --at nonsense").status == .usage)
    #expect(bench.run("customer show 1 --at 0").status == .notFound)
  }

  @Test("texts of mails and scheduled reports as they were, and not for what changes them")
  func textsAndSchedules() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("mail template set eft --subject Hello")
    try bench.expect([
      "report", "schedule", "add", "owed", "report changes", "--folder", bench.folder,
    ])
    try bench.expect("mail template set eft --reset")
    try bench.expect("report schedule remove owed")
    let schedules = "report schedule list --csv --fields schedule --no-header --at"
    #expect(try bench.expect("\(schedules) 2").output == "")
    #expect(try bench.expect("\(schedules) 4").output == "owed\n")
    #expect(try bench.expect("\(schedules) 5").output == "")
    let texts = "mail template list --csv --fields kind,subject --no-header --at"
    #expect(try !bench.expect("\(texts) 1").output.contains("eft,Hello\n"))
    #expect(try bench.expect("\(texts) 3").output.contains("eft,Hello\n"))
    #expect(try !bench.expect("\(texts) 4").output.contains("eft,Hello\n"))
    #expect(try bench.expect("mail template show eft --at 3").words.contains("subject: Hello\n"))
    for line in [
      "mail template set eft --reset", "report schedule remove owed", "report schedule run",
    ] {
      let result = bench.run(line + " --at 1")
      #expect(result.status == .usage, "\(result)")
      #expect(result.words.contains("--at is only for commands that show"), "\(result)")
    }
  }

  @Test("the commands of a refusal show the same moment")
  func remedies() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Main --route R1")
    let route = bench.run("report read-summary --route R1 --at 1")
    #expect(route.status == .notFound)
    #expect(
      route.words.contains("`ubadmin location list --fields location,route --at 1`"), "\(route)")
    let account = bench.run("account show 77 --at 1")
    #expect(account.words.contains("`ubadmin search 77 --at 1`"), "\(account)")
    #expect(!bench.run("customer list --at 99").words.contains("--at 99`"))
  }

  @Test("only what shows takes it, and never inside a transaction")
  func refused() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    for line in ["customer set 1 --name Bo", "store check"] {
      let result = bench.run(line + " --at 1")
      #expect(result.status == .usage, "\(result)")
      #expect(result.words.contains("--at is only for commands that show"), "\(result)")
    }
    let query = bench.run("query SELECT --at 1")
    #expect(query.status == .usage)
    #expect(query.words.contains("query reads only current data"), "\(query)")
    #expect(query.words.contains("`ubadmin bill list --at yesterday`"), "\(query)")
    let script = bench.run([], input: "begin\ncustomer add 2 --name Bo\ncustomer list --at 1\n")
    #expect(script.words.contains("--at cannot be part of a transaction"), "\(script)")
  }

  @Test("at the prompt the next command sees what is now, and may change it")
  func comesBack() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("customer set 1 --name Bo")
    let result = bench.run(
      [],
      input: """
        customer list --csv --fields name --no-header
        customer list --csv --fields name --no-header --at 1
        customer list --csv --fields name --no-header
        customer set 1 --name Cy
        customer list --csv --fields name --no-header
        customer list --csv --fields name --no-header --at 2

        """)
    #expect(result.status == .done, "\(result)")
    #expect(result.output == "Bo\nAna\nBo\nCy\nBo\n")
  }
}
