import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("Questions at a terminal", .serialized)
struct AskedAtTerminalTests {
  /// Account A1 of Dora Salas with WATER and SEWER, on 2026-03-10.
  private func city() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    try bench.expect(["customer", "add", "1", "--name", "Salas, Dora"])
    try bench.expect(["customer", "add", "2", "--name", "Almeida, Ana"])
    for line in [
      "location add L1 --address Main", "location add L2 --address Elm",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A10 --cid 2 --location L2 --on 2025-01-01",
      "service start A1 WATER --on 2025-01-01", "service start A1 SEWER --on 2025-01-01",
    ] { try bench.expect(line) }
    return bench
  }

  private func start(
    _ words: [String], _ bench: CommandBench, store: String? = nil
  ) throws -> (PseudoTerminal, pid_t) {
    let terminal = try PseudoTerminal()
    let more = [
      "UBADMIN_STORE": store ?? bench.store, "XDG_CONFIG_HOME": bench.folder,
      "PATH": "/usr/bin:/bin",
    ]
    return (terminal, try bench.start(words, at: terminal, more))
  }

  /// Answers each question, by its field, and waits for the words.
  private func answers(
    _ answers: [(question: String, answer: String)], to words: [String], _ bench: CommandBench,
    until end: String, status: Int32 = 0
  ) throws {
    let (terminal, process) = try start(words, bench)
    for (question, answer) in answers {
      try terminal.expect(question + " (")
      try terminal.expect("): ")
      terminal.type(answer == "\u{4}" ? answer : answer + "\r")
    }
    try terminal.expect(end)
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == status)
  }

  private func changes(_ bench: CommandBench) throws -> String {
    try bench.expect("change list --csv --no-header --fields command --limit 1").output
  }

  @Test("an input that ends at a question with a default changes nothing and says so")
  func ended() throws {
    let bench = try city()
    try answers(
      [("service", "SEWER"), ("on", "\u{4}")], to: ["service", "stop", "A1"], bench,
      until: "on: the input ended without an answer; nothing was changed", status: 64)
    #expect(try changes(bench).contains("service start"))
  }

  @Test("a part of an answer behind which the input ends is none")
  func partial() throws {
    let bench = try city()
    let (terminal, process) = try start(["service", "stop", "A1"], bench)
    try terminal.expect("service (")
    try terminal.expect("): ")
    terminal.type("SEWER\u{4}\u{4}")
    try terminal.expect("service: the input ended without an answer; nothing was changed")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 64)
  }

  @Test("an empty answer to a question with a default takes the default")
  func takesDefault() throws {
    let bench = try city()
    try answers(
      [("service", "SEWER"), ("on", "")], to: ["service", "stop", "A1"], bench,
      until: "SEWER on account A1 stopped on")
    #expect(try changes(bench).contains("service stop A1 SEWER"))
  }

  @Test(
    "a day is answered in the words that the option takes; a number without a sign is of the list",
    arguments: [
      ("today", "today"), ("yesterday", "yesterday"), ("-1w", "-1w"), ("2", "yesterday"),
      ("+3", "+3"), ("2026-02-28", "2026-02-28"),
    ])
  func days(answer: String, day: String) throws {
    let bench = try city()
    let (terminal, process) = try start(
      ["service", "stop", "A1", "--accept", "unusual"], bench)
    try terminal.expect("service (")
    try terminal.expect("): ")
    terminal.type("SEWER\r")
    // The list begins with the program's own day.
    let listed = try terminal.expect("  today")
    let today = try #require(CivilDate(iso: String(listed.suffix(10))))
    try terminal.expect("on (")
    try terminal.expect("): ")
    terminal.type(answer + "\r")
    try terminal.expect("SEWER on account A1 stop")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    let stop = try bench.expect(
      "service list A1 --fields service,stop-date --csv --no-header -q"
    ).output
    let expected = DayWords.day(day, today: today).map { "\($0)" } ?? day
    #expect(stop.contains("SEWER,\(expected)\n"), "\(stop)")
  }

  @Test("nothing is asked where a word that was typed is wrong")
  func typedFirst() throws {
    let bench = try city()
    for (words, fault, status) in [
      (["note", "add", "accoun", "A1"], "found accoun", AdminCommands.ExitStatus.badData),
      (["payment", "post", "A7"], "found no account A7", .notFound),
    ] {
      let (terminal, process) = try start(words, bench)
      let seen = try terminal.expect(fault)
      #expect(!seen.contains("): "), "\(seen)")
      try terminal.expectEnd()
      #expect(PseudoTerminal.status(of: process) == status.rawValue)
    }
  }

  @Test("a service is answered by its beginning, and an account by its customer's name")
  func shortForms() throws {
    let bench = try city()
    try answers(
      [("account", "salas"), ("service", "sew"), ("on", "today")], to: ["service", "stop"], bench,
      until: "SEWER on account A1 stopped on")
    let made = try changes(bench)
    #expect(made.contains("service stop A1 SEWER --on today"), "\(made)")
  }

  /// Ravi Sole has left A3 to Lara Moss, and Pearl Babb is a user.
  private func cityOfMoves() throws -> CommandBench {
    let bench = try city()
    try bench.expect(["customer", "add", "3", "--name", "Sole, Ravi"])
    try bench.expect(["customer", "add", "4", "--name", "Moss, Lara"])
    for line in [
      "location add L3 --address Oak", "account open A3 --cid 3 --location L3 --on 2025-01-01",
      "account move A3 --cid 4 --on 2025-06-01",
      "user register pearl.b@example.com --first Pearl --last Babb",
      "user activate pearl.b@example.com",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("a misspelled name is asked about, and Enter changes nothing")
  func misspelled() throws {
    let bench = try cityOfMoves()
    let (terminal, process) = try start(["user", "deactivate"], bench)
    try terminal.expect("): ")
    terminal.type("pearl bapb\r")
    try terminal.expect("Did you mean this?")
    try terminal.expect("1  pearl.b@example.com  ")
    try terminal.expect("Enter changes nothing): ")
    terminal.type("\r")
    try terminal.expect("<email> is missing")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 64)
    #expect(try changes(bench).contains("user activate"))
    try answers(
      [("email", "pearl bapb"), ("email", "1")], to: ["user", "lock"], bench, until: "locked")
  }

  @Test("of accounts that somebody has left none is meant, and that of today's is")
  func moved() throws {
    let bench = try cityOfMoves()
    try answers(
      [("account", "ravi sole"), ("account", "\u{4}")], to: ["payment", "post", "--amount", "25"],
      bench, until: "nothing was changed", status: 64)
    let (terminal, process) = try start(["payment", "post", "--amount", "25"], bench)
    try terminal.expect("): ")
    terminal.type("sole\r")
    try terminal.expect("A3  Sole, Ravi · Oak · until 2025-06-01")
    try terminal.expect("sole is a past record")
    try terminal.expect("): ")
    terminal.type("moss\r")
    try terminal.expect("A3  Moss, Lara · Oak")
    try terminal.expect("25.00 to account A3")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("the beginning of an e-mail address shows those that begin so")
  func beginningOfAddress() throws {
    let bench = try cityOfMoves()
    try answers(
      [("email", "pearl.b"), ("email", "1")], to: ["user", "lock"], bench, until: "locked")
  }

  @Test("the beginning of another account's number is no answer")
  func beginnings() throws {
    let bench = try city()
    try answers(
      [("account", "A"), ("account", "\u{4}")], to: ["account", "close"], bench,
      until: "nothing was changed", status: 64)
  }

  @Test(
    "a command that shows a record asks which one",
    arguments: [
      (["account", "show"], "account", "A1", "Account A1"),
      (["customer", "show"], "cid", "almeida", "Customer 2"),
      (["bill", "show"], "bill", "B1", "found no bill B1"),
    ])
  func keys(words: [String], question: String, answer: String, end: String) throws {
    let bench = try city()
    try answers(
      [(question, answer)], to: words + ["--no-pager"], bench, until: end,
      status: question == "bill" ? 4 : 0)
  }

  @Test("a field that others make necessary is asked for, too")
  func needed() throws {
    let bench = try city()
    try bench.expect("meter add M1 --service WATER --dials 6")
    try answers(
      [("email", "dora@example.com")], to: ["delivery", "set", "A1", "email"], bench,
      until: "bill delivery")
    try bench.expect("location add L4 --address Oak")
    try bench.expect("account open A4 --cid 1 --location L4 --on 2025-01-01")
    try bench.expect("service start A4 WATER --on 2025-01-01 --meter M1 --reading 100")
    try answers(
      [("meter", "M1"), ("on", "today"), ("reading", "120")],
      to: ["read", "add", "--accept", "unusual"], bench, until: "recorded")
  }

  @Test("what is missing is told as ever where nobody can be asked")
  func notAsked() throws {
    let bench = try city()
    let refused = bench.run("account show")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("<account>"), "\(refused)")
  }

  @Test("a bank account that is none is asked for again")
  func bankAccount() throws {
    let bench = try city()
    let (terminal, process) = try start(
      ["eft", "enroll", "A1", "--routing", "021000021", "--type", "checking"],
      bench)
    for answer in ["12-ab", "123456789"] {
      try terminal.expect("bank account")
      try terminal.expect(": ")
      terminal.type(answer + "\r")
      if answer == "12-ab" { try terminal.expect("expected") }
    }
    try terminal.expect("is enrolled for automatic payments")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("the first run asks again after a word that is no answer, and an ended input makes nothing")
  func firstRun() throws {
    let bench = try CommandBench(withStore: false)
    let path = bench.folder + "/city.db"
    let (terminal, process) = try start([], bench, store: path)
    try terminal.expect("Which? [1, 2 or Enter] ")
    terminal.type("x\r")
    try terminal.expect("found x, expected 1, 2 or Enter")
    try terminal.expect("Which? [1, 2 or Enter] ")
    terminal.type("\u{4}")
    try terminal.expect("nothing was done")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 64)
    #expect(access(path, F_OK) != 0)
  }
}
