import Testing

@testable import AdminCommands

/// What is asked for is done or refused, never passed over.
@Suite("Nothing that is asked for is passed over")
struct SilenceTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0142")
    try bench.expect(["location", "add", "L1", "--address", "1 Main St"])
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    return bench
  }

  @Test(
    "an empty word is refused and names --clear where that can empty the field",
    arguments: [
      (["customer", "set", "1", "--phone", ""], "--phone is empty", "--clear phone"),
      (["customer", "set", "1", "--phone", "  "], "--phone is empty", "--clear phone"),
      (["customer", "set", "1", "--phone="], "--phone is empty", "--clear phone"),
      (["customer", "set", "1", "--name", ""], "--name is empty", "leave --name out"),
      (["customer", "add", "", "--name", "Bo"], "<cid> is empty", "leave <cid> out"),
      (["customer", "list", "--city", ""], "--city is empty", "leave --city out"),
      (["account", "set", "A1", "--reason", ""], "--reason is empty", "leave --reason out"),
      (["customer", "list", "--sort", ""], "--sort is empty", "leave --sort out"),
      (["account", "show", ""], "<account> is empty", "give a value"),
      (["account", "show", "--quiet", ""], "<account> is empty", "give a value"),
      (["bill", "list", "--unpaid", ""], "<account> is empty", "give a value"),
      (["account", "close", "-n", "", "--on", "2026-03-01"], "<account> is empty", "give a value"),
    ])
  func emptyWords(words: [String], message: String, remedy: String) throws {
    let bench = try bench()
    let result = bench.run(words)
    #expect(result.status == .usage)
    #expect(result.words.contains(message), "\(result)")
    #expect(result.words.contains(remedy), "\(result)")
  }

  @Test("an empty constant of a bulk run is refused, and a blank cell means that nothing is given")
  func emptyInBulk() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "cid,phone,city\n1,,Testville\n")
    let refused = bench.run(["customer", "set", "--from", rows, "--email", ""])
    #expect(refused.status == .usage)
    #expect(refused.words.contains("--clear email"), "\(refused)")
    try bench.expect(["customer", "set", "--from", rows])
    #expect(
      try bench.expect("customer show 1 --fields phone,city --reveal --csv --no-header").output
        == "phone,512-555-0142\ncity,Testville\n")
  }

  @Test("a script line with an empty word is refused like a command")
  func emptyInScript() throws {
    let bench = try bench()
    let script = try bench.file("run.txt", "customer set 1 --phone \"\"\n")
    let result = bench.run("run \(script)")
    #expect(result.status == .usage)
    #expect(result.words.contains("--clear phone"), "\(result)")
  }

  @Test(
    "a list narrowed to a record that does not exist ends with status 4 and the words of `show`",
    arguments: [
      ("bill list --account X9", "--account: found no account X9"),
      ("payment list --account X9", "--account: found no account X9"),
      ("payment list --bill X9", "--bill: found no bill X9"),
      ("read list --meter X9", "--meter: found no meter X9"),
      ("service list X9", "<account>: found no account X9"),
      ("service list X9 --history", "<account>: found no account X9"),
      ("service list --service X9", "--service: found no service type X9"),
      ("meter list --account X9", "--account: found no account X9"),
      ("note list account X9", "<key>: found no account X9"),
      ("link list --account X9", "--account: found no account X9"),
      ("link list --email x9@example.org", "found no user x9@example.org"),
      ("request list --account X9", "--account: found no account X9"),
      ("account list --cid X9", "--cid: found no customer X9"),
      ("account list --location X9", "--location: found no location X9"),
      ("eft list --account X9", "--account: found no account X9"),
      ("report consumption --account X9", "--account: found no account X9"),
      ("report consumption --meter X9", "--meter: found no meter X9"),
      ("report consumption --service X9", "--service: found no service type X9"),
      ("report consumption-history --account X9", "--account: found no account X9"),
      ("change list --table X9", "--table: found no table X9"),
    ])
  func noSuchRecord(line: String, message: String) throws {
    for ending in ["", " --json"] {
      let result = try bench().run(line + ending)
      #expect(result.status == .notFound, "\(result)")
      #expect(result.output == "")
      #expect(result.words.contains(message), "\(result)")
    }
  }

  @Test("a list narrowed to nobody ends with status 4, where there are operators")
  func noSuchOperator() throws {
    let bench = try bench()
    try bench.expect("operator add pat admin")
    for line in ["change list --operator", "note list --by", "request list --assignee"] {
      #expect(bench.run(line + " nobody").status == .notFound)
      try bench.expect(line + " pat")
    }
  }

  @Test(
    "a range of days that ends before it begins is refused",
    arguments: ["bill list", "payment list", "read list", "report consumption"])
  func reversedDays(list: String) throws {
    let bench = try bench()
    let result = bench.run("\(list) --from 2026-12-01 --to 11/01/2026")
    #expect(result.status == .usage)
    #expect(
      result.words.hasPrefix("ubadmin: --to 2026-11-01 is before --from 2026-12-01"), "\(result)")
    try bench.expect("\(list) --from 2026-11-01 --to 2026-11-01")
  }

  @Test(
    "an option that is given twice is refused",
    arguments: [
      "customer add --name Bo --name Cy", "customer add --name=Bo --name=Bo",
      "bill list --account A1 --account A1", "--limit 3 customer list --limit 4",
      "customer list -o a.csv --output b.csv",
      "payment list --from 2026-01-01 --from 2026-02-01",
    ])
  func twice(line: String) throws {
    let result = try bench().run(line)
    #expect(result.status == .usage)
    #expect(result.words.contains("appears twice"), "\(result)")
  }

  @Test("flags may be repeated, and columns are mapped one after the other")
  func notTwice() throws {
    let bench = try bench()
    try bench.expect("payment list --all -q --all -q")
    let rows = try bench.file("in.csv", "A,B\n7,Bo\n")
    try bench.expect("customer add --from \(rows) --map A=cid --map B=name")
  }

  @Test("--map matches a column like its header, without regard to case")
  func mapCase() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "Customer Number,Full Name,name\n7,Bo,x\n")
    try bench.expect(
      [
        "customer add", "--from", rows, "--map", "customer number=CID", "--map", "FULL_NAME=Name",
        "--map", "NAME=_",
      ].flatMap { $0 == "customer add" ? ["customer", "add"] : [$0] })
    #expect(
      try bench.expect("customer show 7 --fields name --csv --no-header").output == "name,Bo\n")
  }

  @Test("of two columns that differ in capitals only, --map means the one with its own")
  func mapExact() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "CID,name,NAME\n7,Bo,x\n")
    try bench.expect(["customer", "add", "--from", rows, "--map", "NAME=_"])
    let wrong = bench.run(["customer", "add", "--from", rows, "--map", "Nam=_"])
    #expect(wrong.status == .usage)
    #expect(wrong.words.contains("it has the columns CID, name, NAME"), "\(wrong)")
  }

  @Test(
    "two formats at once are refused",
    arguments: ["--json --csv", "--json --format csv", "--csv -O table"])
  func formats(options: String) throws {
    #expect(try bench().run("customer list \(options)").status == .usage)
    try bench().expect("customer list --json --format json")
  }

  @Test(
    "a change takes no options of lists, and its plan does",
    arguments: ["--fields nosuch", "--sort key", "--limit 1"])
  func listOptionsOfChanges(option: String) throws {
    let bench = try bench()
    let result = bench.run("customer set 1 --city Waco \(option)")
    #expect(result.status == .usage)
    #expect(result.words.contains("is only for lists and plans"), "\(result)")
    #expect(try bench.expect("customer show 1 --fields city --csv --no-header").output == "city,\n")
  }

  @Test("-V prints the version")
  func version() throws {
    let bench = try CommandBench(withStore: false)
    #expect(try bench.expect("-V") == bench.expect("--version"))
  }

  @Test(
    "--fields chooses what a page shows, and refuses what it does not have",
    arguments: ["account show A1", "customer show 1", "delivery show A1"])
  func pageFields(show: String) throws {
    let bench = try bench()
    let names = try bench.expect("\(show) --fields help").output.split(separator: "\n")
    #expect(names.count > 1)
    for name in names {
      try bench.expect("\(show) --fields \(name)")
      #expect(try bench.expect("\(show) --fields \(name) --json").output.contains("\"\(name)\""))
    }
    let result = bench.run("\(show) --fields nosuch")
    #expect(result.status == .usage)
    #expect(result.output == "")
    #expect(result.words.contains(names.joined(separator: ", ")), "\(result)")
    for option in ["--sort on", "--limit 1"] {
      #expect(bench.run("\(show) \(option)").status == .usage)
    }
  }

  @Test("fields of a page come in the order in which they are named, and stay masked")
  func pageOrder() throws {
    let bench = try bench()
    let page = try bench.expect("customer show 1 --fields phone,cid --csv --no-header").output
    #expect(page == "phone,•••0142\ncid,1\n")
  }

  @Test(
    "an amount below zero is understood as a word of its own", arguments: ["-5.00", "-5", "-.5"])
  func negativeAmounts(amount: String) throws {
    let bench = try bench()
    try bench.expect("bill add B1 A1 --amount \(amount) --due 2026-04-01")
    let whole = bench.run("bill add B2 A1 --amount=\(amount) --due 2026-04-01")
    #expect(whole.status == .done)
    let totals = try bench.expect("bill list --fields total --csv --no-header").output
    #expect(Set(totals.split(separator: "\n")).count == 1, "\(totals)")
  }
}
