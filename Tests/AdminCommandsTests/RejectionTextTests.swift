import Testing

@testable import AdminCommands

/// A rejection names its field as the reader typed it.
struct RejectionTextTests {
  @Test(
    "a missing field is named as it is typed",
    arguments: [
      ("service start 1 WATER", "--on"), ("service stop 1", "<service>"),
      ("account open --cid 1 --on 2026-03-01", "--location"),
      ("payment post 1", "--amount"), ("link add", "<email>"),
    ])
  func missing(line: String, name: String) throws {
    let result = try CommandBench().run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: \(name) is missing\n  needed: "), "\(result)")
  }

  @Test("a message that is too long for the terminal is broken at blanks, and no command in it")
  func wrapped() throws {
    let bench = try CommandBench()
    let terminal = TerminalFacts(errorIsTerminal: true, errorColumns: 44)
    #expect(
      bench.run(["account", "show", "99999"], terminal: terminal).words == """
        ubadmin: <account>: found no account 99999,
          expected an existing account number
          find it with `ubadmin search 99999`;
          `ubadmin account open --help` explains how
          to open one

        """)
    #expect(
      bench.run(["account", "show", "99999"]).words.split(separator: "\n").count == 2)
  }

  @Test("a missing secret is named by the option that reads it from a file")
  func missingSecret() throws {
    let bench = try CommandBench()
    let result = bench.run("", input: "eft enroll 1 --routing 021000021\n")
    #expect(result.words.contains("--bank-account-file is missing"), "\(result)")
  }

  @Test(
    "a wrong value is named as it is typed, in writing and in reading commands",
    arguments: [
      ("service stop 1 WATER --on soon", "--on: found soon, expected a date"),
      ("account show 77", "<account>: found no account 77, expected"),
      ("customer set 77 --phone 512-555-0142", "<cid>: found no customer 77, expected"),
      ("customer set 1 --phone x", "--phone: found x, expected"),
      ("bill list --account 7;7", "--account: found 7;7, expected"),
      ("bill list --account 7,8", "--account: found no account 7, expected"),
    ])
  func wrong(line: String, text: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    #expect(bench.run(line).words.hasPrefix("ubadmin: \(text)"))
  }

  @Test("in a file it is the column that is empty, at its line")
  func column() throws {
    let bench = try CommandBench()
    let customersFile = try bench.file("in.csv", "cid,name\n1,Ana\n2,\n")
    let customers = bench.run("customer add --from \(customersFile)")
    #expect(customers.words.contains("in.csv:3: column name is empty; "), "\(customers)")
    let locationsFile = try bench.file("in.csv", "location,address\nL1,12 Mill Lane\nL2,\n")
    let locations = bench.run("location add --from \(locationsFile)")
    #expect(
      locations.words.contains("in.csv:3: column address is empty; needed: service address\n"),
      "\(locations)")
  }

  @Test("a remedy names other fields as they are typed, and in a file as columns")
  func remedy() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let typed = bench.run("customer merge 1 --into 1")
    #expect(typed.words.contains("\n  use --into for the customer to keep\n"), "\(typed)")
    let name = bench.run("customer add 2 --last Ortiz")
    #expect(name.words.contains("expected both --first and --last\n"), "\(name)")
    #expect(name.words.contains("\n  add the other, or use --name\n"), "\(name)")
    let file = try bench.file("merge.csv", "cid,into\n1,1\n")
    let row = bench.run("customer merge --from \(file)")
    #expect(
      row.words.contains(":2: into: found customer 1 twice, expected two customer IDs; "),
      "\(row)")
    #expect(row.words.contains("; use column into for the customer to keep\n"), "\(row)")
  }

  @Test("programs are told the field's own name")
  func json() throws {
    let result = try CommandBench().run("service start 1 WATER --json")
    #expect(
      result.output.contains("\"field\": \"on\"") || result.output.contains("\"field\":\"on\""))
    #expect(result.output.contains("required"))
  }

  @Test(
    "in the shell a command in a message begins with the program's name, and once",
    arguments: [
      ("see `bill show 8000001`", "see `ubadmin bill show 8000001`"),
      ("see `ubadmin eft confirm 1`", "see `ubadmin eft confirm 1`"),
      (
        "find it with `search`, or `account open`",
        "find it with `ubadmin search`, or `ubadmin account open`"
      ),
      ("did you mean `account`?", "did you mean `account`?"), ("a ` bill show", "a ` bill show"),
    ])
  func printed(text: String, expected: String) {
    #expect(PrintedCommands.forShell(text) == expected)
  }

  @Test("so it is in the shell, and at the prompt the plain command stays")
  func shellAndPrompt() throws {
    let bench = try CommandBench()
    #expect(bench.run("customer show 9").words.contains("`ubadmin search 9`"))
    let script = try bench.file("s.txt", "ubadmin customer list\ncustomer show 9\n")
    let prompt = bench.run("run \(script)")
    #expect(prompt.words.contains("find it with `search 9`"), "\(prompt)")
  }
}
