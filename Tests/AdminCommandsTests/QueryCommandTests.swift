import Accounts
import Testing

@testable import AdminCommands

@testable import Ledger

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

  @Test(
    "a query of nothing is refused, and one that begins with a comment is a query",
    arguments: ["", "  ", "-- c", "  -- c", "/* c */", ";"])
  func nothing(sql: String) throws {
    let bench = try office()
    let refused = query(sql, in: bench)
    #expect(refused.status == .usage)
    #expect(refused.words.contains("the query is empty"), "\(refused)")
    #expect(refused.words.contains("query \"SELECT"), "\(refused)")
    #expect(bench.run(["query", "save", "x", sql]).status == .usage)
    #expect(query("-- c\nSELECT 1 AS a", in: bench).output == "a\n1\n")
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
    "SELECT route, count(*) AS locations FROM location GROUP BY route",
    "SELECT v.cid, c.cid FROM v_customer AS v JOIN customer AS c ON c.cid = v.cid",
    "WITH v_bill AS (SELECT 1 AS one) SELECT one FROM v_bill",
    "SELECT table_name, before, after FROM v_change_row",
    "SELECT upper(name) AS n, round(1.5) AS r, coalesce(phone, '-') AS p FROM customer",
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

  @Test("what was revealed is on record, with the query")
  func revealed() throws {
    let bench = try office()
    let sql = "SELECT phone FROM customer WHERE cid = '1'"
    #expect(query(sql, ["--csv", "--reveal"], in: bench).output == "phone\n512-555-0142\n")
    let last = try bench.expect("change list --limit 1 --fields command --csv --no-header")
    #expect(last.output.contains("SELECT phone FROM customer"))
  }

  @Test("a reveal is on record before the query is looked at")
  func recordedFirst() throws {
    let bench = try office()
    let failed = query("SELECT nothing FROM customer", ["--csv", "--reveal"], in: bench)
    #expect(failed.status == .usage)
    #expect(failed.output == "")
    let last = try bench.expect("change list --limit 1 --fields command --csv --no-header")
    #expect(last.output.contains("SELECT nothing FROM customer"))
  }

  private static let secretsQueries = [
    "SELECT hash FROM token", "SELECT body FROM outbox_message", "SELECT body FROM v_mail",
    "SELECT sealed FROM eft_bank_account",
  ]

  @Test("secrets are shown to nobody")
  func secrets() throws {
    let bench = try office()
    for sql in Self.secretsQueries {
      let refused = query(sql, ["--csv", "--reveal"], in: bench)
      #expect(refused.status == .usage, "\(refused)")
      #expect(refused.output == "")
    }
  }

  @Test("a misspelled name in double quotes is an error, not a text")
  func misspelled() throws {
    let bench = try office()
    for sql in [
      "SELECT \"totl\" FROM bill", "SELECT count(*) AS n FROM bill WHERE \"statuss\" = 'open'",
    ] {
      let refused = query(sql, in: bench)
      #expect(refused.status == .usage, "\(refused)")
      #expect(refused.output == "")
      #expect(refused.words.contains(sql.contains("totl") ? "totl" : "statuss"))
    }
  }

  private func bills() throws -> CommandBench {
    let bench = try office()
    try bench.expect("location add L1 --address Main")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    for (bill, amount) in [("B1", "123.87"), ("B2", "0.1"), ("B3", "0.2"), ("B4", "100")] {
      try bench.expect(
        "bill add \(bill) A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount \(amount)")
    }
    return bench
  }

  @Test("money() of a view's column is told: it is in dollars already")
  func dividedTwice() throws {
    let bench = try CommandBench()
    for sql in ["SELECT money(total) AS m FROM v_bill", "SELECT money(b.total) AS m FROM v_bill b"]
    {
      let words = bench.run(["query", sql]).words
      #expect(
        words.contains(
          "note: v_bill.total is already in dollars; money() takes cents, as bill.total"),
        "\(words)")
    }
    let right = bench.run(["query", "SELECT money(total) AS m FROM bill"])
    #expect(!right.words.contains("already"), "\(right)")
  }

  @Test("a view has dollars, and a plain name has cents with a note")
  func units() throws {
    let bench = try bills()
    let dollars = query("SELECT bill, total FROM v_bill ORDER BY bill", in: bench)
    #expect(dollars.output == "bill,total\nB1,123.87\nB2,0.1\nB3,0.2\nB4,100\n")
    #expect(dollars.words == "")
    let cents = query("SELECT bill, total FROM bill WHERE bill = 'B1'", in: bench)
    #expect(cents.output == "bill,total\nB1,12387\n")
    let note = "note: bill.total is in cents; v_bill.total is in dollars, and so is money(total)\n"
    #expect(cents.words == note)
    #expect(query("SELECT * FROM bill", in: bench).words == note)
    #expect(query("SELECT sum(b.total) AS s FROM bill AS b", in: bench).words == note)
    #expect(query("SELECT bill, account FROM bill", in: bench).words == "")
    #expect(query("SELECT sum(total) AS s FROM bill", ["--csv", "--quiet"], in: bench).words == "")
  }

  @Test("the sums and comparisons of a view are those of dollars")
  func sums() throws {
    let bench = try bills()
    #expect(query("SELECT sum(total) AS s FROM v_bill", in: bench).output == "s\n224.17\n")
    #expect(
      query("SELECT bill FROM v_bill WHERE total > 99 ORDER BY bill", in: bench).output
        == "bill\nB1\nB4\n")
  }

  @Test("every view has the columns that are declared, the same on both engines")
  func sameColumns() throws {
    let bench = try office()
    for view in QueryView.all {
      let names = query("SELECT * FROM \(view.name)", ["--fields", "help"], in: bench)
      #expect(names.status == .done, "\(view.name): \(names)")
      #expect(names.output == view.columns.map { $0.name + "\n" }.joined())
      let rows = query("SELECT * FROM \(view.name)", in: bench)
      #expect(rows.status == .done, "\(view.name): \(rows)")
    }
  }

  @Test("a query that takes too long is stopped")
  func tooLong() throws {
    let bench = try office()
    try bench.expect("setting set query.max-seconds 1")
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n"
    let stopped = query(endless, in: bench)
    #expect(stopped.status == .usage, "\(stopped)")
    #expect(stopped.words.contains("query.max-seconds"))
  }

  @Test("the tables are listed with what their columns hold")
  func tables() throws {
    let bench = try office()
    let listed = try bench.expect("query --tables --csv --limit 0").output
    #expect(listed.hasPrefix("table,column,kind,seen,label\nv_"))
    #expect(listed.contains("\nv_customer,phone,text,masked,Phone\n"))
    #expect(listed.contains("\nv_payment,amount,dollars,always,Amount\n"))
    #expect(listed.contains("\ncustomer,address,text,always,Mailing address\n"))
    #expect(listed.contains("\npayment,amount,cents,always,Amount\n"))
    #expect(listed.contains("\ntoken,hash,secret,never,Hash\n"))
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
