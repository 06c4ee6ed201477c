import Testing

@testable import Accounts
@testable import AdminCommands

/// `query`
@Suite("Somebody else's SQL", .onBothEngines)
struct QueryCommandTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0142")
    try bench.expect("customer add 2 --name Bo")
    try bench.expect("customer add 3 --name =Cy")
    return bench
  }

  private func query(
    _ sql: String, _ options: [String] = ["--csv"], in bench: CommandBench
  ) -> CommandBench.Result {
    bench.run(["query", sql] + options)
  }

  @Test("answers in the query's own columns and order, in every format")
  func answers() throws {
    let bench = try office()
    let sql = "SELECT cid, name AS who, 7 AS n, NULL AS empty FROM customer ORDER BY cid DESC"
    #expect(query(sql, in: bench).words == "")
    #expect(
      query(sql, in: bench).output == "cid,who,n,empty\n3,'=Cy,7,\n2,Bo,7,\n1,Ana,7,\n")
    #expect(
      query(sql, ["--json", "--limit", "1"], in: bench).output
        == "[\n{\"cid\":\"3\",\"who\":\"=Cy\",\"n\":7,\"empty\":null}\n]\n")
    #expect(
      query(sql + ";", ["--csv", "--fields", "who,cid", "--sort", "who"], in: bench).output
        == "who,cid\n'=Cy,3\nAna,1\nBo,2\n")
    #expect(query(sql, ["--fields", "help"], in: bench).output == "cid\nwho\nn\nempty\n")
    #expect(
      query("SELECT cid FROM customer WHERE cid = 'x'", in: bench).output == "cid\n")
  }

  @Test("numbers that are no integers are numbers for programs")
  func numbers() throws {
    let bench = try office()
    let sql = "SELECT -0.5 AS half, '-x' AS text"
    #expect(query(sql, in: bench).output == "half,text\n-0.5,'-x\n")
    #expect(query(sql, ["--json"], in: bench).output == "[\n{\"half\":-0.5,\"text\":\"-x\"}\n]\n")
  }

  @Test("a limit that cut the rows is told")
  func limit() throws {
    let bench = try office()
    let cut = query("SELECT cid FROM customer ORDER BY cid", ["--csv", "--limit", "2"], in: bench)
    #expect(cut.output == "cid\n1\n2\n")
    #expect(cut.words == "the first 2 rows; --limit 0 shows all\n")
  }

  private static let changesQueries = [
    "DELETE FROM customer", "UPDATE customer SET name = 'x'", "DROP TABLE customer",
    "INSERT INTO customer (cid, name, kind) VALUES ('9', 'x', 'person')",
    "WITH gone AS (DELETE FROM customer RETURNING cid) SELECT cid FROM gone",
    "SELECT 1; DELETE FROM customer", "BEGIN", "COMMIT", "PRAGMA writable_schema = 1",
    "ATTACH 'other.db' AS other", "COPY customer TO STDOUT", "CREATE TABLE x (y int)", "",
    "-- nothing", "SELEC 1", "SELECT nothing FROM customer", "SELECT 1 FROM nowhere",
  ]

  @Test("what would change something is refused, and changes nothing")
  func changes() throws {
    let bench = try office()
    for sql in Self.changesQueries {
      let refused = query(sql, in: bench)
      #expect(refused.status == .usage, "\(refused)")
      #expect(refused.output == "")
      #expect(!refused.words.contains("bug"))
      #expect(
        try bench.expect("customer list --fields name --csv --no-header").output
          == "Ana\nBo\n'=Cy\n")
    }
  }

  private static let personalQueries = [
    "SELECT phone FROM customer", "SELECT * FROM customer",
    "SELECT cid FROM customer WHERE phone LIKE '512%'",
    "SELECT upper(x.phone) AS a FROM customer AS x JOIN customer AS y ON x.cid = y.cid",
    "SELECT a FROM (SELECT phone AS a FROM customer) AS inside",
    "WITH all_of AS (SELECT * FROM customer) SELECT email FROM all_of",
    "SELECT (SELECT max(email) FROM customer) AS a",
    "SELECT max(phone) AS a FROM customer", "SELECT count(phone) AS n FROM customer",
    "SELECT a FROM (SELECT phone AS a FROM customer LIMIT 5) AS inside",
    "SELECT cid FROM customer UNION SELECT email FROM customer",
    "SELECT x.cid FROM customer AS x JOIN customer AS y ON x.email = y.email",
    "SELECT DISTINCT phone FROM customer",
    "SELECT count(*) AS n FROM customer GROUP BY phone",
    "SELECT c.cid, (SELECT d.phone FROM customer d WHERE d.cid = c.cid) AS a FROM customer c",
    "SELECT row_number() OVER (ORDER BY phone) AS n FROM customer",
    "SELECT before FROM change_row", "SELECT cid FROM customer ORDER BY email",
  ]

  @Test("personal data needs --reveal, whatever way it is asked for")
  func personal() throws {
    let bench = try office()
    for sql in Self.personalQueries {
      let refused = query(sql, in: bench)
      #expect(refused.output == "")
      #expect(refused.status == .notPermitted, "\(refused)")
      #expect(refused.words.contains("is personal data"))
      #expect(query(sql, ["--csv", "--reveal"], in: bench).status == .done)
    }
  }

  private static let harmlessQueries = [
    "SELECT count(*) AS n FROM customer",
    "SELECT kind, count(*) AS n FROM customer GROUP BY kind ORDER BY kind",
    "SELECT x.name FROM customer AS x JOIN customer AS y ON x.cid = y.cid ORDER BY x.name",
    "SELECT DISTINCT kind FROM customer",
    "SELECT a FROM (SELECT max(name) AS a FROM customer) AS inside",
    "SELECT c.name, (SELECT count(*) FROM customer) AS n FROM customer AS c",
    "SELECT c.cid, a.account FROM customer c LEFT JOIN account_customer a ON a.cid = c.cid",
    "SELECT cid FROM customer UNION SELECT name FROM customer",
    "SELECT count(*) AS n FROM token",
  ]

  @Test("what looks at other columns of the same tables is answered")
  func harmless() throws {
    let bench = try office()
    for sql in Self.harmlessQueries {
      let result = query(sql, in: bench)
      #expect(result.status == .done, "\(result)")
      #expect(result.output.contains("\n"))
    }
  }

  @Test("a row that is taken for a value shows nothing")
  func wholeRow() throws {
    let bench = try office()
    for sql in ["SELECT c FROM customer AS c", "SELECT row_to_json(c) FROM customer AS c"] {
      let refused = query(sql, in: bench)
      #expect(refused.status != .done, "\(refused)")
      #expect(refused.output == "")
    }
  }

  @Test("what engines gather of personal data is personal, too")
  func gathered() throws {
    let bench = try office()
    for sql in ["SELECT most_common_vals FROM pg_stats", "SELECT kind FROM search_doc"] {
      let refused = query(sql, in: bench)
      #expect(refused.status != .done, "\(refused)")
      #expect(refused.output == "")
    }
  }

  @Test("what was revealed is on record, with the query")
  func revealed() throws {
    let bench = try office()
    let sql = "SELECT phone FROM customer WHERE cid = '1'"
    #expect(query(sql, ["--csv", "--reveal"], in: bench).output == "phone\n512-555-0142\n")
    let last = try bench.expect("change list --limit 1 --fields command --csv --no-header")
    #expect(last.output.contains("SELECT phone FROM customer"))
  }

  private static let secretsQueries = [
    "SELECT hash FROM token", "SELECT * FROM portal_session", "SELECT body FROM outbox_message",
    "SELECT sealed FROM eft_bank_account",
  ]

  @Test("secrets are shown to nobody")
  func secrets() throws {
    let bench = try office()
    for sql in Self.secretsQueries {
      let refused = query(sql, ["--csv", "--reveal"], in: bench)
      #expect(refused.status == .notPermitted, "\(refused)")
      #expect(refused.output == "")
    }
  }

  @Test("the tables are listed with what their columns hold")
  func tables() throws {
    let bench = try office()
    let listed = try bench.expect("query --tables --csv --limit 0").output
    #expect(listed.contains("\ncustomer,phone,text,with --reveal\n"))
    #expect(listed.contains("\npayment,amount,cents,always\n"))
    #expect(listed.contains("\ntoken,hash,secret,never\n"))
    #expect(bench.run("query").status == .usage)
  }

  @Test("a query comes from standard input, too")
  func fromInput() throws {
    let bench = try office()
    let result = bench.run(
      "query - --csv", input: "SELECT count(*) AS n\nFROM customer -- all\n;\n")
    #expect(result.output == "n\n3\n", "\(result)")
  }
}
