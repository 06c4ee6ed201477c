import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("Scheduled reports", .onBothEngines)
struct ReportScheduleTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    try bench.expect("customer add 1 --name Ana --email ana@example.com")
  }

  private func add(_ name: String, _ line: String, _ more: String) throws {
    try bench.expect(
      ["report", "schedule", "add", name, line] + more.split(separator: " ").map(String.init))
  }

  @Test("a report is made once for each day on which it is due, also after days without a run")
  func daily() throws {
    try add("use", "report consumption --by month", "--at-time 00:00 --folder \(bench.folder)")
    let run = "report schedule run --csv --no-header"
    #expect(try bench.expect(run).output.isEmpty, "the first time is the next day")
    bench.day = try CivilDate("2026-03-14")
    let path = "\(bench.folder)/use-2026-03-14.csv"
    let days = (11...14).map { "use,2026-03-\($0),\(bench.folder)/use-2026-03-\($0).csv\n" }
    #expect(try bench.expect(run).output == days.joined())
    #expect(bench.text(of: "use-2026-03-14.csv")?.hasPrefix("month,quantity,") == true)
    #expect(try bench.expect(run).output.isEmpty)
    let one = try bench.expect("report schedule run use --csv --no-header").output
    #expect(one == "use,2026-03-14,\(path)\n", "one that is named is made again")
  }

  @Test("a symbolic link that has the name of the file is replaced, and not what it leads to")
  func planted() throws {
    try add("use", "report consumption --by month", "--at-time 00:00 --folder \(bench.folder)")
    let victim = try bench.file("victim.csv", "kept\n")
    let path = "\(bench.folder)/use-2026-03-11.csv"
    symlink(victim, path)
    bench.day = try CivilDate("2026-03-11")
    try bench.expect("report schedule run")
    #expect(bench.text(of: "victim.csv") == "kept\n")
    var facts = stat()
    lstat(path, &facts)
    #expect(facts.st_mode == S_IFREG | 0o600)
    #expect(bench.text(of: "use-2026-03-11.csv")?.hasPrefix("month,") == true)
  }

  @Test(
    "a run with nothing due prints one line, and with --quiet nothing; a failure is always printed")
  func quiet() throws {
    try add("use", "report consumption", "--at-time 00:00 --folder \(bench.folder)")
    try add("lost", "report changes", "--at-time 00:00 --folder \(bench.folder)/none")
    let idle = try bench.expect("report schedule run")
    #expect(idle.output == "" && idle.words == "no report is due\n", "\(idle)")
    let silent = try bench.expect("report schedule run --quiet")
    #expect(silent.output == "" && silent.words == "", "\(silent)")
    #expect(try bench.expect("report schedule run --json").output == "[]\n")
    for day in ["2026-03-11", "2026-03-12"] {
      bench.day = try CivilDate(day)
      let run = bench.run("report schedule run --quiet")
      #expect(run.status == .someRowsFailed && run.output == "", "\(run)")
      #expect(run.words.hasPrefix("report lost of 2026-03-11 failed: "), "\(run)")
      #expect(!run.words.contains("report use"), "\(run)")
    }
  }

  @Test(
    "one that is scheduled after its time says on which day it is made first",
    arguments: [
      ("day", "", "2026-03-11"), ("week", "--on 2", "2026-03-17"),
      ("week", "--on 3", "2026-03-11"), ("month", "--on 10", "2026-04-10"),
      ("month", "--on 31", "2026-03-31"),
    ])
  func first(every: String, on: String, day: String) throws {
    let words =
      ["report", "schedule", "add", "use", "report consumption"]
      + "--every \(every) \(on) --at-time 00:00 --folder \(bench.folder)".split(separator: " ")
      .map(String.init)
    let done = try bench.expect(words)
    #expect(done.words.contains("report use is scheduled, first for \(day)\n"), "\(done)")
    #expect(try bench.expect("report schedule run --csv --no-header").output.isEmpty)
    bench.day = try CivilDate(day)
    #expect(
      try bench.expect("report schedule run --csv --no-header").output.hasPrefix("use,\(day),"))
  }

  @Test("a mail has the report as its text, with what is personal masked")
  func mailed() throws {
    try bench.expect("location add L1 --address Elm")
    try bench.expect("account open 5 --cid 1 --location L1 --on 2026-01-01")
    try bench.expect("delivery set 5 email --email ana@example.com")
    try bench.expect("delivery bounce --email ana@example.com --code 5.1.1")
    try add("back", "report bounces", "--mail lee@example.com --every week --at-time 00:00")
    bench.day = try CivilDate("2026-03-16")
    let made = try bench.expect("report schedule run --csv --no-header").output
    #expect(made == "back,2026-03-16,in the outbox\n")
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var text = ""
    try store.each(sql: "SELECT body FROM outbox_message WHERE kind = 'report'") { row in
      text = String(decoding: row.text(0), as: UTF8.self)
      return true
    }
    #expect(text.contains("a•••@example.com"), "\(text)")
    #expect(!text.contains("ana@example.com"))
    // Nothing before or after the rows.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0].hasPrefix("on,account,") && lines.firstIndex(of: "") == lines.count - 1, "\(text)")
    #expect(!text.contains("Replies") && !text.contains("Testville"), "\(text)")
  }

  @Test(
    "a line with a pipe or a redirection is refused as one that is no report",
    arguments: ["report delivery > /tmp/x", "report delivery | less", "report delivery && ls"])
  func shellWords(line: String) throws {
    let result = bench.run(["report", "schedule", "add", "x", line, "--folder", bench.folder])
    #expect(result.status == .badData)
    #expect(result.words.contains("in column 17"), "\(result)")
  }

  @Test(
    "options of a list outside the quotes are refused, not ignored",
    arguments: ["--sort=-use", "--fields code", "--reveal", "-o x.csv", "--no-header"])
  func optionsOutside(option: String) throws {
    let words = ["report", "schedule", "add", "x", "report consumption", "--folder", bench.folder]
    let result = bench.run(words + option.split(separator: " ").map(String.init))
    #expect(result.status == .usage, "\(result)")
    #expect(try bench.expect("report schedule list --csv --no-header").output.isEmpty)
  }

  @Test("adding and removing can be undone")
  func undone() throws {
    try add("use", "report consumption", "--folder \(bench.folder)")
    try bench.expect("change undo \(try lastChange())")
    #expect(try bench.expect("report schedule list --csv --no-header").output.isEmpty)
    try bench.expect("change undo \(try lastChange())")
    try bench.expect("report schedule remove use")
    try bench.expect("change undo \(try lastChange())")
    let list = try bench.expect("report schedule list --csv --no-header --fields schedule,report")
    #expect(list.output == "use,report consumption\n")
  }

  private func lastChange() throws -> String {
    try bench.expect(
      ["change", "list", "--sort=-change", "--limit", "1", "--fields", "change", "--csv"]
        + ["--no-header", "--quiet"]
    ).output.split(separator: "\n").joined()
  }

  @Test(
    "only a report can be scheduled, and nothing that shows what is masked",
    arguments: [
      ("customer list", .badData), ("report list", .badData), ("report nothing", .usage),
      ("report consumption --reveal", .badData), ("report consumption -o x.csv", .badData),
      ("report schedule run", .badData), ("report consumption --by nothing", .usage),
    ] as [(String, AdminCommands.ExitStatus)])
  func refused(line: String, status: AdminCommands.ExitStatus) throws {
    let result = bench.run(
      ["report", "schedule", "add", "x", line, "--folder", bench.folder])
    #expect(result.status == status)
    #expect(try bench.expect("report schedule list --csv --no-header").output.isEmpty)
  }

  @Test(
    "what is wrong is said, and what is needed instead",
    arguments: [
      ("--folder /tmp --mail a@example.com", "--folder and --mail are both given"),
      ("", "needed: --folder or --mail"),
      ("--folder /tmp --every week --on monday", "found monday, expected a number from 1 to 7"),
      ("--folder /tmp --every month --on 32", "found 32, expected a number from 1 to 31"),
    ])
  func named(more: String, words: String) throws {
    let result = bench.run(
      ["report", "schedule", "add", "x", "report consumption"]
        + more.split(separator: " ").map(String.init))
    #expect(result.words.contains(words), "\(result)")
  }

  @Test(
    "wrong options are refused",
    arguments: [
      "--folder relative", "--folder /tmp --mail a@example.com", "--folder /tmp --on 3",
      "--folder /tmp --every week --on 8", "--folder /tmp --at-time 25:00",
      "--mail a@example.com --format xlsx", "",
    ])
  func options(more: String) throws {
    let result = bench.run(
      ["report", "schedule", "add", "x", "report consumption"]
        + more.split(separator: " ").map(String.init))
    #expect([.usage, .badData].contains(result.status), "\(result)")
  }
}
