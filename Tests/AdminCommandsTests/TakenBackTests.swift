import Accounts
import Testing

@testable import AdminCommands

/// What a file did and a person took back since is not done again by a file that has grown.
@Suite("Files whose steps were taken back", .onBothEngines)
struct TakenBackTests {
  /// The file's row was applied, and taken back by a command.
  private func checkGrown(
    _ command: String, _ header: String, _ row: String, takenBack: [String], more: String,
    found: String, in bench: CommandBench
  ) throws {
    let first = try bench.file("in.csv", header + "\n" + row + "\n")
    try bench.expect("\(command) --from \(first)")
    for line in takenBack { try bench.expect(line) }
    let file = try bench.file("in.csv", header + "\n" + more + "\n" + row + "\n")
    let refused = bench.run("\(command) --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    for words in [found, "--skip-known", "--again"] {
      #expect(refused.words.contains(words), "\(words): \(refused)")
    }
    let skipped = try bench.expect("\(command) --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    #expect(skipped.words.contains("is left out; --again applies the row"), "\(skipped)")
    let again = try bench.expect("\(command) --from \(file) --again")
    #expect(again.words.contains("1 applied, 1 unchanged"), "\(again)")
  }

  @Test("automatic payments are not put on hold again")
  func held() throws {
    let bench = try EFTReturnsTests.drafted()
    try checkGrown(
      "eft hold", "account,reason", "A1,disputed", takenBack: ["eft release A1"],
      more: "A2,disputed",
      found: "account A1, checking •••6789, which a file put on hold on 2026-03-10 (disputed)",
      in: bench)
    // Another reason is another hold.
    try bench.expect("eft release A1")
    let file = try bench.file("in.csv", "account,reason\nA1,moved\n")
    try bench.expect("eft hold --from \(file)")
  }

  @Test("nor released or canceled again")
  func released() throws {
    let bench = try EFTReturnsTests.drafted()
    for account in ["A1", "A2"] { try bench.expect("eft hold \(account) --reason disputed") }
    try checkGrown(
      "eft release", "account", "A1", takenBack: ["eft hold A1 --reason again"], more: "A2",
      found: "which a file released on 2026-03-10 and which was put on hold since", in: bench)
    let file = try bench.file("in.csv", "account,reason\nA1,sold\n")
    try bench.expect("eft cancel --from \(file)")
    bench.run("eft enroll A1 --routing 021000021", input: "777888999\n")
    let refused = bench.run(
      "eft cancel --from \(try bench.file("in.csv", "account,reason\nA2,sold\nA1,sold\n"))")
    #expect(
      refused.words.contains("enrolled since a file canceled account A1, checking •••6789"),
      "\(refused)")
  }

  @Test(
    "users are not locked, unlocked, suspended or let in again",
    arguments: [
      ("lock", "unlock", "whom a file made locked_out on 2026-03-10 and who is active again"),
      ("suspend", "unsuspend", "whom a file made suspended on 2026-03-10"),
      ("unlock", "lock", "whom a file made active on 2026-03-10 and who is locked_out again"),
      ("unsuspend", "suspend", "whom a file made active on 2026-03-10"),
    ])
  func users(_ verb: String, _ opposite: String, _ found: String) throws {
    let bench = try CommandBench()
    let users = ["ana@example.com", "bo@example.com"]
    for user in users {
      try bench.expect("user register \(user) --first A --last Lee")
      try bench.expect("user activate \(user)")
      if verb.hasPrefix("un") { try bench.expect("user \(opposite) \(user)") }
    }
    try checkGrown(
      "user \(verb)", "email", users[0], takenBack: ["user \(opposite) \(users[0])"],
      more: users[1], found: found, in: bench)
  }

  @Test("what a person did, or what was undone, does not count as an earlier file")
  func otherwise() throws {
    let bench = try CommandBench()
    try bench.expect("user register ana@example.com --first A --last Lee")
    for line in ["activate", "lock", "unlock"] { try bench.expect("user \(line) ana@example.com") }
    let file = try bench.file("in.csv", "email\nana@example.com\n")
    try bench.expect("user lock --from \(file)")
    try bench.expect("change undo --yes")
    try bench.expect("user lock --from \(file)")
  }

