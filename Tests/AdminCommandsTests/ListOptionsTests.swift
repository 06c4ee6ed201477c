import Accounts
import Testing

@testable import AdminCommands

/// `--fields`, `--sort`, `--limit`, `--as-of` and `--output`, as every list takes them.
struct ListOptionsTests {
  /// Lists whose rows stand in no table of the store.
  static let own = [
    ("setting list", "setting"), ("report list", "report"), ("config list", "key"),
    ("operator roles", "command"),
  ]

  @Test("lists of the program's own take the same options as those of the store", arguments: own)
  func ownLists(list: String, key: String) throws {
    let bench = try CommandBench()
    let names = try bench.expect("\(list) --fields help --csv --no-header").output
      .split(separator: "\n")
    #expect(names.first.map(String.init) == "\(key),text,")
    let all = try bench.expect("\(list) --fields \(key) --csv --no-header").output
      .split(separator: "\n")
    #expect(all.count > 2)
    let turned = try bench.expect("\(list) --fields \(key) --sort -\(key) --csv --no-header")
    #expect(turned.output.split(separator: "\n") == all.sorted(by: >))
    let cut = try bench.expect("\(list) --fields \(key) --limit 2 --csv --no-header")
    #expect(cut.output.split(separator: "\n") == Array(all[..<2]))
    #expect(cut.words.contains("the first 2 rows; --limit 0 shows all"))
    #expect(bench.run("\(list) --fields colour").status == .usage)
  }

  @Test(
    "fields that are none, unknown or named twice are a usage error",
    arguments: ["customer list", "setting list"], ["", ",", "colour", "SAME"])
  func badFields(list: String, fields: String) throws {
    let bench = try CommandBench()
    let name = list == "customer list" ? "cid" : "value"
    let chosen = fields == "SAME" ? "\(name),\(name)" : fields
    let result = bench.run(list.split(separator: " ").map(String.init) + ["--fields", chosen])
    #expect(result.status == .usage)
    #expect(result.output == "")
  }

  @Test(
    "a list that a limit cut says so, whoever reads it",
    arguments: ["csv", "tsv", "json", "ndjson", "markdown"])
  func limitNote(format: String) throws {
    let bench = try CommandBench()
    for name in ["Ana", "Bo", "Cy"] { try bench.expect("customer add --name \(name)") }
    let cut = try bench.expect("customer list --limit 2 --format \(format)")
    #expect(cut.words.contains("the first 2 rows; --limit 0 shows all"))
    #expect(try bench.expect("customer list --limit 2 --format \(format) --quiet").words == "")
    #expect(try bench.expect("customer list --limit 3 --format \(format)").words == "")
  }

  @Test(
    "--fields help tells types and units: of money, of days, and where that of quantities stands")
  func typedFields() throws {
    let bench = try CommandBench()
    for (report, field) in [
      ("report aged-balances", "owed,money,dollars"), ("report consumption", "days,number,days"),
      ("report consumption", "quantity,quantity,see unit"),
      ("report consumption --unit gal", "quantity,quantity,see unit"),
      ("report read-sheet", "expected,quantity,see measure"),
      ("report high-low", "percent,number,percent"), ("report pending", "on,date,"),
      ("service list", "last-12-months,quantity,see unit"),
      ("report water-balance", "quantity,quantity,see unit"),
      ("payment list", "amount,money,dollars"),
    ] {
      let fields = try bench.expect("\(report) --fields help --csv --no-header").output
      #expect(fields.split(separator: "\n").contains(Substring(field)), "\(report): \(fields)")
    }
  }

  @Test("a plan takes the options of lists too")
  func plan() throws {
    let bench = try CommandBench()
    let rows = try bench.file("in.csv", "cid,name\n2,Bo\n1,Ana\n")
    let plan = try bench.expect(
      "customer add --from \(rows) -n --fields key,field,after --sort key,-field --limit 2 --csv")
    #expect(plan.output == "key,field,after\n1,name,Ana\n1,kind,person\n")
    let fields = try bench.expect("customer add --from \(rows) -n --fields help --csv")
    #expect(
      fields.output.split(separator: "\n").map { String($0.prefix { $0 != "," }) }
        == ["field", "line", "action", "table", "key", "field", "before", "after"])
  }

  @Test("what ended after the day of --as-of is not seen")
  func asOf() throws {
    let bench = try CommandBench(on: "2026-11-10")
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "L1", "--address", "1 Main St"])
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    try bench.expect("meter add M1 --service WATER --dials 6")
    try bench.expect("service start A1 WATER --on 2025-01-01 --meter M1 --reading 100")
    try bench.expect("read add M1 --on 2025-02-01 --reading 110")
    try bench.expect("read add M1 --on 2025-03-01 --reading 125")
    func quantities(_ options: String) throws -> String {
      try bench.expect(
        "report consumption --by month --fields quantity --csv --no-header \(options)"
      )
      .output
    }
    let all = try quantities("")
    #expect(try quantities("--as-of 2025-02-01 --to 2026-01-01") != all)
    #expect(try quantities("--as-of 2025-02-01") == quantities("--to 2025-02-01"))
    let history = "report consumption-history --fields to --csv --no-header"
    #expect(try bench.expect("\(history) --as-of 2025-02-28").output == "2025-02-01\n")
    let reads = "read list --meter M1 --fields on --csv --no-header"
    #expect(
      try bench.expect("\(reads) --as-of 2025-02-28").output.split(separator: "\n").count == 2)
    #expect(bench.run("report consumption --by month,month").status == .usage)
  }

  @Test("a file of a kind that cannot be written is refused, unless the format is said")
  func foreignOutput() throws {
    let bench = try CommandBench()
    let path = bench.folder + "/list.ods"
    let refused = bench.run("customer list -o \(path)")
    #expect(refused.status == .usage)
    #expect(refused.words.contains(".ods"))
    #expect(bench.text(of: "list.ods") == nil)
    try bench.expect("customer list --csv -o \(path)")
    #expect(bench.text(of: "list.ods")?.hasPrefix("cid,") == true)
  }

  @Test("answers of a line go to the file of --output too")
  func shortAnswers() throws {
    let bench = try CommandBench()
    for (command, text) in [
      ("customer add --name Ana", "100001\n"), ("setting get city", "Testville\n"),
      ("setting list --fields setting --limit 1 --csv", "setting\ncity\n"),
    ] {
      let result = try bench.expect("\(command) -o \(bench.folder)/answer.txt")
      #expect(result.output == "")
      #expect(bench.text(of: "answer.txt") == text)
    }
    try bench.expect("customer set --csv-template -o \(bench.folder)/set.csv")
    #expect(bench.text(of: "set.csv")?.hasPrefix("cid,name,") == true)
    #expect(try bench.expect("config path --json").output.hasPrefix("[\n{\"path\":"))
  }

  @Test(
    "what is for the rows of a file is refused without one",
    arguments: ["--keep-going", "--rejects bad.csv", "--map a=cid"])
  func withoutFile(option: String) throws {
    let bench = try CommandBench()
    let result = bench.run("customer add 1 --name Ana \(option)")
    #expect(result.status == .usage)
    #expect(result.words.contains("--from"))
  }

  @Test("the tables of a page obey --layout, too")
  func layoutOfPages() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Acorn")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2026-01-01")
    let table = try bench.expect("customer show 1 --layout table").output
    #expect(table.contains("\nAccount  Address"), "\(table)")
    let records = try bench.expect("customer show 1 --layout records").output
    #expect(records.contains("\nAccount  A1\nAddress  Acorn\n"), "\(records)")
  }
}
