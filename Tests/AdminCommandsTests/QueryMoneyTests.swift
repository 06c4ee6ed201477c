import Accounts
import Testing

@testable import AdminCommands
@testable import Engines
@testable import Ledger

/// What a query says of amounts, names and typing errors, alike on both engines.
@Suite("Amounts and names in queries", .onBothEngines)
struct QueryMoneyTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench(accounts: 1)
    for (bill, amount) in [("B1", "72.82"), ("B2", "0.05"), ("B3", "100"), ("B4", "-7.50")] {
      try bench.expect(
        "bill add \(bill) A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount=\(amount)")
    }
    return bench
  }

  private func answer(_ sql: String, _ more: [String] = [], in bench: CommandBench) -> String {
    let result = bench.run(["query", sql, "--csv", "--no-header"] + more)
    return result.status == .done ? result.output : "\(result)"
  }

  @Test(
    "money() gives an amount in dollars with two decimals",
    arguments: [
      ("SELECT money(total) AS t FROM bill WHERE bill = 'B1'", "72.82"),
      ("SELECT money(b.total) FROM bill AS b WHERE b.bill = 'B2'", "0.05"),
      ("SELECT bill, money(total) t FROM bill WHERE bill = 'B4'", "B4,-7.50"),
      ("SELECT money(sum(total)) FROM bill", "165.37"),
      ("SELECT money(7280) AS t", "72.80"), ("SELECT money(0) AS t", "0.00"),
      ("SELECT 1 AS one, money(NULL) AS t", "1,"),
      ("SELECT money(CAST(-5 AS bigint)) AS t", "-0.05"),
      ("SELECT money(999999999999999) AS t", "9999999999999.99"),
      ("SELECT DISTINCT money(total) AS t FROM bill WHERE bill = 'B3'", "100.00"),
      ("SELECT bill FROM bill WHERE money(total) > 72.81 ORDER BY bill LIMIT 1", "B1"),
    ])
  func money(sql: String, expected: String) throws {
    let bench = try office()
    #expect(answer(sql, in: bench) == expected + "\n")
  }

  @Test("amounts of a view add up to the cent, and compare with numbers in quotes")
  func exactSums() throws {
    let bench = try office()
    for amount in ["0.10", "0.20", "-0.30"] {
      try bench.expect(
        "bill add B9 A1 --on 2026-02-01 --due 2026-02-22 --service WATER --amount=\(amount) --accept unusual"
      )
    }
    let unequal = "SELECT bill FROM v_bill_line GROUP BY bill HAVING sum(amount) <> 0 ORDER BY 1"
    #expect(answer(unequal, in: bench) == "B1\nB2\nB3\nB4\n")
    #expect(answer("SELECT count(*) FROM v_bill WHERE total > '60'", in: bench) == "2\n")
    let running = """
      SELECT count(*) FROM (SELECT sum(amount) OVER (PARTITION BY bill ORDER BY number \
      ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM v_bill_line WHERE bill = 'B9') x WHERE s = -0.1
      """
    #expect(answer(running, in: bench) == "1\n")
    #expect(answer("SELECT 1, sum(total) FROM v_bill WHERE bill = 'none'", in: bench) == "1,\n")
    #expect(answer("SELECT sum(total) FROM bill", in: bench) == "16537\n")
  }

  @Test(
    "a day or amount in a form that no column has is refused where it is compared",
    arguments: [
      ("SELECT bill FROM v_bill WHERE billed_on > '2/1/2026'", "'2026-02-01'"),
      (
        "SELECT bill FROM v_bill WHERE due_on BETWEEN '2026-01-01' AND '12/31/2026'", "'2026-12-31'"
      ),
      ("SELECT bill FROM v_bill WHERE total='$72.82'", "write 72.82"),
    ])
  func looseTexts(sql: String, likely: String) throws {
    let result = try office().run(["query", sql])
    #expect(result.status == .usage)
    #expect(result.words.contains(likely), "\(result)")
  }

  @Test("a statement that changes something is told that a query cannot")
  func changes() throws {
    let result = try office().run(["query", "DELETE FROM customer"])
    #expect(result.words.contains("a query cannot change anything"), "\(result)")
  }

  @Test("a mistyped first word is a syntax error, and no change")
  func mistyped() throws {
    for sql in ["SELEC 1", "FROB 1"] {
      let result = try office().run(["query", sql])
      #expect(result.status == .usage)
      #expect(result.words.contains("syntax error"), "\(result)")
      #expect(!result.words.contains("cannot change"), "\(result)")
    }
  }

  @Test("amounts sort by what they are, and are numbers in JSON")
  func sorted() throws {
    let bench = try office()
    let sql = "SELECT bill, money(total) AS t FROM bill"
    #expect(
      answer(sql, ["--sort", "t"], in: bench) == "B4,-7.50\nB2,0.05\nB1,72.82\nB3,100.00\n")
    let json = bench.run(["query", sql + " ORDER BY money(total) DESC LIMIT 1", "--json"])
    #expect(json.output == "[\n{\"bill\":\"B3\",\"t\":100.00}\n]\n", "\(json)")
    #expect(json.words == "")
  }

  @Test("the server's own type of that name is out of reach")
  func otherMoney() throws {
    let bench = try office()
    for sql in ["SELECT total::money AS t FROM bill", "SELECT CAST(total AS money) AS t FROM bill"]
    {
      #expect(!bench.run(["query", sql]).output.contains("$"))
    }
  }

  @Test("names sort without regard to case and accents")
  func names() throws {
    let bench = try CommandBench()
    let names = [
      "Ziegler", "eve adams", "Émile", "emil", "Ångström", "ab", "Æon", "Straße", "strasz",
    ]
    for (number, name) in names.enumerated() {
      try bench.expect(["customer", "add", "\(number + 1)", "--name", name])
    }
    let up = "ab\nÆon\nÅngström\nemil\nÉmile\neve adams\nStraße\nstrasz\nZiegler\n"
    let all = "SELECT name FROM v_customer"
    #expect(answer(all, ["--sort", "name", "--reveal"], in: bench) == up)
    #expect(answer(all + " ORDER BY folded_name(name)", ["--reveal"], in: bench) == up)
    if case .sqlite = TestEngine.current {
      #expect(answer(all + " ORDER BY name", ["--reveal"], in: bench) == up)
      #expect(answer("SELECT name AS n FROM customer ORDER BY n", ["--reveal"], in: bench) == up)
    }
    #expect(
      answer("SELECT count(*) FROM customer WHERE name = 'AB'", ["--reveal"], in: bench) == "0\n")
  }

  @Test(
    "a name that is not there is told as a typing error, with the likely one",
    arguments: [
      ("SELECT totl FROM v_bill", "there is no column totl", "did you mean total?"),
      ("SELECT b.totl FROM v_bill AS b", "there is no column totl", "did you mean total?"),
      ("SELECT bill FROM v_bil", "there is no view or table v_bil", "did you mean v_bill?"),
      ("SELECT 1 FROM x.v_bill", "there is no view or table x.v_bill", "write v_bill alone"),
      ("SELECT bill FROM v_bill ORDER BY duo_on", "there is no column duo_on", "due_on?"),
      ("SELECT mony(total) AS t FROM bill", "a query cannot call mony()", "by their plain names"),
    ])
  func typos(sql: String, what: String, remedy: String) throws {
    let bench = try CommandBench()
    let result = bench.run(["query", sql])
    #expect(result.status == .usage)
    #expect(result.words.contains(what) && result.words.contains(remedy), "\(result)")
    #expect(!result.words.contains("is missing a part") && !result.words.contains("memory"))
  }
}