  @Test("services are not stopped, started or suspended again")
  func services() throws {
    let bench = try CommandBench(accounts: 2)
    try bench.expect("service-type add 9000 --name TRASH --metered no")
    let header = "account,service,on"
    for (command, since) in [
      ("service start", ["service cancel A1 TRASH"]),
      ("service stop", ["service cancel A1 TRASH --stop yes"]),
      ("service suspend", ["service resume A1 TRASH --on 2026-06-01"]),
    ] {
      let day = command == "service start" ? "2026-04-01" : "2026-06-01"
      try checkGrown(
        command, header, "A1,TRASH,\(day)", takenBack: since, more: "A2,TRASH,\(day)",
        found: "TRASH on account A1, ", in: bench)
      if command == "service stop" {
        for account in ["A1", "A2"] {
          try bench.expect("service cancel \(account) TRASH --stop yes")
        }
      }
    }
  }

  @Test(
    "values that were corrected by hand are not overwritten, wherever the new row is",
    arguments: [
      ["1,512-555-0101", "2,512-555-0102", "3,512-555-0103"],
      ["3,512-555-0103", "1,512-555-0101", "2,512-555-0102"],
      ["1,512-555-0101", "3,512-555-0103", "2,512-555-0102"],
    ])
  func values(_ rows: [String]) throws {
    let bench = try CommandBench()
    for number in 1...3 { try bench.expect("customer add \(number) --name Ana\(number)") }
    func set(_ rows: [String], _ more: String = "") throws -> CommandBench.Result {
      let file = try bench.file("in.csv", "cid,phone\n" + rows.joined(separator: "\n") + "\n")
      return bench.run("customer set --from \(file) \(more)")
    }
    #expect(try set(rows.filter { !$0.hasPrefix("3") }).status == .done)
    // Values that are still as the file set them are no reason to refuse it.
    #expect(try set(rows, "--dry-run").words.contains("1 applied, 2 unchanged"))
    try bench.expect("customer set 2 --phone 512-555-0999")
    let refused = try set(rows)
    #expect(refused.status == .conflict, "\(refused)")
    let line = (rows.firstIndex { $0.hasPrefix("2") } ?? 0) + 2
    for words in [
      "2 of its rows were applied by change ", "and 1 of these, e.g. line \(line), would",
    ] {
      #expect(refused.words.contains(words), "\(words): \(refused)")
    }
    #expect(refused.words.contains("use --again to apply them again"), "\(refused)")
    #expect(try set(rows, "--dry-run").words.contains("applying them requires --again"))
    #expect(try set(rows, "--again").status == .done)
  }

  @Test("a file that changes back what its own rows change, or that was undone, is applied")
  func netValues() throws {
    let bench = try CommandBench()
    for number in 1...2 { try bench.expect("customer add \(number) --name Ana\(number)") }
    func set(_ rows: String) throws -> CommandBench.Result {
      bench.run("customer set --from \(try bench.file("in.csv", "cid,phone\n" + rows))")
    }
    #expect(try set("1,512-555-0101\n").status == .done)
    #expect(try set("1,512-555-0102\n").status == .done)
    let rows = "1,512-555-0101\n1,512-555-0102\n2,512-555-0103\n"
    let both = try set(rows)
    #expect(both.status == .done, "\(both)")
    try bench.expect("change undo --yes")
    let grown = try set(rows + "1,512-555-0104\n")
    #expect(grown.status == .done, "\(grown)")
  }

  @Test("rows that the earlier run left out are applied with a file that has grown")
  func leftOut() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    func set(_ rows: String) throws -> CommandBench.Result {
      let file = try bench.file("in.csv", "cid,phone\n" + rows)
      return bench.run("customer set --from \(file) --keep-going")
    }
    #expect(try set("1,512-555-0101\n2,512-555-0102\n").status == .someRowsFailed)
    for number in 2...3 { try bench.expect("customer add \(number) --name Ana\(number)") }
    let grown = try set("1,512-555-0101\n2,512-555-0102\n3,512-555-0103\n")
    #expect(grown.words.contains("2 applied, 1 unchanged"), "\(grown)")
  }

  @Test("a stop that was moved by hand is not moved back")
  func movedStop() throws {
    let bench = try CommandBench(accounts: 2)
    try bench.expect("service-type add 9000 --name TRASH --metered no")
    for account in ["A1", "A2"] {
      try bench.expect("service start \(account) TRASH --on 2026-01-01")
    }
    try checkGrown(
      "service stop", "account,service,on", "A1,TRASH,2026-04-01",
      takenBack: ["service stop A1 TRASH --on 2026-05-01"], more: "A2,TRASH,2026-04-01",
      found: "whose stop on 2026-04-01, by a file of 2026-03-10, is 2026-05-01 now", in: bench)
  }
}
