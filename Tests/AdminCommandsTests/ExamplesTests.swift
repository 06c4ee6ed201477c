import Accounts
import Testing

@testable import AdminCommands

@testable import Ledger
@testable import Portal
@testable import Rules

/// The examples in help, with the files that they name.
struct ExamplesTests {
  /// The examples of one operation.
  struct Session: Sendable, CustomTestStringConvertible {
    let operation: String
    let examples: [String]

    init<O: ShownOperation>(_ type: O.Type) {
      operation = O.name.description
      examples = O.examples
    }

    var testDescription: String { operation }
  }

  @Test("work on the sample city, in the order in which they stand", arguments: sessions())
  func work(session: Session) throws {
    let bench = try CommandBench(on: "2026-11-10", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 20")
    for (name, text) in Self.files { try bench.file(name, text) }
    if session.operation.hasPrefix("portal ") {
      for email in [Self.fern, Self.rosa] { try choosePassword(of: email, bench) }
    }
    // Who enters an enrollment does not confirm it.
    if session.operation == "eft confirm" { bench.operatorName = "sue" }
    for line in Self.before[session.operation] ?? [] {
      let result = try run(line, bench)
      #expect(result.status == .done, "\(line): \(result)")
    }
    bench.operatorName = "pat"
    for example in session.examples {
      let result = try run(example, bench)
      #expect(result.status == .done, "\(example): \(result)")
      #expect(!result.words.contains("is unchanged"), "\(example): \(result)")
    }
  }

  @Test("of lists and pages show something of the sample city")
  func show() throws {
    let bench = try CommandBench(on: "2026-11-10", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 20")
    let shown = Commands.leaves.filter {
      $0.command.uses.onlyShows && !Self.needMore.contains($0.name)
    }
    #expect(shown.count > 70)
    for (name, command) in shown {
      let path = name.split(separator: " ").map(String.init)
      // Those of the prompt begin with its sign.
      for example in HelpMessage(command.page, path: path).examples
      where example.hasPrefix("ubadmin ") {
        let result = try run(String(example.dropFirst("ubadmin ".count)), bench)
        #expect(result.status == .done, "\(example): \(result)")
      }
    }
  }

  /// They need another store, a profile, a folder of plans, a session, a bulk run or a file of SQL.
  private static let needMore: Set = [
    "store info", "config show", "plan list", "portal show", "portal bill", "portal request",
    "query", "job show",
  ]

  private func run(_ example: String, _ bench: CommandBench) throws -> CommandBench.Result {
    var splitter = LineSplitter()
    #expect(try !splitter.take(example))
    if example.contains("token.txt") { try bench.file("token.txt", bench.lastToken() + "\n") }
    if example.contains("session.txt") { try signIn(bench) }
    let words = splitter.words.map { word in
      word.hasSuffix(".txt") || word.hasSuffix(".csv") ? bench.folder + "/" + word : word
    }
    // A password, or the number of a bank account.
    return bench.run(
      words, input: example.contains("token.txt") ? Self.password + "\n" : "123456789\n")
  }

  /// The sample's users have no password that anybody knows.
  private func choosePassword(of email: String, _ bench: CommandBench) throws {
    try bench.expect("portal forgot-password \(email)")
    let chosen = bench.run(
      "portal reset-password", input: "\(try bench.lastToken())\n\(Self.password)\n")
    guard chosen.status == .done else { throw BenchFailure("\(chosen)") }
  }

  private func signIn(_ bench: CommandBench) throws {
    let signedIn = bench.run("portal sign-in \(Self.fern)", input: Self.password + "\n")
    guard signedIn.status == .done else { throw BenchFailure("\(signedIn)") }
    try bench.file("session.txt", signedIn.output)
  }

  private static let fern = "fern.locke11@example.org"
  private static let rosa = "rosa.mohr3@example.org"
  private static let password = "four quiet rivers"

  /// The files that examples name, but those with tokens.
  private static let files = [
    "password.txt": password + "\n", "old.txt": password + "\n",
    "new.txt": "five loud mountains\n", "number.txt": "1234567890\n",
    "letter.txt": "The bill is three times the last one.\n",
    "answer.txt": "It is Monday, after all.\n",
    "users.csv": "email,first,last\nkit@example.com,Kit,Lee\n",
    "bills.csv": "bill,account,on,due,service,amount\n"
      + "B-1002,2000002,2026-11-02,2026-11-23,WATER,12.50\n",
    "reads.csv": "meter,on,reading\n60000011,2026-11-05,381300\n",
    "preferences.csv": "account,method,email\n2000002,email,kit@example.com\n",
    "bounces.csv": "Recipient,Date,Status\nkit@example.com,2026-11-10,5.1.1\n",
    "notes.csv": "kind,key,text\nmeter,60000011,Under the porch.\n",
    "entered-today.csv": "account\n2000001\n",
  ]

  /// What must be there first.
  private static let before = [
    "operator set": AddOperator.examples, "operator remove": AddOperator.examples,
    "delivery bounce": ["delivery set 2000002 email --email kit@example.com"],
    "eft confirm": [
      "setting set eft.two-persons yes", "eft enroll 2000001 --routing 021000021",
    ],
    "portal activate": [PortalRegister.examples[0]],
    "portal reset-password": ["portal forgot-password \(fern)"],
    "portal link": PortalUnlink.examples, "portal remove-identity": AddIdentity.examples,
    "portal end-eft": PortalEFT.examples, "portal reply": PortalContact.examples,
  ]

  static func sessions() -> [Session] {
    var sessions: [Session] = []
    for type in OperationCatalogue.all {
      if let type = type as? any ShownOperation.Type { sessions.append(Session(type)) }
    }
    return sessions
  }
}
