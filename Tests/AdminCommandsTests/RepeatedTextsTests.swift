import Accounts
import Testing

@testable import AdminCommands

/// What has no key of its own, such as a reply, is not sent or added again by a file that has grown.
@Suite("Repeated texts", .onBothEngines)
struct RepeatedTextsTests {
  /// A command with the rows of its file, and a table that has a row for each.
  struct Trial: Sendable, CustomTestStringConvertible {
    let command: String
    let rows: String
    let more: String
    let list: String
    var testDescription: String { command }
  }

  static let trials = [
    Trial(
      command: "request reply",
      rows: "request,text\n1,We come on Friday.\n1,We have been there.\n", more: "2,Thank you.\n",
      list: "mail list --kind reply --fields mail"),
    Trial(
      command: "request answer", rows: "request,text\n1,It is dry.\n1,It is wet.\n",
      more: "2,It is green.\n", list: "query SELECT\u{a0}1\u{a0}FROM\u{a0}v_request_message"),
    Trial(
      command: "request add",
      rows: "email,subject,text\na@example.com,Bill,High\nb@example.com,Bill,High\n",
      more: "a@example.com,Bill,Higher\n", list: "request list --all --fields request"),
    Trial(
      command: "note add",
      rows: "kind,key,text\naccount,A1,Dog in the yard\ncustomer,1,Call after six\n",
      more: "account,A1,Gate is open\n", list: "note list account A1 --fields text"),
  ]

  @Test(
    "nobody is mailed a link twice on one day by a file that has grown",
    arguments: ["user resend", "user reset-password"])
  func links(command: String) throws {
    let bench = try bench()
    for name in ["a", "b", "c"] {
      try bench.expect("user register \(name)@example.com --first A --last B")
      if command == "user reset-password" { try bench.expect("user activate \(name)@example.com") }
    }
    let file = try bench.file("in.csv", "email\na@example.com\nb@example.com\n")
    try bench.expect("\(command) --from \(file)")
    try bench.file("in.csv", "email\na@example.com\nb@example.com\nc@example.com\n")
    let refused = bench.run("\(command) --from \(file)")
    #expect(refused.words.contains("today's mail to a@example.com"), "\(refused)")
    let skipped = try bench.expect("\(command) --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 2 unchanged"), "\(skipped)")
    try bench.expect("\(command) c@example.com")
    try bench.expect("\(command) --from \(file) --again")
  }

  @Test("a row with the contents of an earlier row of its file is named")
  func twiceInFile() throws {
    let bench = try bench()
    let row = "a@example.com,Bill,High\n"
    let file = try bench.file("in.csv", "email,subject,text\n" + row + row)
    let added = try bench.expect("request add --from \(file)")
    #expect(added.words.contains("1 applied, 1 unchanged"), "\(added)")
    #expect(
      added.words.contains("in.csv:3: an earlier row has the same contents; this row adds nothing"),
      "\(added)")
  }

  @Test("a repeated row that names its record is told, but not when the file comes again")
  func twiceByKey() throws {
    let bench = try bench()
    let row = "A7,2026-03-02\n"
    try bench.expect("account open A7 --cid 1 --location L1 --on 2026-01-01")
    let file = try bench.file("in.csv", "account,on\n" + row + row)
    let closed = try bench.expect("account close --from \(file)")
    #expect(
      closed.words.contains("in.csv:3: an earlier row has the same contents; this row adds"),
      "\(closed)")
    let more = try bench.file("more.csv", "on,account\n" + "2026-03-02,A7\n")
    let again = try bench.expect("account close --from \(more)")
    #expect(!again.words.contains("earlier row"), "\(again)")
  }

  @Test("an announcement that was retired does not come again with its file")
  func retired() throws {
    let bench = try bench()
    let file = try bench.file("in.csv", "title,text\nClosed,Monday\n")
    try bench.expect("announcement add --from \(file)")
    try bench.expect("announcement retire 1")
    try bench.file("in.csv", "title,text\nClosed,Monday\nOpen,Tuesday\n")
    let refused = bench.run("announcement add --from \(file)")
    #expect(
      refused.words.contains("announcement 1, Closed, which has the same contents"), "\(refused)")
    let skipped = try bench.expect("announcement add --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
  }

  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "request add --email c@example.com --subject Leak --text Wet",
      "request add --email d@example.com --subject Meter --text Brown",
    ] { try bench.expect(line) }
    return bench
  }

  private func count(_ trial: Trial, _ bench: CommandBench) throws -> Int {
    let words = (trial.list + " --csv --no-header").split(separator: " ").map {
      String($0).replacing("\u{a0}", with: " ")
    }
    return try bench.expect(words).output.split(separator: "\n").count
  }

  @Test("a file that has grown is known by its rows, also on another day", arguments: trials)
  func grown(_ trial: Trial) throws {
    let bench = try bench()
    let file = try bench.file("in.csv", trial.rows)
    try bench.expect("\(trial.command) --from \(file)")
    let first = try count(trial, bench)
    bench.day = bench.day.adding(days: 1)
    try bench.file("in.csv", trial.rows + trial.more)
    let refused = bench.run("\(trial.command) --from \(file)")
    #expect(refused.status == .conflict || refused.status == .badData)
    #expect(refused.words.contains("which has the same contents"), "\(refused)")
    #expect(refused.words.contains("--skip-known"), "\(refused)")
    #expect(try count(trial, bench) == first)
    let skipped = try bench.expect("\(trial.command) --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 2 unchanged"), "\(skipped)")
    #expect(try count(trial, bench) == first + 1)
  }

  @Test("--again adds it all once more", arguments: trials)
  func again(_ trial: Trial) throws {
    let bench = try bench()
    let file = try bench.file("in.csv", trial.rows)
    try bench.expect("\(trial.command) --from \(file)")
    let again = try bench.expect("\(trial.command) --from \(file) --again")
    #expect(again.words.contains("2 applied"), "\(again)")
  }

  @Test("a row that stands twice in a file is one", arguments: trials)
  func twice(_ trial: Trial) throws {
    let bench = try bench()
    let file = try bench.file(
      "in.csv", trial.rows + trial.rows.split(separator: "\n").dropFirst().joined(separator: "\n"))
    let done = try bench.expect("\(trial.command) --from \(file)")
    #expect(done.words.contains("2 applied, 2 unchanged"), "\(done)")
  }
}
