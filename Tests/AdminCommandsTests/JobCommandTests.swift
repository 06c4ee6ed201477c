import Accounts
import Reports
import Testing

@testable import AdminCommands

@testable import Ledger

@Suite("Bulk runs as jobs", .onBothEngines)
struct JobCommandTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("customer add 2 --name Bo")
    try bench.expect("location add L1 --address Main")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    return bench
  }

  /// One good row and one bad one; answers the line of the run.
  private func run(_ bench: CommandBench, _ options: String = "") throws -> String {
    let file = try bench.file(
      "pay.csv", "account,amount,reference\nA1,41.80,r1\nA9,20.00,r2\n")
    let line = "payment post --from \(file) --on 2026-03-09 --keep-going" + options
    let result = bench.run(line)
    guard result.status == .someRowsFailed else { throw BenchFailure("\(result)") }
    return line
  }

  private func list(_ bench: CommandBench, _ options: String = "") throws -> [String] {
    try bench.expect(
      "job list --csv --no-header --fields job,source,rows,records,left-out,status,undone-by"
        + options
    ).output.split(separator: "\n").map(String.init)
  }

  private func payments(_ bench: CommandBench) throws -> [String] {
    try bench.rows("payment list --fields account,amount,reference")
  }

  @Test("a run of a file or a plan is listed with its rows, and nothing else is")
  func listed() throws {
    let bench = try office()
    #expect(try list(bench) == [])
    _ = try run(bench)
    let city = try bench.file("city.csv", "cid,city\n1,Waco\n2,Waco\n")
    let plan = bench.folder + "/city.plan"
    try bench.expect("customer set --from \(city) --plan-out \(plan)")
    try bench.expect("plan apply \(plan)")
    try bench.expect("customer set --from \(city)")
    #expect(try list(bench) == ["6,plan,2,2,0,applied,", "5,file,2,1,1,applied,"])
    #expect(try list(bench, " --limit 1").count == 1)
    #expect(try list(bench, " --table customer") == ["6,plan,2,2,0,applied,"])
    #expect(try list(bench, " --until 2026-03-09") == [])
    #expect(try list(bench, " --since 2026-03-10 --until 2026-03-10").count == 2)
    #expect(try list(bench, " --at 5") == ["5,file,2,1,1,applied,"])
    #expect(try bench.expect("change list --until 2026-03-09 --csv --no-header").output == "")
  }

  @Test("a refused run is on no list")
  func refused() throws {
    let bench = try office()
    let file = try bench.file("bad.csv", "cid,city\n1,Waco\n9,Waco\n")
    #expect(bench.run("customer set --from \(file)").status == .badData)
    #expect(try list(bench) == [])
    let none = bench.run("job resume")
    #expect(none.status == .notFound)
    #expect(none.words.contains("you have no bulk run on record"), "\(none)")
    #expect(none.words.contains("nothing was changed: run its command again"), "\(none)")
  }

  @Test("one is shown with its records and commands; another change is no job")
  func shown() throws {
    let bench = try office()
    _ = try run(bench)
    let page = try bench.expect("job show 5").output
    for words in ["Left out", "payment", "41.80", "ubadmin job undo 5", "--skip-known"] {
      #expect(page.contains(words), "\(words): \(page)")
    }
    let json = try bench.expect("job show 5 --json").output
    #expect(json.contains(#""rows":2"#) && json.contains(#""left_out":1"#), "\(json)")
    for line in ["job show 1", "job undo 1 --yes", "job resume 1"] {
      let other = bench.run(line)
      #expect(other.status == .notFound)
      #expect(other.words.contains("change 1 is not a bulk run"), "\(other)")
      #expect(other.words.contains("change show 1"), "\(other)")
    }
    let missing = bench.run("job show 99")
    #expect(missing.status == .notFound)
    #expect(missing.words.contains("no job 99"), "\(missing)")
  }

  @Test("TAB offers the numbers of jobs alone, with what ran")
  func completed() throws {
    let bench = try office()
    _ = try run(bench)
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    let found = try store.records(.job, named: "", limit: 9).records
    #expect(found.map(\.id) == ["5"])
    #expect(found.first?.meaning.contains("payment post") == true, "\(found)")
    #expect(try store.records(.job, named: "4", limit: 9).records.isEmpty)
  }

  @Test("one is undone as its change is, and the file may come again")
  func undone() throws {
    let bench = try office()
    let line = try run(bench)
    let dry = bench.run("job undo 5 --dry-run")
    #expect(dry.status == .done && dry.words.contains("undoing change 5"), "\(dry)")
    #expect(bench.run("job undo 5 --reason wrong").status == .done)
    #expect(try payments(bench) == [])
    #expect(try list(bench) == ["5,file,2,1,1,undone,6"])
    let resumed = bench.run("job resume 5")
    #expect(resumed.status == .done)
    #expect(resumed.words.contains("job 5 is undone, by change 6"), "\(resumed)")
    try bench.expect("change undo 6")
    #expect(try list(bench) == ["5,file,2,1,1,applied,"])
    try bench.expect("job undo 5")
    #expect(bench.run(line).status == .someRowsFailed)
    #expect(try list(bench) == ["9,file,2,1,1,applied,", "5,file,2,1,1,undone,8"])
  }

  @Test("a complete run says so, and rows that were left out name the next command")
  func resumed() throws {
    let bench = try office()
    let city = try bench.file("city.csv", "cid,city\n1,Waco\n")
    try bench.expect("customer set --from \(city)")
    let whole = bench.run("job resume")
    #expect(whole.status == .done)
    #expect(
      whole.words.contains("job 5 is complete (1 row: 1 applied, 0 unchanged, 0 left out)"),
      "\(whole)")
    let rejects = bench.folder + "/rest.csv"
    _ = try run(bench, " --rejects \(rejects)")
    let partly = bench.run("job resume")
    #expect(partly.status == .someRowsFailed)
    #expect(partly.words.contains("2 rows: 1 applied, 0 unchanged, 1 left out"), "\(partly)")
    #expect(partly.words.contains("correct \(rejects), then run `ubadmin payment post "))
    #expect(partly.words.contains("--from \(rejects)`"), "\(partly)")
    #expect(bench.run("job resume --dry-run").status == .usage)
  }

  @Test("the job's command runs on the corrected rows, and passes over what is on record")
  func again() throws {
    let bench = try office()
    let rejects = bench.folder + "/rest.csv"
    _ = try run(bench, " --rejects \(rejects)")
    let bad = try #require(bench.text(of: "rest.csv"))
    try bench.file("rest.csv", bad.replacing("A9,20", with: "A1,20"))
    let dry = bench.run("job resume 5 --from \(rejects) --dry-run")
    #expect(dry.status == .done && dry.words.contains("1 applied"), "\(dry)")
    #expect(bench.run("job resume 5 --from \(rejects)").status == .done)
    let paid = ["A1,20.00,r2", "A1,41.80,r1"]
    #expect(try payments(bench).sorted() == paid)
    let whole = try bench.file(
      "whole.csv", "account,amount,reference\nA1,41.80,r1\nA1,20.00,r2\nA1,7.00,r3\n")
    #expect(bench.run("job resume 5 --from \(whole)").status == .done)
    #expect(try payments(bench).sorted() == paid + ["A1,7.00,r3"])
    let command = try bench.expect("change list --limit 1 --fields command --csv --no-header")
    #expect(command.output.contains("payment post"), "\(command)")
    #expect(command.output.contains("--skip-known"), "\(command)")
  }

  @Test("the rows of standard input come from a file when they are applied later")
  func fromInput() throws {
    let bench = try office()
    let rows = "account,amount\nA1,41.80\nA9,20.00\n"
    bench.run("payment post --from - --on 2026-03-09 --keep-going", input: rows)
    let words = bench.run("job resume").words
    #expect(words.contains("correct them in a file, and run the command with it"), "\(words)")
    let file = try bench.file("rows.csv", rows.replacing("A9", with: "A1"))
    #expect(bench.run("job resume --from \(file)").status == .done)
    #expect(try payments(bench).sorted() == ["A1,20.00,", "A1,41.80,"])
  }

  @Test("the number of rows is empty where an older store did not record it")
  func older() throws {
    let bench = try office()
    _ = try run(bench, " --rejects \(bench.folder)/rest.csv")
    try Store.open(StoreLocation(bench.store)).connection.script(
      "UPDATE job SET row_count = NULL, unchanged = NULL, left_out = NULL")
    #expect(try list(bench) == ["5,file,,1,1,applied,"])
    let resumed = bench.run("job resume")
    #expect(resumed.words.contains("1 record written, 1 left out"), "\(resumed)")
  }

  @Test("a clerk may look at runs and is told whom to ask to undo one")
  func roles() throws {
    let bench = try office()
    _ = try run(bench)
    try bench.expect("operator add pat admin")
    try bench.expect("operator add cleo clerk")
    bench.operatorName = "cleo"
    #expect(bench.run("job show 5").status == .done)
    let refused = bench.run("job undo 5")
    #expect(refused.status == .notPermitted)
    #expect(refused.words.contains("ubadmin change undo 5"), "\(refused)")
  }
}
