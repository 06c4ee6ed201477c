import Accounts
import Testing

@testable import AdminCommands

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

/// Every operation, tried on a server as a login of each role. What the program itself would refuse
/// first is not asked: what is refused here, the server refuses.
@Suite("Roles on a server", .needsPostgreSQL, .serialized)
struct ServerRoleTests {
  @Test("an operation works for its least role, and the server refuses it to those below")
  func operations() throws {
    try Self.onServer {
      for trial in EntryPointTests.trials { try attempt(trial) }
    }
  }

  @Test("an undo is a supervisor's, and of settings an admin's")
  func undo() throws {
    try Self.onServer {
      let bench = try CommandBench()
      try bench.expect("customer add 1 --name Ana")
      try bench.expect("setting set city X")
      let author = Author(operatorName: "", host: "desk", command: "change undo")
      for (role, change, isLet) in [
        (Role.viewer, 1, false), (.clerk, 1, false), (.supervisor, 2, false), (.admin, 2, true),
        (.supervisor, 1, true),
      ] {
        let store = try Self.store(bench, role)
        if isLet {
          #expect(throws: Never.self, "\(role)") {
            try store.undo(change: Int64(change), author: author)
          }
        } else {
          let error = #expect(throws: StoreError.self, "\(role)") {
            try store.undo(change: Int64(change), author: author)
          }
          #expect(error?.kind == .notPermitted)
        }
      }
    }
  }

  @Test("a viewer's commands work for a viewer, and a refusal names the role that is needed")
  func viewer() throws {
    try Self.onServer {
      let bench = try CommandBench()
      try bench.expect("customer add 1 --name Ana")
      try bench.expect("customer set 1 --name Bo")
      // With rows whose secrets a viewer may not read.
      try bench.expect("user register ana@example.com --first Ana --last Bo")
      bench.operatorName = try Self.login(.viewer)
      // Those of the configuration and of a folder do not ask the server.
      let others = ["config list", "plan list"]
      for (line, command) in Commands.leaves
      where command.leastRole == .viewer && line.hasSuffix(" list") && !others.contains(line) {
        #expect(bench.run(line).status == .done, "\(line)")
        guard command.looksBack else { continue }
        #expect(bench.run(line + " --at 1").status == .done, "\(line)")
      }
      for line in [
        "customer show 1", "customer show 1 --at 1", "change show 1", "change verify",
        "store check", "store info",
        "search Ana", "report consumption", "report delivery", "setting get city",
      ] {
        let result = bench.run(line)
        #expect(result.status == .done, "\(line): \(result)")
      }
      for problem in Problem.allCases {
        let line = "store doctor --only \(problem.rawValue)"
        #expect([.done, .refused].contains(bench.run(line).status), "\(line)")
      }
      let refused = bench.run("customer merge 1 --into 2")
      #expect(refused.status == .notPermitted)
      #expect(
        refused.words.contains("GRANT ubadmin_supervisor TO \"\(bench.operatorName)\";"))
    }
  }

  @Test("with psql, nobody puts another's name into the journal or under a row")
  func names() throws {
    try Self.onServer {
      let bench = try CommandBench()
      try bench.expect("customer add 1 --name Ana")
      let store = try Self.store(bench, .clerk)
      for sql in [
        "INSERT INTO change SELECT 2, at, 'pat', host, command, NULL, NULL, 0, digest, digest "
          + "FROM change",
        "INSERT INTO note VALUES (9, 'customer', '1', 'x', 'pat', now(), '2026-01-01')",
      ] {
        let error = #expect(throws: StoreError.self, "\(sql)") { try store.connection.script(sql) }
        #expect(error?.kind == .notPermitted)
        #expect(error?.message.contains("login") == true)
      }
    }
  }

  @Test("a bank file and a mail in hand are a supervisor's")
  func bankAndMail() throws {
    try Self.onServer {
      let bench = try CommandBench()
      let key = try bench.file("key", String(repeating: "k", count: 32))
      bench.environment["UBADMIN_EFT_KEY"] = key
      for line in [
        "setting set eft.company-name Testville", "setting set eft.company-id 1987654321",
        "setting set eft.odfi 011000015", "customer add 1 --name Ana",
        "location add L1 --address Main", "account open A1 --cid 1 --location L1 --on 2025-01-01",
        "eft enroll A1 --routing 021000021", "user register ana@example.com --first Ana --last Lee",
      ] { try EntryPointTests.run(line, in: bench) }
      let day = try CivilDate("2026-03-17")
      let sender = try EmailAddress("city@example.gov")
      for role in [Role.clerk, .supervisor] {
        let store = try Self.store(bench, role)
        store.bankKey = KeyFile(path: key).bankKey()
        let author = Author(operatorName: "", host: "desk", command: "test")
        let failures = [
          Self.failure {
            try store.change(by: author) { .commit(try BankFile(on: day, in: $0)) }
          },
          Self.failure {
            try store.change(by: author) { .commit(try $0.claimMail(MailChoice(), from: sender)) }
          },
        ]
        for failure in failures {
          if role == .clerk {
            #expect((failure as? StoreError)?.kind == .notPermitted, "\(role): \(failure as Any)")
          } else {
            #expect(failure == nil, "\(role)")
          }
        }
      }
    }
  }

  @Test("an operator is added with what the server's administrator has still to run")
  func standing() throws {
    try Self.onServer {
      let bench = try CommandBench()
      let clerk = try Self.login(.clerk)
      try bench.expect("operator add pat admin")
      func words(_ line: String) throws -> String { try bench.expect(line).words }
      #expect(
        try words("operator add nobody-here clerk").contains(
          "CREATE ROLE \"nobody-here\" LOGIN; GRANT ubadmin_clerk TO \"nobody-here\";"))
      #expect(try !words("operator add \(clerk) clerk").contains("administrator"))
      #expect(
        try words("operator set \(clerk) --role viewer").contains(
          "REVOKE ubadmin_clerk FROM \"\(clerk)\"; GRANT ubadmin_viewer TO \"\(clerk)\";"))
      #expect(
        try words("operator remove \(clerk)").contains(
          "REVOKE ubadmin_clerk FROM \"\(clerk)\";"))
    }
  }

  private func attempt(_ trial: EntryPointTests.Trial) throws {
    let words = Counter()
    let bench = try CommandBench()
    bench.secrets = .rehearsed { "word \(words.next())" }
    let key = try bench.file("key", String(repeating: "k", count: 32))
    bench.environment["UBADMIN_EFT_KEY"] = key
    for line in trial.before { try EntryPointTests.run(line, in: bench) }
    let type = try #require(
      OperationCatalogue.all.first { "\($0.name)" == trial.operation })
    let least = type.leastRole
    for role in Role.allCases where role <= least {
      let store = try Self.store(bench, role)
      store.bankKey = KeyFile(path: key).bankKey()
      // The first operator of a store can only be the one who signs in.
      let cells = try trial.cells.map { field, text in
        (
          field: field,
          text: trial.operation == "operator add" && field == "operator"
            ? try Self.login(role) : text
        )
      }
      let failure = Self.failure { try Self.perform(type, cells, on: store, bench.secrets) }
      if role < least {
        #expect(
          (failure as? StoreError)?.kind == .notPermitted,
          "\(trial.operation) as \(role): \(failure.map { "\($0)" } ?? "was done")")
      } else {
        #expect(failure == nil, "\(trial.operation) as \(role)")
      }
    }
  }

  private static func failure(_ body: () throws -> Void) -> (any Error)? {
    do {
      try body()
      return nil
    } catch RuleError.store(let error) {
      return error
    } catch {
      return error
    }
  }

  private static func perform<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [(field: String, text: String)], on store: Store,
    _ secrets: SecretSource
  ) throws {
    var input = Input(fields: O.fields, secrets: secrets)
    // The input borrows the bytes until the operation is built.
    var lent: [PinnedBytes] = []
    for (name, text) in cells {
      let index = try #require(O.fields.firstIndex { $0.name == name })
      let bytes = PinnedBytes(text.utf8)
      lent.append(bytes)
      input.set(index, to: bytes.lent)
    }
    let operation = try withExtendedLifetime(lent) { try O(input) }
    let change = try store.beginChange(Author(operatorName: "", host: "desk", command: "test"))
    do {
      try change.perform(operation)
      try change.commit()
    } catch {
      change.rollback()
      throw error
    }
  }

  private static func onServer(_ body: () throws -> Void) throws {
    let databases = try LeasedDatabases.ofTests()
    defer { databases.giveBack() }
    try TestEngine.$current.withValue(.postgreSQL(databases)) { try body() }
  }

  private static func login(_ role: Role) throws -> String {
    let name = "trial_\(role.rawValue)"
    try PostgreSQLCluster.shared().login(name, in: role.serverName)
    return name
  }

  /// The bench's store as a login with exactly that role has it.
  private static func store(_ bench: CommandBench, _ role: Role) throws -> Store {
    try Store.open(
      try StoreLocation(TestEngine.address(bench.store, as: login(role))), clock: .fixed(bench.day))
  }
}
