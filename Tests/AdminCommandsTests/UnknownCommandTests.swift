import Testing

@testable import AdminCommands

/// Nouns and verbs that there are not.
struct UnknownCommandTests {
  @Test(
    "a slip in a noun or a verb is answered with the word that was meant",
    arguments: [
      ("customr list", "customr", "customer"), ("acount show 1", "acount", "account"),
      ("customer lsit", "customer lsit", "ubadmin customer list"),
      ("--quiet servcie list", "servcie", "service"), ("sett list", "sett", "setting"),
      ("--limit x custmer list", "custmer", "customer"), ("help custmer", "custmer", "customer"),
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

  @Test("a verb of many nouns asks for one of them")
  func verbAlone() throws {
    let result = try CommandBench(withStore: false).run("show")
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: show needs a noun before it\n"), "\(result)")
    #expect(result.words.contains("account show"), "\(result)")
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
