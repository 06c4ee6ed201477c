import Accounts
import Testing

@testable import AdminCommands
@testable import Ledger

@Suite("Reasons in the rows of a file", .onBothEngines)
struct RowReasonCommandTests {
  /// Every operation that can say why, with what it is tried with elsewhere.
  private static let trials = EntryPointTests.trials.filter { trial in
    OperationCatalogue.all.first { "\($0.name)" == trial.operation }?.fields
      .contains(where: \.isReason) ?? false
  }
  private static let reason = "because of row 7"

  @Test("the reason of a row is in the store, whatever the operation", arguments: trials)
  func everyOperation(_ trial: EntryPointTests.Trial) throws {
    for usesPlan in [false, true] {
      let bench = try prepared(trial.before)
      var cells = trial.cells.filter { $0.field != "reason" }
      cells.append((field: "reason", text: Self.reason))
      let file = try bench.file(
        "in.csv",
        cells.map { $0.field }.joined(separator: ",") + "\n"
          + cells.map { "\"\($0.text)\"" }.joined(separator: ",") + "\n")
      let plan = bench.folder + "/a.plan"
      let words = trial.operation.split(separator: " ").map(String.init) + ["--from", file]
      try bench.expect(words + (usesPlan ? ["--plan-out", plan] : []))
      if usesPlan { try bench.expect(["plan", "apply", plan]) }
      #expect(try places(of: Self.reason, in: bench).contains("change"), "plan: \(usesPlan)")
      try bench.expect("change verify")
    }
  }

  private func prepared(_ lines: [String]) throws -> CommandBench {
    let bench = try CommandBench()
    let words = Counter()
    bench.secrets = .rehearsed { "word \(words.next())" }
    bench.environment["UBADMIN_EFT_KEY"] = try bench.file("key", String(repeating: "k", count: 32))
    for line in lines { try EntryPointTests.run(line, in: bench) }
    return bench
  }

  /// The tables that have the text.
  private func places(of text: String, in bench: CommandBench) throws -> [String] {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var places: [String] = []
    for table in EntityCatalogue.tables.map(\.name) + Journal.tableNames {
      var isFound = false
      try store.each(sql: "SELECT * FROM \(table)") { row in
        isFound = (0..<row.count).contains { row.datum($0).text == text }
        return !isFound
      }
      if isFound { places.append(table) }
    }
    return places
  }

  private func addActive(_ name: String, in bench: CommandBench) throws {
    try bench.expect("user register \(name)@example.com --first \(name) --last Ortiz")
    try bench.expect("user activate \(name)@example.com")
  }

  /// Three users of whom a file locks each for a reason; answers the change.
  private func locked(in bench: CommandBench, byPlan: Bool = false) throws -> String {
    for name in ["ana", "bea", "cy"] { try addActive(name, in: bench) }
    let file = try bench.file(
      "locks.csv",
      "email,reason\nana@example.com,fraud\nbea@example.com,asked\ncy@example.com,\n")
    let plan = bench.folder + "/locks.plan"
    try bench.expect(["user", "lock", "--from", file] + (byPlan ? ["--plan-out", plan] : []))
    if byPlan { try bench.expect(["plan", "apply", plan]) }
    return String(
      try bench.expect("change list --limit 1 --csv --fields change --no-header").output.dropLast())
  }

  @Test("each row keeps its own, where they differ", arguments: [false, true])
  func different(byPlan: Bool) throws {
    let bench = try CommandBench()
    let change = try locked(in: bench, byPlan: byPlan)
    func shown(_ line: String) throws -> String { try bench.expect(line).output }
    let list = "change list --limit 1 --csv --fields reason --no-header"
    #expect(try shown(list) == "asked (and 1 more)\n")
    let rows = try shown("change show \(change) --csv --fields field,reason --no-header")
    #expect(
      rows.split(separator: "\n").filter { $0.hasPrefix("status,") }
        == ["status,fraud", "status,asked", "status,"])
    #expect(try shown("change show \(change)").contains("fraud"))
    #expect(try shown("explain ana@example.com").contains("locked by staff: fraud"))
    #expect(try shown("explain bea@example.com").contains("locked by staff: asked"))
    #expect(try !shown("explain cy@example.com").contains("locked by staff:"))
    #expect(try shown("user show ana@example.com --json").contains("\"fraud\""))
    #expect(try !shown("user show bea@example.com --json").contains("\"fraud\""))
    #expect(
      try bench.expect([
        "query",
        "SELECT reason FROM v_change_reason WHERE reason IS NOT NULL ORDER BY number", "--csv",
        "--no-header",
      ]).output == "fraud\nasked\n")
    try bench.expect("change undo \(change) --yes")
    try bench.expect("change verify --rows")
    #expect(try !shown("explain ana@example.com").contains("fraud"))
  }

  @Test(
    "one that cannot be stored is refused with its row", arguments: ["#REF!", "Mu\u{c3}\u{b1}oz"])
  func damaged(reason: String) throws {
    let bench = try CommandBench()
    try addActive("ana", in: bench)
    let file = try bench.file("locks.csv", "email,reason\nana@example.com,\(reason)\n")
    let refused = bench.run("user lock --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("reason: found"), "\(refused)")
  }

  @Test("one that an undo or a redo brings back is the one that was given")
  func broughtBack() throws {
    let bench = try CommandBench()
    try addActive("ana", in: bench)
    try bench.expect("user lock ana@example.com --reason fraud")
    try bench.expect("change undo --yes")
    try bench.expect("change redo --yes")
    #expect(
      try bench.expect("explain ana@example.com").output.contains("locked by staff: fraud"))
  }

  @Test("that of one command is not told of another in the same change")
  func severalCommands() throws {
    let bench = try CommandBench()
    for name in ["ana", "bea"] { try addActive(name, in: bench) }
    let script = try bench.file(
      "locks.txt",
      "begin\nuser lock ana@example.com --reason fraud\nuser lock bea@example.com\ncommit\n")
    try bench.expect("run \(script)")
    #expect(try !bench.expect("explain bea@example.com").output.contains("fraud"))
    #expect(try bench.expect("change list --limit 1").output.contains("fraud"))
  }

  @Test("one for all rows is the reason of the change, as --reason is")
  func common() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let file = try bench.file("users.csv", "email\nana@example.com\nbea@example.com\n")
    for name in ["ana", "bea"] {
      try bench.expect("user register \(name)@example.com --first \(name) --last Ortiz")
    }
    try bench.expect(["user", "activate", "--from", file])
    let locks = try bench.file(
      "locks.csv", "email,reason\nana@example.com,fraud\nbea@example.com,fraud\n")
    try bench.expect(["user", "lock", "--from", locks])
    let list = "change list --limit 1 --csv --fields reason --no-header"
    #expect(try bench.expect(list).output == "fraud\n")
    try bench.expect(["user", "unlock", "--from", file, "--reason", "all is well"])
    #expect(try bench.expect(list).output == "all is well\n")
    #expect(try places(of: "fraud", in: bench) == ["change"])
  }
}
