import Accounts
import Synchronization
import Testing

@testable import AdminCommands

@testable import Ledger
@testable import Portal

/// One operation, three entry points: a command line, a line of the prompt or a script, a row of a file. A
/// plan that is applied leads through one of them twice.
struct EntryPointTests {
  @Test("every operation is tried")
  func complete() {
    let names = OperationCatalogue.all.map { "\($0.name)" }
    #expect(Set(names).subtracting(Self.trials.map(\.operation)) == [])
  }

  @Test("all entry points lead to the same rows and the same journal", arguments: trials)
  func entryPoints(_ trial: Trial) throws {
    let type = try #require(
      OperationCatalogue.all.first { "\($0.name)" == trial.operation })
    let before = try prepared(trial.before)
    let byCommand = try bench(before) { bench in
      bench.run(try commandLine(trial, type.fields, bench))
    }
    let byLine = try bench(before) { bench in
      bench.run([], input: WordQuoting.line(try commandLine(trial, type.fields, bench)) + "\n")
    }
    let byFile = try bench(before) { bench in
      let header = trial.cells.map(\.field).joined(separator: ",")
      let row = trial.cells.map { "\"\($0.text)\"" }.joined(separator: ",")
      let file = try bench.file("in.csv", "\(header)\n\(row)\n")
      return bench.run(
        trial.operation.split(separator: " ").map(String.init) + ["--from", file]
          + (type.countsGuesses ? ["--keep-going"] : []))
    }
    #expect(byCommand == byLine)
    #expect(byCommand == byFile)
  }

  @Test("a plan that is applied leads there, too", arguments: trials)
  func plan(_ trial: Trial) throws {
    let type = try #require(
      OperationCatalogue.all.first { "\($0.name)" == trial.operation })
    let before = try prepared(trial.before)
    let asksForSecret = type.fields.contains { $0.place == .secret }
    let planned = try bench(before, expecting: asksForSecret ? .usage : .done) { bench in
      let path = bench.folder + "/a.plan"
      let words = try commandLine(trial, type.fields, bench) + ["--plan-out", path]
      let known = bench.secrets
      bench.secrets = .rehearsed { "made by the plan" }
      let first = bench.run(words)
      bench.secrets = known
      guard first.status == .done else { return first }
      #expect(bench.run(["plan", "show", path, "--csv"]).status == .done)
      #expect(bench.text(of: "a.plan")?.contains("made by the plan") == false)
      return bench.run(["plan", "apply", path])
    }
    guard !asksForSecret else { return }
    let byCommand = try bench(before) { bench in
      bench.run(try commandLine(trial, type.fields, bench))
    }
    #expect(planned == byCommand)
  }

  @Test("the same words twice do what the operation declares", arguments: trials)
  func repeated(_ trial: Trial) throws {
    let type = try #require(
      OperationCatalogue.all.first { "\($0.name)" == trial.operation })
    let before = try prepared(trial.before)
    var words: [String] = []
    let once = try bench(before) { bench in
      words = try commandLine(trial, type.fields, bench)
      return bench.run(words)
    }
    let twice = try bench(
      before, expecting: type.repeated == .isRefused ? nil : .done
    ) { bench in
      words = try commandLine(trial, type.fields, bench)
      #expect(bench.run(words).status == .done)
      let second = bench.run(words)
      #expect((second.status == .done) == (type.repeated != .isRefused), "\(second)")
      return second
    }
    // A refusal may be on record: a wrong password counts.
    if type.repeated != .isRefused {
      #expect((once == twice) == (type.repeated == .changesNothing))
    }
  }

  private func commandLine(
    _ trial: Trial, _ fields: [FieldInfo], _ bench: CommandBench
  ) throws -> [String] {
    var words = trial.operation.split(separator: " ").map(String.init)
    for field in fields where field.place == .argument {
      words += trial.cells.filter { $0.field == field.name }.map(\.text)
    }
    for (field, text) in trial.cells
    where fields.contains(where: { $0.name == field && $0.place == .option }) {
      words += ["--\(field)", text]
    }
    for (field, text) in trial.cells
    where fields.contains(where: { $0.name == field && $0.place == .secret }) {
      words += ["--\(field)-file", try bench.file("secret-\(field)", text + "\n")]
    }
    return words
  }

  /// A store before the operation, and how many words that are random elsewhere went into it.
  private struct Prepared: Sendable {
    let store: [UInt8]
    let words: Int
  }

  /// Many trials begin the same: a command takes long in a program that is built for tests.
  private static let prepared = Mutex<[[String]: Prepared]>([:])

  private func prepared(_ lines: [String]) throws -> Prepared {
    try Self.prepared.withLock { known in
      if let prepared = known[lines] { return prepared }
      let prepared = try prepare(lines)
      known[lines] = prepared
      return prepared
    }
  }

  private func prepare(_ lines: [String]) throws -> Prepared {
    let words = Counter()
    let bench = try CommandBench()
    bench.secrets = .rehearsed { "word \(words.next())" }
    try giveKey(bench)
    for line in lines { try Self.run(line, in: bench) }
    return Prepared(store: bench.bytes(of: "city.db") ?? [], words: words.next() - 1)
  }

  /// A line of `Trial.before`: the text after `<` is typed, and `!` expects a refusal.
  static func run(_ entry: String, in bench: CommandBench) throws {
    let isRefused = entry.hasPrefix("!")
    let line = isRefused ? String(entry.dropFirst()) : entry
    let parts = line.split(separator: " < ").map(String.init)
    let typed = parts.count > 1 ? parts[1] : "1234567890"
    // A mail program that knows no recipient.
    bench.environment["UBADMIN_MAIL_PROGRAM"] = "/bin/sh -c 'exit 67'"
    let done = bench.run(try words(parts[0]), input: typed + "\n")
    guard (done.status == .done) != isRefused else { throw BenchFailure("\(line): \(done)") }
  }

  static func words(_ line: String) throws -> [String] {
    var splitter = LineSplitter()
    _ = try splitter.take(line)
    return splitter.words
  }

  /// One key for all entry points, so that what it seals is the same.
  private func giveKey(_ bench: CommandBench) throws {
    bench.environment["UBADMIN_EFT_KEY"] = try bench.file(
      "key", String(repeating: "k", count: 32))
  }

  /// The store's rows and the journal without the command's own words, after an entry point was used
  /// from a copy of what was prepared.
  private func bench(
    _ prepared: Prepared, expecting status: AdminCommands.ExitStatus? = .done,
    _ body: (CommandBench) throws -> CommandBench.Result
  ) throws -> [String] {
    let bench = try CommandBench(withStore: false)
    try bench.file("city.db", prepared.store)
    try giveKey(bench)
    let words = Counter(after: prepared.words)
    bench.secrets = .rehearsed { "word \(words.next())" }
    let result = try body(bench)
    if let status { #expect(result.status == status, "\(result)") }
    let verified = bench.run("change verify --rows")
    #expect(verified.status == .done, "\(verified)")
    return try dump(bench)
  }

  private func dump(_ bench: CommandBench) throws -> [String] {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var dump: [String] = []
    for table in EntityCatalogue.tables.map(\.name) + ["change_row"] {
      let order = table == "change_row" ? "change, number" : "1, 2"
      try store.each(sql: "SELECT * FROM \(table) ORDER BY \(order)") { row in
        dump.append(
          table + ": " + (0..<row.count).map { "\(row.datum($0))" }.joined(separator: "|"))
        return true
      }
    }
    return dump
  }
}
