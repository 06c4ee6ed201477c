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
      "account show -q 5 --limit 3 -q --store city.db -- --csv",
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
      "delimiter": "semicolon", "accept": "unusual", "layout": "records", "at": "12",
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

  @Test("a value may follow its letter at once, a file if it has a dot or a slash")
  func attached() throws {
    #expect(try line("customer list -Ocsv").options().format == .csv)
    let several = try line("customer list -qOjson x").options()
    #expect(several.quiet && several.format == .json)
    #expect(line("customer list -Ocsv x").own == ["customer", "list", "x"])
    #expect(try line("customer list -oout.csv").options().output == "out.csv")
    #expect(try line("customer list -o/tmp/x").options().output == "/tmp/x")
    #expect(line("customer list -only").own == ["customer", "list", "-only"])
    let bench = try CommandBench(withStore: false)
    let wrong = bench.run("customer list -Ocvs")
    #expect(wrong.status == .usage, "\(wrong)")
    #expect(wrong.words.hasPrefix("ubadmin: -O: found cvs, expected one of table, csv"), "\(wrong)")
    let twice = bench.run("customer list -Ocsv -O json")
    #expect(twice.words.contains("-O appears twice"), "\(twice)")
    let fields = bench.run("customer list --fields cid --fields name")
    #expect(fields.words.contains("write all in one, as --fields a,b"), "\(fields)")
  }

  @Test("what changes nothing has no use for a reason")
  func reason() throws {
    let bench = try CommandBench(withStore: false)
    for name in ["customer list", "report consumption", "search", "store check"] {
      let result = bench.run(name.split(separator: " ").map(String.init) + ["--reason", "x"])
      #expect(result.status == .usage, "\(result)")
      #expect(result.words.hasPrefix("ubadmin: --reason has no effect on \(name)\n"), "\(result)")
    }
  }

  @Test("a letter that needs a value is the last one, so that -on is not -o n")
  func valueLast() throws {
    #expect(line("service stop 1 WATER -on friday").own.suffix(2) == ["-on", "friday"])
    let bench = try CommandBench(withStore: false)
    for command in ["service stop 1 WATER -on today", "service stop 1 -on today"] {
      let result = bench.run(command)
      #expect(result.status == .usage, "\(result)")
      #expect(result.words.hasPrefix("ubadmin: there is no option -on\n"), "\(result)")
      #expect(result.words.contains("did you mean `--on`?"), "\(result)")
    }
    let other = bench.run("customer list -oq x")
    #expect(other.status == .usage, "\(other)")
    #expect(other.words.contains("there is no option -oq\n  write -o last"), "\(other)")
  }

  @Test("no option's name with one dash is read as several letters")
  func oneDash() {
    for (command, type) in Commands.leaves {
      for name in CommandTree.options(of: type.page) {
        let word = String(name.dropFirst())
        #expect(TypedLine([word]).own == [word], "\(name) of \(command)")
      }
    }
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
      ("--limit --csv", "--limit needs a value: <count>"), ("-qo", "-o needs a value: <file>"),
      ("-o --", "-o needs a value: <file>"), ("--json=1", "--json takes no value, found 1"),
      ("--limit x", "--limit: found x, expected a number of rows, or 0 for all"),
      ("--limit -1", "--limit: found -1, expected a number of rows"),
      ("-O xml", "-O: found xml, expected one of table, csv, tsv, json, ndjson, markdown"),
      ("--as-of 2026-02-30", "--as-of: found 2026-02-30, expected a date, e.g. 2015-11-25"),
      ("--wait soon", "--wait: found soon, expected 0 to 86400 seconds"),
    ])
  func faults(options: String, message: String) throws {
    let result = try CommandBench(withStore: false).run("customer list \(options)")
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: \(message)"), "\(result)")
  }

  @Test(
    "who asks for Parquet is told what to write instead", arguments: ["-O parquet", "-o a.parquet"])
  func parquet(options: String) throws {
    let result = try CommandBench().run("customer list \(options)")
    #expect(result.status == .usage)
    #expect(result.words.contains("write CSV, which DuckDB reads as it is"), "\(result)")
  }

  @Test(
    "so it is before the noun, and where there is none",
    arguments: ["--limit x customer list", "--limit x customer --csv list", "--limit x"])
  func early(line: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: --limit: found x, expected "), "\(result)")
  }
}
