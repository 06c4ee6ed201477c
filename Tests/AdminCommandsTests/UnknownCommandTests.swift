import Testing

@testable import AdminCommands

/// Nouns and verbs that there are not.
struct UnknownCommandTests {
  @Test(
    "a slip in a noun or a verb is answered with the word that was meant",
    arguments: [
      ("customr list", "customr", "ubadmin customer list"),
      ("acount show 1", "acount", "ubadmin account show 1"),
      ("customer lsit", "customer lsit", "ubadmin customer list"),
      ("--quiet servcie lst", "servcie", "ubadmin service list"),
      ("sett list", "sett", "ubadmin setting list"),
      ("--limit x custmer list", "custmer", "ubadmin customer list"),
      ("help custmer", "custmer", "customer"), ("bils", "bils", "ubadmin bill list"),
      ("bills 2000002", "bills", "ubadmin bill list 2000002"),
      // What changes records is typed again, with its options.
      ("servise stop 1 WATER -n", "servise", "ubadmin service stop"),
    ])
  func slips(line: String, found: String, meant: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: there is no command \(found)\n"))
    #expect(result.words.contains("did you mean `\(meant)`?"))
  }

  @Test(
    "a short form of the prompt leads to its command",
    arguments: [
      ("bills", "`ubadmin bill list`"), ("undo", "`ubadmin change undo`"),
      ("stop", "`ubadmin service stop`"), ("redo", "`ubadmin change redo`"),
    ])
  func shortForms(word: String, meant: String) throws {
    let result = try CommandBench(withStore: false).run(word)
    #expect(result.status == .usage)
    #expect(result.words.contains("did you mean \(meant)?"), "\(result)")
  }

  @Test(
    "words that are as close are all named, as are a noun in the plural with its verb, and topics",
    arguments: [
      ("user ulock a@example.com", "`ubadmin user lock` or `ubadmin user unlock`"),
      ("payments post 2000001", "`ubadmin payment post`"),
      ("bils shwo 7", "`ubadmin bill show 7`"), ("help bulkk", "`ubadmin help bulk`"),
      ("help topcs", "`ubadmin help topics`"), ("tutorail", "`ubadmin help tutorial`"),
    ])
  func alike(line: String, meant: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.contains("did you mean \(meant)?"), "\(result)")
  }

  @Test(
    "an option that other commands have leads to this command's own",
    arguments: [
      ("bill list --since 2026-01-01", "--from"), ("history 7 --kind bill", "--event"),
      ("payment list --until 2026-01-01", "--to"), ("location list --status open", nil),
      ("customer set 7 --since 2026-01-01", nil),
    ] as [(String, String?)])
  func options(line: String, meant: String?) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    if let meant {
      #expect(result.words.contains("did you mean `\(meant)`?"), "\(result)")
    } else {
      #expect(!result.words.contains("did you mean `--from`"), "\(result)")
    }
  }

  @Test("a verb of many nouns asks for one of them")
  func verbAlone() throws {
    let result = try CommandBench(withStore: false).run("show")
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: show needs a noun before it\n"), "\(result)")
    #expect(result.words.contains("e.g. `ubadmin account show 2000001`"), "\(result)")
  }

  @Test(
    "a verb before its noun leads to the command",
    arguments: [
      ("list customers", "list", "customer list"),
      ("show account 2000001", "show", "account show 2000001"),
      ("show acount 2000001 --json", "show", "account show 2000001"),
      ("stop service 1 WATER", "stop", "service stop"),
    ])
  func verbFirst(line: String, verb: String, meant: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.contains("\(verb) needs a noun before it"), "\(result)")
    #expect(result.words.contains("did you mean `ubadmin \(meant)`?"), "\(result)")
  }

  @Test(
    "a topic leads to its help, and a number or an address to the search",
    arguments: [
      ("tutorial", "`ubadmin help tutorial` explains it"),
      ("topics", "`ubadmin help topics` explains it"),
      ("2000002", "`ubadmin search 2000002` finds the record"),
      ("pat@example.com", "`ubadmin search pat@example.com` finds the record"),
    ])
  func others(word: String, remedy: String) throws {
    let result = try CommandBench(withStore: false).run(word)
    #expect(result.status == .usage)
    #expect(result.words.contains("  \(remedy)"), "\(result)")
  }

  @Test("what resembles nothing leads to help")
  func strange() throws {
    let bench = try CommandBench(withStore: false)
    let noun = bench.run("frobnicate")
    #expect(noun.status == .usage)
    #expect(
      noun.words == """
        ubadmin: there is no command frobnicate
          `ubadmin help` lists the commands

        """)
    let verb = bench.run("setting xyz")
    #expect(verb.words.contains("setting takes list, get, set; see `ubadmin help setting`"))
  }

  @Test("help on the prompt's own words is the help on all", arguments: ["help", "exit", "quit"])
  func promptWords(word: String) throws {
    let bench = try CommandBench(withStore: false)
    #expect(bench.run("help \(word)") == bench.run("help"))
  }

  @Test("a noun takes a verb, and a line a noun")
  func misplaced() throws {
    let bench = try CommandBench(withStore: false)
    #expect(bench.run("customer --name Ana add").words.hasPrefix("ubadmin: found --name, expected"))
    for line in ["-- account show 1", "--reason slip", "--no-such"] {
      let result = bench.run(line)
      #expect(result.status == .usage)
      #expect(result.words.contains("expected a command\n"), "\(result)")
    }
  }
}