/// A store that is read on a full disk.
@Suite("Queries on a full disk")
struct QueryFullDiskTests {
  @Test("a query says that the disk is full where the log holds what it would have to read")
  func full() throws {
    let bench = try CommandBench()
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    let connection = try #require(store.connection as? SQLiteConnection)
    connection.fullDisk = StoreError(.full, "the disk is full")
    // The store is open, so what is added stays in the log.
    #expect(bench.run(["customer", "add", "7", "--name", "Ana"]).status == .done)
    let error = #expect(throws: StoreError.self) {
      _ = try StoreQuery("SELECT 1", QueryBounds(reveals: false, limit: .seconds(60)), on: store)
    }
    #expect(error?.kind == .full)
  }

  @Test("a query reads on a full disk where all is in the file")
  func read() throws {
    let bench = try CommandBench()
    #expect(bench.run(["customer", "add", "7", "--name", "Ana"]).status == .done)
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    let connection = try #require(store.connection as? SQLiteConnection)
    connection.fullDisk = StoreError(.full, "the disk is full")
    let query = try StoreQuery(
      "SELECT cid FROM v_customer WHERE cid = '7'",
      QueryBounds(reveals: false, limit: .seconds(60)), on: store)
    var found: [String] = []
    try query.each { row in
      found.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    #expect(found == ["7"])
  }
}
