import Testing

@testable import AdminCommands

@Suite("Words in the wrong place, and words for others", .onBothEngines)
struct MeantWordsTests {
  private func city() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 100001 --name Ana", "location add L1 --address Main",
      "account open 2000001 --cid 100001 --location L1 --on 2026-01-01",
      "service start 2000001 WATER --on 2026-01-01",
      "user register ana@example.com --first Ana --last Ortiz",
    ] { try bench.expect(line) }
    return bench
  }

  @Test(
    "arguments in each other's places are told as one fault, with the command that was meant",
    arguments: [
      (
        "service stop WATER 2000001 --on 2026-03-01 -n",
        "service stop 2000001 WATER --on 2026-03-01 --dry-run", .notFound
      ),
      (
        "link add 2000001 ana@example.com --cid 100001",
        "link add ana@example.com 2000001 --cid 100001", .badData
      ),
      ("note add 2000001 hello", "note add account 2000001 hello", .badData),
    ] as [(String, String, AdminCommands.ExitStatus)])
  func swapped(line: String, meant: String, status: AdminCommands.ExitStatus) throws {
    let bench = try city()
    let result = bench.run(line)
    #expect(result.status == status)
    #expect(result.words.hasSuffix("\n  did you mean `ubadmin \(meant)`?\n"), "\(result)")
    #expect(result.words.ranges(of: "ubadmin: ").count == 1, "\(result)")
    try bench.expect(meant)
  }

  @Test("arguments that are wrong in either place are told each")
  func wrong() throws {
    let result = try city().run("service stop WATR 2000009 --on 2026-03-01")
    #expect(!result.words.contains("did you mean `ubadmin"), "\(result)")
    #expect(result.words.contains("found no account WATR"), "\(result)")
    #expect(result.words.contains("found no service type 2000009"), "\(result)")
  }

  @Test(
    "a name where a number or an address is expected leads to the search",
    arguments: [
      (["account", "show", "Dora Salas"], "find it by name: `ubadmin search 'Dora Salas'`"),
      (
        ["account", "list", "--cid", "Salas Dora"], "find it by name: `ubadmin search 'Salas Dora'`"
      ),
      (
        ["account", "move", "2000001", "--cid", "Salas Dora", "--on", "2026-03-01"],
        "find it by name: `ubadmin search 'Salas Dora'`"
      ),
      (["location", "show", "705 Acorn St"], "find it by name: `ubadmin search '705 Acorn St'`"),
      (["user", "show", "damon"], "find the user by name: `ubadmin search damon`"),
      (["user", "unlock", "damon"], "find the user by name: `ubadmin search damon`"),
      (["user", "revoke", "damon"], "find the user by name: `ubadmin search damon`"),
      (["explain", "Damon Kirby"], "find the user by name: `ubadmin search 'Damon Kirby'`"),
      // These are no records that are there.
      (["customer", "add", "Dora Salas", "--name", "x"], "without spaces, quotes or commas"),
      (["customer", "set", "100001", "--email", "damon"], "the @ is missing"),
      (["user", "register", "damon", "--first", "D", "--last", "K"], "the @ is missing"),
    ])
  func names(words: [String], remedy: String) throws {
    let result = try city().run(words)
    #expect(result.status == .badData, "\(result)")
    #expect(result.words.contains(remedy), "\(result)")
  }

  @Test("a service type with a slip is named, and a number is not taken for a code")
  func serviceType() throws {
    let bench = try city()
    let slip = bench.run("service stop 2000001 WATR --on 2026-03-01")
    #expect(slip.words.contains("did you mean `WATER`?"), "\(slip)")
    let number = bench.run("service list --service 2000009")
    #expect(!number.words.contains("did you mean"), "\(number)")
  }

  @Test("a date that is typed may be a word, and the message says so")
  func dates() throws {
    let bench = try city()
    let words = "a date, e.g. 2015-11-25, 11/25/2015, today or +1w\n"
    for line in ["service stop 2000001 WATER --on tomorow", "payment list --from tomorow"] {
      let slip = bench.run(line)
      #expect(slip.words.contains("found tomorow, expected \(words)"), "\(slip)")
      #expect(slip.words.contains("  did you mean tomorrow?\n"), "\(slip)")
    }
    let file = try bench.file("stops.csv", "account,service,on\n2000001,WATER,tomorow\n")
    let row = bench.run("service stop --from \(file)")
    #expect(row.words.contains("a date, e.g. 2015-11-25 or 11/25/2015; use digits"), "\(row)")
  }

  @Test("a secret that is missing says where it may come from")
  func secret() throws {
    let bench = try city()
    let result = bench.run("eft enroll 2000001 --routing 021000021", input: "\n")
    #expect(result.status == .usage)
    #expect(
      result.words.contains(
        "  name a file with the bank account number, or - for standard input\n"), "\(result)")
    let show = bench.run("eft show 2000001")
    #expect(show.words.contains("run `ubadmin eft enroll 2000001` at a terminal"), "\(show)")
  }

  @Test("a column with a slip is mapped by the option that the message names")
  func column() throws {
    let bench = try city()
    let file = try bench.file("notes.csv", "kind,ky,text\naccount,2000001,Dog\n")
    let refused = bench.run("note add --from \(file)")
    #expect(refused.words.contains("map the column with --map ky=key, "), "\(refused)")
    try bench.expect("note add --from \(file) --map ky=key")
  }
}

@Suite("Topics of help")
struct HelpTopicsTests {
  @Test("are listed", arguments: ["topics", "manual"])
  func listed(word: String) throws {
    let output = try CommandBench(withStore: false).expect("help \(word)").output
    for topic in HelpTopic.words where topic != "topics" {
      #expect(output.contains("\n  \(topic) "), "\(topic): \(output)")
    }
    #expect(!output.contains("<folder>"))
  }

  @Test("and the tutorial is found by what it is for")
  func tutorial() throws {
    let bench = try CommandBench(withStore: false)
    #expect(try bench.expect("help getting started").output.contains("`ubadmin help tutorial`"))
    #expect(try bench.expect("help").output.contains("`ubadmin help topics`"))
  }
}

@Suite("The sample city's last day")
struct DemoDayTests {
  @Test("may be said in a word")
  func word() throws {
    let bench = try CommandBench(on: "2026-03-10", withStore: false)
    let demo = "store demo \(bench.store) --accounts 3 --years 1"
    #expect(try bench.expect("\(demo) --until yesterday").words.contains("up to 2026-03-09"))
    let wrong = bench.run("store demo \(bench.folder)/b.db --until tomorow")
    #expect(wrong.words.contains("did you mean tomorrow?"), "\(wrong)")
  }
}
