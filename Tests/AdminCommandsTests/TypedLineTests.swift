import Testing

@testable import Accounts
@testable import AdminCommands

@Suite("A command line, taken apart")
struct TypedLineTests {
  private func line(_ text: String) -> TypedLine {
    TypedLine(text.split(separator: " ").map(String.init))
  }

  @Test(
    "global options mean the same wherever they stand before --",
    arguments: [
      "--store city.db --limit 3 -q account show 5 -- --csv",
      "account --store=city.db show --limit=3 5 -q -- --csv",
      "account show 5 --quiet --limit 3 --store city.db -- --csv",
      "account show -q --limit 9 5 --store x --limit 3 -q --store city.db -- --csv",
    ])
  func anywhere(_ text: String) throws {
    var expected = GlobalOptions()
    expected.store = "city.db"
    expected.limit = RowLimit(3)
    expected.quiet = true
    #expect(try line(text).options() == expected)
    #expect(line(text).own == ["account", "show", "5", "--", "--csv"])
  }

  @Test("every option is taken by its name, after a blank and after an equals sign")
  func all() throws {
    let values = [
      "wait": "1.5", "format": "csv", "limit": "7", "color": "never", "as-of": "2026-02-03",
    ]
    for option in GlobalOption.all {
      let value = option.valueName == nil ? nil : values[option.name] ?? "text"
      let words = ["a", "--\(option.name)"] + (value.map { [$0] } ?? []) + ["b"]
      let options = try TypedLine(words).options()
      #expect(options != GlobalOptions(), "\(option.name)")
      #expect(TypedLine(words).own == ["a", "b"], "\(option.name)")
      if let value {
        #expect(try TypedLine(["--\(option.name)=\(value)"]).options() == options)
      }
      if let short = option.short {
        #expect(try TypedLine(["-\(short)"] + (value.map { [$0] } ?? [])).options() == options)
      }
    }
  }

  @Test("several letters after one dash are several options; the last may have a value")
  func letters() throws {
    let options = try line("customer list -qno out.csv").options()
    #expect(options.quiet && options.dryRun && options.output == "out.csv")
    #expect(line("customer list -qx").own == ["customer", "list", "-qx"])
    #expect(line("customer list -qh").request == .help)
  }

  @Test("words of the command's own stay, with their order")
  func own() {
    for text in [
      "bill add B1 --amount -5", "customer set 1 --clear phone,email --reason moved", "query -",
      "note add account 1 -- --json -q --reason x",
    ] {
      #expect(line(text).own.joined(separator: " ") == text)
    }
  }

  @Test("only --sort takes a word with a dash; a file may be -")
  func values() throws {
    #expect(try line("customer list --sort -cid").options().sort == "-cid")
    #expect(try line("customer list --output -").options().output == "-")
  }

  @Test(
    "what is wrong with a global option is said of the option as it was typed",
    arguments: [
      ("--limit", "--limit needs a value: <count>"),
      ("--limit --json", "--limit needs a value: <count>"), ("-qo", "-o needs a value: <file>"),
      ("-o --", "-o needs a value: <file>"), ("--json=1", "--json takes no value, found 1"),
      ("--limit x", "--limit: found x, expected a number of rows, or 0 for all"),
      ("--limit -1", "--limit needs a value: <count>"),
      ("-O xml", "-O: found xml, expected one of table, csv, tsv, json, ndjson, markdown"),
      ("--as-of 2026-02-30", "--as-of: found 2026-02-30, expected a date as 2015-11-25"),
      ("--wait soon", "--wait: found soon, expected 0 to 86400 seconds"),
    ])
  func faults(options: String, message: String) throws {
    let result = try CommandBench(withStore: false).run("customer list \(options)")
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: \(message)"), "\(result)")
  }

  @Test(
    "so it is before the noun, and where there is none",
    arguments: ["--limit x customer list", "--limit x customer --json list", "--limit x"])
  func early(line: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: --limit: found x, expected "), "\(result)")
  }
}

