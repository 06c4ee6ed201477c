import Accounts
import Testing

@testable import AdminCommands

/// An option that a command does nothing with is refused: whoever typed it waits for something.
@Suite("Options without effect")
struct UnusedOptionsTests {
  /// A value where an option takes one.
  private static let values = [
    "output": "{}/unused.csv", "format": "csv", "layout": "table", "delimiter": "comma",
    "fields": "help", "sort": "a", "limit": "1", "accept": "unusual", "as-of": "2025-02-01",
  ]

  /// What each command may be given beyond where the store is and how the program speaks.
  private static let byUse: [(use: OptionUse, options: [String])] = [
    (
      .data,
      ["output", "format", "csv", "plot", "layout", "no-header", "no-escape-formulas", "bom"]
    ), (.fields, ["fields"]), (.rows, ["sort", "limit"]),
    (.trial, ["dry-run", "detailed-exitcode"]), (.questions, ["yes"]), (.unusual, ["accept"]),
    (.day, ["as-of"]), (.personal, ["reveal"]),
  ]

  @Test("every option of every line belongs to a use, or to the program itself")
  func complete() {
    let known = Set(Self.byUse.flatMap(\.options))
    let ofProgram: Set = [
      "store", "profile", "no-config", "wait", "color", "no-pager", "no-input", "quiet", "verbose",
      "at", "provenance", "json", "delimiter",
    ]
    let all = Set(GlobalOption.all.map(\.name))
    #expect(all.subtracting(known).symmetricDifference(ofProgram).sorted() == [])
  }

  @Test("every command refuses what it does not use, before it does anything")
  func walk() throws {
    let bench = try MaskedWalk.office()
    var tried: Set<String> = []
    for (line, _) in MaskedWalk.lines {
      let (words, typed) = try MaskedWalk.parts(
        line.replacing(" --dry-run", with: ""), bench)
      guard case .run(let command, let name, _)? = try? Invocation(words),
        tried.insert(name).inserted
      else { continue }
      let uses = type(of: command).uses
      for (use, options) in Self.byUse where !uses.contains(use) {
        if uses.contains(.plan), [.fields, .rows].contains(use) { continue }
        if use == .questions { continue }
        for option in options {
          let value = Self.values[option].map { [$0.replacing("{}", with: bench.folder)] } ?? []
          let result = bench.run(words + ["--" + option] + value, input: typed)
          #expect(result.status == .usage, "\(name) --\(option): \(result)")
          let says =
            option == "dry-run"
            ? "does not support --dry-run" : "--\(option) has no effect on \(name)"
          #expect(result.words.contains(says), "\(name) --\(option): \(result)")
        }
      }
    }
    #expect(tried.count > 150)
  }

  @Test(
    "options for files are refused where there is no file, or nothing to pass over",
    arguments: [
      "customer add --name Bo --encoding latin-1", "customer add --name Bo --no-progress",
      "customer add --name Bo --detailed-exitcode", "payment post A1 --amount 5 --as-of 2025-02-01",
      "payment list --dry-run", "customer set --from in.csv --skip-known",
      "change undo 1 --fields key", "customer set 1 --name Bo --plan-out p --fields key",
      "customer set --csv-template --from in.csv", "customer add --csv-template --dry-run",
      "store init x.db --csv", "run script --csv", "use Ana --dry-run",
    ])
  func refused(line: String) throws {
    let bench = try CommandBench()
    #expect(bench.run(line).status == .usage, "\(bench.run(line))")
  }

  @Test(
    "options of one form are refused beside a form that they do nothing with",
    arguments: [
      "customer list --no-header --json", "customer list --no-header -O ndjson",
      "customer show 1 --no-header -O html", "customer list --layout records --json",
      "customer list --layout table --csv", "customer show 1 --layout table -O markdown",
      "customer list --no-escape-formulas --json", "customer list --no-escape-formulas",
      "customer set 1 --name Bo --no-escape-formulas --dry-run",
    ])
  func otherForm(line: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let result = bench.run(line)
    #expect(result.status == .usage && result.words.contains(" is only for "), "\(result)")
    #expect(result.output == "")
  }

  @Test("and accepted where they do something")
  func ownForm() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let file = try bench.file("in.csv", "cid,name\n1,Ana\n")
    for line in [
      "customer list --no-header -O markdown", "customer list --no-header -O tsv",
      "customer list --layout records", "customer show 1 --layout table",
      "customer set --from \(file) --no-escape-formulas --json",
      "customer list --no-escape-formulas --csv",
    ] { try bench.expect(line) }
  }

  @Test("a day before the moment of --at is refused by a list that shows only that moment")
  func dayBeforeMoment() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let line = "customer list --csv --no-header --fields name --at 1 --as-of"
    let refused = bench.run(line + " 2026-01-01")
    #expect(refused.status == .usage && refused.words.contains("leave --as-of out"), "\(refused)")
    #expect(try bench.expect(line + " 2026-03-11").output == "Ana\n")
  }

  @Test("TAB offers no option that would be refused")
  func completion() {
    let options = CommandSlots.global(of: PaymentList.self).map(\.longName)
    #expect(options.contains("--sort") && options.contains("--at") && options.contains("--json"))
    #expect(Set(options).isDisjoint(with: ["--dry-run", "--yes", "--as-of"]))
    #expect(CommandSlots.global(of: StoreInit.self).map(\.longName).contains("--yes"))
    #expect(CommandSlots.global(of: nil).count == GlobalOption.all.count)
  }

  @Test(
    "--yes goes with every command, whether it asks or not: scripts always give it",
    arguments: ["payment list", "store migrate", "store check", "operator roles", "today"])
  func yes(line: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let status = bench.run(line + " --yes").status
    #expect(status == .done, "\(bench.run(line + " --yes"))")
  }

  @Test("--json makes messages JSON, whatever the command")
  func json() throws {
    let bench = try CommandBench()
    let other = bench.folder + "/other.db"
    #expect(bench.run("store init \(other) --city X --json").status == .done)
  }

  @Test(
    "of a line whose fields are wrong nothing else is said",
    arguments: [
      "change show 1 --fields nosuch", "customer show 1 --fields nosuch",
      "payment list --from yesterday --fields nosuch", "customer list --at 1 --sort nosuch",
      "customer set 1 --name Bo --dry-run --fields nosuch", "change undo --dry-run --fields nosuch",
      "report aged-balances --as-of yesterday --fields nosuch", "history customer 1 --sort nosuch",
    ])
  func fields(line: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let result = bench.run(line)
    #expect(result.status == .usage, "\(result)")
    #expect(result.output == "")
    #expect(result.words.hasPrefix("ubadmin: "), "\(result)")
    #expect(!result.words.contains("note:"), "\(result)")
  }

  @Test("of a line that is right the notes come as before")
  func notes() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let list = try bench.expect("payment list --from yesterday")
    #expect(list.words.contains("note: --from yesterday is 2026-03-09"), "\(list)")
    #expect(try bench.expect("change show 1").words.contains("customer add 1"))
  }
}
