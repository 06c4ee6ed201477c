import Accounts
import AdminCommands
import Testing

/// What is wrong with one row is told at once, whether words are no values or a rule refuses them.
@Suite("All faults of a row", .onBothEngines)
struct AllFaultsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 1)
    try bench.expect("user register ana@example.com --first Ana --last Lee")
  }

  private func faults(_ line: String, status: AdminCommands.ExitStatus = .badData) -> [String] {
    let result = bench.run(line)
    #expect(result.status == status, "\(result)")
    return result.words.split(separator: "\n").map(String.init)
  }

  @Test("a single command names bad words, the odd year and what is not there")
  func single() {
    let words = faults("payment post A9 --bill B9 --amount 1o --on 1926-11-01 --method chek")
      .joined(separator: "\n")
    for part in [
      "--amount: found 1o", "--method: found chek", "in the year 1926", "found no account A9",
      "found no bill B9",
    ] { #expect(words.contains(part), "\(part): \(words)") }
  }

  @Test("a row of a file names the same, on the screen and in --rejects")
  func bulk() throws {
    let file = try bench.file(
      "in.csv",
      "account,bill,amount,on,method\nA9,B9,1o,1926-11-01,chek\nA1,,1o,2024-12-31,check\n")
    let rejects = bench.folder + "/bad.csv"
    let words = faults("payment post --from \(file) --rejects \(rejects)").joined(separator: "\n")
    for part in [
      ":2: amount: found 1o", ":2: method: found chek", "in the year 1926",
      ":2: account: found no account A9", ":2: bill: found no bill B9", ":3: amount: found 1o",
      ":3: on: found 2024-12-31, before account A1 was opened",
    ] { #expect(words.contains(part), "\(part): \(words)") }
    let kept = bench.text(of: "bad.csv") ?? ""
    #expect(kept.contains("no account A9") && kept.contains("before account A1"), "\(kept)")
  }

  @Test("every record that is not there is named")
  func missing() throws {
    let single = faults("link add no@example.com A9 --cid 9", status: .notFound)
      .joined(separator: "\n")
    let file = try bench.file("in.csv", "email,account,cid\nno@example.com,A9,9\n")
    let bulk = faults("link add --from \(file)").joined(separator: "\n")
    for words in [single, bulk] {
      for part in ["no user no@example.com", "no account A9", "no customer 9"] {
        #expect(words.contains(part), "\(part): \(words)")
        #expect(words.ranges(of: part).count == 1, "\(part): \(words)")
      }
    }
  }

  @Test("what a stand-in for a bad word would bring about is not told")
  func noInventions() {
    let lines = faults("payment post A1 --amount 1o").filter { $0.hasPrefix("ubadmin:") }
    #expect(lines.count == 1, "\(lines)")
    let new = faults("customer add 1 --name Bo --kind persn").filter { $0.hasPrefix("ubadmin:") }
    #expect(new.count == 1, "\(new)")
  }

  /// Words of a command, and what is wrong with them, each said once.
  struct Faulty: Sendable, CustomTestStringConvertible {
    let verb: String
    /// By the columns of a file.
    let cells: [(name: String, word: String)]
    let faults: [String]
    var testDescription: String { "\(verb) \(cells.map(\.word))" }

    init(_ verb: String, _ cells: KeyValuePairs<String, String>, _ faults: [String]) {
      self.verb = verb
      self.cells = cells.map { ($0, $1) }
      self.faults = faults
    }
  }

  static let faulty = [
    Faulty(
      "read add", ["meter": "NOPE", "on": "2026-02-01", "reading": "-1", "kind": "guessed"],
      ["no meter NOPE", "-1", "guessed"]),
    Faulty(
      "read add", ["meter": "M1", "on": "2026-04-01", "reading": "-1"], ["-1", "2026-04-01"]),
    Faulty(
      "meter add", ["meter": "M9", "service": "FURLONG", "dials": "99", "multiplier": "0"],
      ["no service type FURLONG", "found 99", "found 0"]),
    Faulty(
      "account move", ["account": "999", "cid": "888"], ["no account 999", "no customer 888"]),
    Faulty(
      "service start",
      ["account": "999", "service": "WATTER", "on": "2026-02-01", "meter": "NOPE"],
      ["no account 999", "no service type WATTER", "no meter NOPE"]),
    Faulty(
      "customer merge", ["cid": "999", "into": "888"], ["no customer 999", "no customer 888"]),
    Faulty(
      "bill add",
      ["bill": "B9", "account": "999", "on": "2026-02-10", "due": "2026-02-01", "amount": "5"],
      ["no account 999", "2026-02-01, before the bill date 2026-02-10"]),
    Faulty(
      "payment move", ["payment": "77", "to": "999", "reason": "wrong"],
      ["no payment 77", "no account 999"]),
    Faulty(
      "meter exchange",
      ["meter": "NOPE", "new": "NADA", "on": "2026-02-01", "reading": "1", "new-reading": "0"],
      ["no meter NOPE", "no meter NADA"]),
    Faulty("payment post", ["account": "999", "bill": "B1", "amount": "5"], ["no account 999"]),
    Faulty("note add", ["kind": "custumer", "key": "1", "text": "x"], ["custumer"]),
    Faulty(
      "request assign", ["request": "77", "to": "bea"], ["no request 77"]),
    Faulty(
      "user register", ["email": "no@example", "first": "#N/A", "last": "Lee"],
      ["no@example", "#N/A"]),
  ]

  /// Two records of each kind, so that stand-ins for bad words differ.
  private func addRecords() throws {
    try bench.expect("customer add 2 --name Bo")
    try bench.expect("location add L2 --address Oak")
    try bench.expect("account open A2 --cid 2 --location L2 --on 2025-01-01")
    try bench.expect("meter add M1 --service WATER")
    try bench.expect("meter add M2 --service WATER")
    try bench.expect("bill add B1 A1 --on 2026-02-01 --amount 5")
  }

  @Test("rules and records are asked although another word is bad", arguments: faulty)
  func beyond(_ faulty: Faulty) throws {
    try addRecords()
    let header = faulty.cells.map(\.name).joined(separator: ",")
    let file = try bench.file(
      "in.csv", header + "\n" + faulty.cells.map(\.word).joined(separator: ",") + "\n")
    let rejects = bench.folder + "/bad.csv"
    let bulk = bench.run("\(faulty.verb) --from \(file) --rejects \(rejects)").words
    let kept = bench.text(of: "bad.csv") ?? ""
    for fault in faulty.faults {
      #expect(bulk.contains(fault), "\(bulk)")
      #expect(kept.contains(fault), "\(kept)")
    }
    #expect(bulk.ranges(of: "in.csv:2:").count == faulty.faults.count, "\(bulk)")
  }

  @Test("a single command names the same", arguments: faulty)
  func single(_ faulty: Faulty) throws {
    try addRecords()
    let fields = Dictionary(
      uniqueKeysWithValues: OperationCatalogue.all.map { ("\($0.name)", $0.fields) })
    let arguments = Set(
      (fields[faulty.verb] ?? []).filter { $0.place == .argument }.map(\.name))
    let words =
      faulty.verb.split(separator: " ").map(String.init)
      + faulty.cells.flatMap {
        arguments.contains($0.name) ? [$0.word] : ["--\($0.name)=\($0.word)"]
      }
    let said = bench.run(words).words
    for fault in faulty.faults { #expect(said.contains(fault), "\(said)") }
    #expect(said.ranges(of: "ubadmin: ").count == faulty.faults.count, "\(said)")
  }

  @Test("an enrollment's account and day are named, but nothing of a secret")
  func enrollment() throws {
    let file = try bench.file(
      "in.csv", "account,routing,bank-account,draft-day\n999,021000021,12345,99\n")
    let words = bench.run("eft enroll --from \(file)").words
    #expect(words.contains("no account 999") && words.contains("found 99"), "\(words)")
    #expect(!words.contains("12345"))
  }
}
