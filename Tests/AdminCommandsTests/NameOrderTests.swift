import Testing

@testable import AdminCommands
@testable import Values

@Suite("The order of names, and names without blanks", .onBothEngines)
struct NameOrderTests {
  @Test("names sort without regard to case and accents, alike on both engines")
  func sorted() throws {
    let bench = try CommandBench()
    let names = [
      "Ziegler", "eve adams", "Émile", "emil", "Ångström", "ab", "Æon", "Straße", "strasz",
    ]
    for (number, name) in names.enumerated() {
      try bench.expect(["customer", "add", "\(number + 1)", "--name", name])
    }
    let up = ["ab", "Æon", "Ångström", "emil", "Émile", "eve adams", "Straße", "strasz", "Ziegler"]
    func list(_ sort: String) throws -> [String] {
      try bench.expect([
        "customer", "list", "--fields", "name", "--csv", "--no-header", "--sort", sort,
      ])
      .output.split(separator: "\n").map(String.init)
    }
    #expect(try list("name") == up)
    #expect(try list("-name") == up.reversed())
  }

  @Test("codes and numbers keep the order of their signs")
  func codes() throws {
    let bench = try CommandBench()
    for cid in ["b1", "A1", "a2"] { try bench.expect(["customer", "add", cid, "--name", "X"]) }
    let list = try bench.expect("customer list --fields cid --csv --no-header --sort cid").output
    #expect(list == "A1\na2\nb1\n")
  }

  @Test("a part of a name without blanks is found", arguments: ["小龍", "麵館", "龍", "李小龍麵館"])
  func unspaced(word: String) throws {
    let bench = try CommandBench()
    try bench.expect(["customer", "add", "1", "--name", "李小龍麵館"])
    try bench.expect(["customer", "add", "2", "--name", "Ana Ortiz"])
    let found = try bench.expect(["search", word, "--json"]).output
    #expect(found.contains("李小龍麵館"), "\(found)")
    #expect(!found.contains("Ortiz"), "\(found)")
  }

  @Test("of equal names of columns the later ones get a number in JSON")
  func equalNames() throws {
    let bench = try CommandBench()
    let result = try bench.expect([
      "query", "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", "--format", "ndjson",
    ])
    #expect(result.output == "{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}\n", "\(result)")
  }

  @Test("a raw query sorts names like lists where a server's database does", .needsPostgreSQL)
  func rawQuery() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase(
      "LOCALE_PROVIDER icu ICU_LOCALE 'und-u-ks-level1' LOCALE 'C.UTF-8'")
    let bench = try CommandBench(withStore: false)
    bench.environment["UBADMIN_STORE"] = database.address()
    try bench.expect("store init \(database.address()) --city Testville --time-zone UTC")
    for (number, name) in ["Zora", "anna", "Ángel", "Bo", "ANNA"].enumerated() {
      try bench.expect(["customer", "add", "\(number + 1)", "--name", name])
    }
    func query(_ sql: String) throws -> String {
      try bench.expect(["query", sql, "--reveal", "--csv", "--no-header"]).output
    }
    #expect(
      try query("SELECT name FROM v_customer ORDER BY name") == "Ángel\nANNA\nanna\nBo\nZora\n")
    // Names and keys go together.
    #expect(try query("SELECT name || cid AS x FROM v_customer ORDER BY x LIMIT 1") == "ANNA5\n")
    #expect(
      try query("SELECT cid FROM v_customer UNION SELECT name FROM v_customer ORDER BY 1 LIMIT 1")
        == "1\n")
    #expect(try query("SELECT count(*) FROM customer WHERE name = 'anna' OR name = cid") == "1\n")
  }
}