@Suite("What the parser says of a command's own words")
struct ParserFaultTests {
  @Test(
    "is said as this program says it, with where to read more",
    arguments: [
      ("account show", "<account> is missing", "needed: account number; see"),
      ("--json account show", "<account> is missing", "needed: account number; see"),
      ("account show 1 2", "found 2, expected no further words", "see"),
      ("account show 1 2 3", "found 2, 3, expected no further words", "see"),
      ("account show 1 --cid 5", "there is no option --cid", "see"),
      ("customer list --colour red", "there is no option --colour", "did you mean `--color`? see"),
      ("customer list --no-such=1", "there is no option --no-such", "see"),
      ("customer list -qx", "there is no option -qx", "see"),
      ("eft returns", "--from is missing", "needed: the bank's file; - is standard input; see"),
      (
        "bill add B1 A1 --amount -5", "--amount needs a value: <amount>",
        "amount of the line (required); see"
      ),
      ("bill list --unpaid=1", "--unpaid takes no value, found 1", "leave out =1"),
      (
        "payment list --from xx",
        "--from: found xx, expected a date as 2015-11-25 or 11/25/2015",
        "use digits, as year-month-day or month/day/year"
      ),
      (
        "customer list --kind foo", "--kind: found foo, expected person or organization",
        "only customers of this kind; see"
      ),
      (
        "note list it's", "<kind>: found it's, expected one of ", "kind of record; see"
      ),
      (
        "report consumption --by foo", "--by: found foo, expected one of account, meter", "see"
      ),
      (
        "request list --older-than x", "--older-than: found x, expected <days>",
        "only requests received more than this many days ago; see"
      ),
      ("change show abc", "<change>: found abc, expected number of the change", "see"),
      // From the command's own check, before and while it runs.
      ("change list --key 3", "--key goes with --table", "see"),
      ("eft export", "--on is missing: the day on which drafts settle", "see"),
    ])
  func said(line: String, message: String, mend: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: \(message)"), "\(result)")
    let name = line.split(separator: " ").drop { $0.hasPrefix("-") }.prefix(2)
    let see = mend.hasSuffix("see") ? " `ubadmin \(name.joined(separator: " ")) --help`" : ""
    #expect(result.words.hasSuffix("\n  \(mend)\(see)\n"), "\(result)")
  }
}

@Suite("The table of commands")
struct CommandTableTests {
  @Test("has every command of the rights, each by one noun and verb")
  func complete() {
    var names: [String] = []
    for entry in Commands.all {
      switch entry {
      case .command(let command): names.append(command.help.name)
      case .noun(let noun): names += noun.verbs.map { "\(noun.name) \($0.help.name)" }
      }
    }
    #expect(names.count == Set(names).count)
    #expect(Set(names) == Set(LeastRole.byCommand.keys))
  }

  @Test("an option of the same name is no command's own, which would never see it")
  func apart() {
    let global = Set(GlobalOption.all.map { "--" + $0.name })
    for entry in Commands.all {
      let commands: [any AdminCommand.Type] =
        switch entry {
        case .command(let command): [command]
        case .noun(let noun): noun.verbs
        }
      for command in commands {
        let own = Set(CommandTree.options(in: command.helpMessage(columns: 1000)))
        #expect(own.isDisjoint(with: global), "\(entry.name) \(command.help.name)")
      }
    }
  }

  @Test("--reason may stand before the noun, and the journal keeps noun and verb first")
  func reason() throws {
    let bench = try CommandBench()
    try bench.expect("--reason moved -q customer --yes add 7 --name Ana")
    let last = try bench.expect("change list --limit 1 --fields command,reason --csv --no-header")
    #expect(last.output == "ubadmin customer add --reason moved -q --yes 7 --name Ana,moved\n")
  }

  @Test("an option between a personal option and its value does not unmask the value")
  func between() {
    let line = CommandLineRecord.text(
      [
        "customer", "set", "1", "--phone", "-n", "512-555-0142", "--email", "--limit", "3",
        "a@b.org",
      ])
    #expect(line == "ubadmin customer set 1 --phone -n •••0142 --email --limit 3 a•••@b.org")
  }
}
