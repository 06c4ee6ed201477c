import Accounts
import Testing

@testable import AdminCommands

@Suite("Records that TAB offers", .onBothEngines)
struct CompletedRecordsTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      ["customer", "add", "1", "--name", "Dora Salas", "--first", "Dora", "--last", "Salas"],
      ["customer", "add", "2", "--name", "Ana Ortiz", "--phone", "900-777-1142"],
      ["location", "add", "L1", "--address", "705 Acorn St", "--route", "R1"],
      ["location", "add", "L2", "--address", "9 Elm St", "--route", "R2"],
      ["meter", "add", "M1", "--service", "WATER"],
      ["account", "open", "2001", "--cid", "1", "--location", "L1", "--on", "2025-01-01"],
      ["account", "open", "2002", "--cid", "2", "--location", "L2", "--on", "2025-01-01"],
      [
        "service", "start", "2001", "WATER", "--on", "2025-01-01", "--meter", "M1", "--reading",
        "1",
      ],
      ["bill", "add", "B1", "2001", "--on", "2026-02-01", "--amount", "41.80"],
      ["user", "register", "dora@example.com", "--first", "Dora", "--last", "Salas"],
    ] { try bench.expect(line) }
    return bench
  }

  private func offered(_ bench: CommandBench, _ words: String...) -> [String] {
    bench.run(["complete", "fish", "ubadmin " + words.joined(separator: " ")]).output
      .split(separator: "\n").map(String.init)
  }

  @Test("with an account in use its own bills and meters come first")
  func inUse() throws {
    let bench = try office()
    try bench.expect("meter add A9 --service WATER")
    try bench.expect("bill add A1 2002 --on 2026-02-01 --amount 9")
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    func ids(_ kind: RecordKind) throws -> [String] {
      try store.records(kind, named: "", inUse: "2001", limit: 20).records.map(\.id)
    }
    #expect(try ids(.meter) == ["M1", "A9"])
    #expect(try ids(.bill) == ["B1", "A1"])
  }

  @Test("free meters come first to install one, and locked users to unlock one")
  func best() throws {
    let bench = try office()
    for line in [
      "meter add Z9 --service WATER", "user register zoe@example.com --first Zoe --last Ash",
      "user activate zoe@example.com", "user lock zoe@example.com",
    ] { try bench.expect(line) }
    func ids(_ words: String) -> [String] {
      offered(bench, words).map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(ids("service start 2002 WATER --meter ") == ["Z9", "M1"])
    #expect(ids("meter exchange M1 --new ") == ["Z9", "M1"])
    #expect(ids("meter exchange ") == ["M1", "Z9"])
    #expect(ids("user unlock ") == ["zoe@example.com", "dora@example.com"])
    #expect(ids("user unlock d") == ["dora@example.com"])
    #expect(ids("user show ") == ["dora@example.com", "zoe@example.com"])
  }

  @Test("the accounts of a user's links to remove one, and the days of a meter's reads to void one")
  func own() throws {
    let bench = try office()
    for line in [
      "user activate dora@example.com", "link add dora@example.com 2002 --cid 2",
      "read add M1 --on 2026-01-05 --reading 20",
      "read add M1 --on 2026-02-05 --reading 30", "read add M1 --on 2026-02-20 --reading 31",
      "read void M1 --on 2026-02-20",
    ] { try bench.expect(line) }
    #expect(offered(bench, "link remove Dora@example.com ") == ["2002\tAna Ortiz · 9 Elm St"])
    #expect(offered(bench, "link remove dora@example.com salas") == [])
    #expect(offered(bench, "link remove dora@example.com ortiz") == ["2002\tAna Ortiz · 9 Elm St"])
    #expect(
      offered(bench, "read void M1 --on ") == [
        "2026-02-05\t30 · actual · periodic", "2026-01-05\t20 · actual · periodic",
        "2025-01-01\t1 · actual · initial",
      ])
    #expect(offered(bench, "read void M1 --on yes") == ["yesterday\t2026-03-09"])
    #expect(offered(bench, "read void --on 2026-03-1").first?.hasPrefix("2026-03-10") == true)
  }

  @Test("each by its number, with what it means")
  func meanings() throws {
    let bench = try office()
    #expect(
      offered(bench, "account show 200") == [
        "2001\tSalas, Dora · 705 Acorn St", "2002\tAna Ortiz · 9 Elm St",
      ])
    #expect(offered(bench, "customer show 1") == ["1\tSalas, Dora"])
    #expect(offered(bench, "meter show M") == ["M1\tWATER · 2001 · Salas, Dora · 705 Acorn St"])
    #expect(offered(bench, "bill show B") == ["B1\t2001 · Salas, Dora · due 2026-02-22"])
    #expect(offered(bench, "user show d") == ["dora@example.com\tDora Salas · provisioned"])
    #expect(offered(bench, "location list --route ") == ["R1", "R2"])
    #expect(
      offered(bench, "service stop 2001 ") == ["WATER\t1000 · since 2025-01-01 · meter M1"])
    #expect(offered(bench, "customer list --fields ci") == ["cid", "city"])
    #expect(offered(bench, "change show 1").first?.hasPrefix("10\tubadmin user register") == true)
  }

  @Test("and by what people call it")
  func names() throws {
    let bench = try office()
    #expect(offered(bench, "account show Sala") == ["2001\tSalas, Dora · 705 Acorn St"])
    #expect(offered(bench, "account show Elm") == ["2002\tAna Ortiz · 9 Elm St"])
    #expect(offered(bench, "customer show dora") == ["1\tSalas, Dora"])
  }

  @Test("by its ID where a command takes one record, whatever was typed of it")
  func keys() throws {
    let bench = try office()
    for command in ["use", "history", "note list"] {
      #expect(offered(bench, command, "sala").contains("1\tcustomer · Dora Salas"), "\(command)")
    }
    for command in ["use", "history", "note list", "explain", "search"] {
      #expect(offered(bench, command, "M1").contains("M1\tmeter · 1000"), "\(command)")
    }
    #expect(offered(bench, "explain acorn").contains("2001\taccount · 705 Acorn St"))
    #expect(offered(bench, "search 2001").contains("2001\taccount · 705 Acorn St"))
    #expect(offered(bench, "history acc").first == "account")
  }

  @Test("under the name by which it was found; what somebody has left comes last, with its end")
  func moved() throws {
    let bench = try office()
    for line in [
      ["location", "add", "L3", "--address", "12 Oak St"],
      ["customer", "add", "3", "--name", "Ravi Salas"],
      ["account", "open", "2000", "--cid", "3", "--location", "L3", "--on", "2024-01-01"],
      ["account", "move", "2000", "--cid", "2", "--on", "2024-06-01"],
      ["account", "open", "2003", "--cid", "3", "--location", "L3", "--on", "2025-01-01"],
    ] { try bench.expect(line) }
    #expect(
      offered(bench, "account show salas") == [
        "2001\tSalas, Dora · 705 Acorn St", "2003\tRavi Salas · 12 Oak St",
        "2000\tRavi Salas · 12 Oak St · until 2024-06-01",
      ])
    #expect(offered(bench, "account close rav") == ["2003\tRavi Salas · 12 Oak St"])
    #expect(
      bench.run("search ravi --fields accounts,former --csv --no-header").output
        == "2003,2000 until 2024-06-01\n")
    try bench.expect("account move 2003 --cid 2 --on 2025-06-01")
    #expect(offered(bench, "account close ravi") == [])
    #expect(bench.run([], input: "use ravi salaz\n").status == .conflict)
  }

  @Test("after many rows as before, whatever they were")
  func afterBulk() throws {
    let bench = try office()
    let customers = (1...2100).map { "\(100 + $0),Numbered Person\($0)" }
    try bench.file("c.csv", "cid,name\n" + customers.joined(separator: "\n") + "\n")
    try bench.expect("customer add --from \(bench.folder)/c.csv")
    #expect(offered(bench, "customer show person2100") == ["2200\tNumbered Person2100"])
    let payments = (1...2100).map { "2001,\($0).00,R\($0)" }
    try bench.file(
      "p.csv", "account,amount,reference\n" + payments.joined(separator: "\n") + "\n")
    try bench.expect("payment post --on 2026-03-01 --from \(bench.folder)/p.csv --accept unusual")
    #expect(offered(bench, "account show salas") == ["2001\tSalas, Dora · 705 Acorn St"])
  }

  @Test("nobody's telephone, and no names where the setting says so")
  func withoutNames() throws {
    let bench = try office()
    #expect(!offered(bench, "customer show ").joined().contains("900"))
    try bench.expect("setting set completion.names no")
    #expect(offered(bench, "account show 200") == ["2001", "2002"])
    #expect(offered(bench, "account show Sala") == [])
    #expect(offered(bench, "user show d") == [])
    #expect(offered(bench, "search Sala") == [])
  }

  @Test("who is no operator of the store is offered words alone")
  func strangers() throws {
    let bench = try office()
    try bench.expect("operator add pat admin")
    bench.operatorName = "mallory"
    #expect(offered(bench, "account show 200") == [])
    #expect(
      offered(bench, "account sh") == ["show\tShow the account summary that the portal shows"]
    )
  }

  @Test("a store that is away completes words and says nothing")
  func away() throws {
    let bench = try CommandBench(withStore: false)
    let result = bench.run(["complete", "fish", "ubadmin account show 2"])
    #expect(result.status == .done && result.output == "" && result.words == "")
    #expect(offered(bench, "custo") != [])
  }
}
