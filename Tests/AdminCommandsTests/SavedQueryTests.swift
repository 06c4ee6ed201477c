import AdminCommands
import Glibc
import Testing

@Suite("Saved queries", .onBothEngines)
struct SavedQueryTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 100 --name O'Hara")
    try bench.expect("customer add 0200 --name Bo")
    return bench
  }

  @Test("one is saved, run with values, listed and removed, and is for its owner alone")
  func life() throws {
    let bench = try bench()
    let sql = "SELECT cid FROM v_customer WHERE name = :name ORDER BY cid"
    let saved = try bench.expect(["query", "save", "by-name", sql])
    #expect(saved.words.contains("saved as by-name: "), "\(saved)")
    let path = bench.folder + "/ubadmin/queries/by-name.sql"
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    let run = try bench.expect(["query", "run", "by-name", "--param", "name=O'Hara", "--csv"])
    #expect(run.output == "cid\n100\n")
    let list = try bench.expect("query list --csv").output
    #expect(list == "name,parameters,query\nby-name,name,\(sql)\n")
    #expect(bench.run(["query", "save", "by-name", "SELECT 1"]).status == .conflict)
    try bench.expect(["query", "save", "by-name", "SELECT 1 AS one", "--yes"])
    #expect(try bench.expect("query run by-name --csv").output == "one\n1\n")
    try bench.expect("query remove by-name")
    #expect(bench.run("query run by-name").status == .notFound)
    #expect(try bench.expect("query list --csv").output == "name,parameters,query\n")
    rmdir(bench.folder + "/ubadmin/queries")
  }

  @Test(
    "a parameter in another form than :name is refused",
    arguments: ["?", "?1", "@id", "$id", "$1", ":1"])
  func unnamed(sign: String) throws {
    let bench = try bench()
    let refused = bench.run(["query", "SELECT name FROM customer WHERE cid = \(sign)"])
    #expect(refused.status == .usage)
    #expect(refused.words.contains("a parameter \(sign), expected a named one"), "\(refused)")
    #expect(refused.words.contains("--param name=VALUE"))
    #expect(bench.run(["query", "SELECT '\(sign)' AS a", "--csv", "--no-header"]).status == .done)
  }

  @Test(
    "a statement that is no query is not saved",
    arguments: ["DELETE FROM customer", "update customer SET name = 'x'", "-- c\nPRAGMA x"])
  func refusesOther(sql: String) throws {
    let bench = try bench()
    #expect(bench.run(["query", "save", "bad", sql]).status == .usage)
    #expect(try bench.expect("query list --csv --no-header").output == "")
  }

  @Test("a value is a value, whatever stands in it")
  func values() throws {
    let bench = try bench()
    func cids(_ sql: String, _ values: String...) -> String {
      let words = ["query", sql, "--csv", "--no-header"] + values.flatMap { ["--param", $0] }
      let result = bench.run(words)
      return result.status == .done ? result.output : "\(result)"
    }
    let byID = "SELECT cid FROM customer WHERE cid = :id"
    #expect(cids(byID, "id=100") == "100\n")
    #expect(cids(byID, "id=0200") == "0200\n")
    #expect(cids(byID, "id='0200'") == "0200\n")
    #expect(cids(byID, "id=x' OR 'a' = 'a") == "")
    #expect(cids("SELECT cid FROM customer WHERE name = :n", "n=O'Hara") == "100\n")
    let some = "SELECT cid, ':no' AS a FROM customer /* :no */ ORDER BY cid LIMIT :many -- :no"
    #expect(cids(some, "many=1") == "0200,:no\n")
    #expect(cids("SELECT CAST(2 * CAST(:n AS numeric) AS integer) AS n", "n=2.5") == "5\n")
  }

  @Test(
    "an amount or a day that a query would take for text is refused, with the plain one",
    arguments: [
      ("$100", "100"), ("1,234.50", "1234.50"), (".5", "0.5"), ("(12.50)", "-12.50"),
      ("1/15/2026", "2026-01-15"), ("2026/1/15", "2026-01-15"),
    ])
  func loose(typed: String, plain: String) throws {
    let bench = try bench()
    let words = ["query", "SELECT cid FROM customer WHERE name = :v", "--param"]
    let refused = bench.run(words + ["v=\(typed)"])
    #expect(refused.status == .usage)
    #expect(refused.words.contains("--param v: found \(typed)"), "\(refused)")
    #expect(refused.words.contains("use --param v=\(plain), or"), "\(refused)")
    #expect(try bench.expect(words + ["v='\(typed)'", "--csv", "--no-header"]).output == "")
  }

  @Test(
    "what is text in any form is taken as it is",
    arguments: ["512-555-0142", "78702-1234", "0200", "12 Acorn St", "May", "ana@b.example", "1A"])
  func plainText(value: String) throws {
    let found = try bench().expect(["query", "SELECT :v AS v", "--param", "v=\(value)", "--csv"])
    #expect(found.output == "v\n\(value)\n")
  }

  @Test("a saved query takes names, dates, numbers and NULL as they are typed")
  func saved() throws {
    let bench = try bench()
    try bench.expect(["customer", "add", "300", "--name", "Pat O'Hara-Doe; DROP TABLE customer --"])
    try bench.expect(["customer", "add", "400", "--name", "NULL"])
    func run(_ sql: String, _ values: String...) throws -> String {
      try bench.expect(["query", "save", "q", sql, "--yes"])
      let words = ["query", "run", "q", "--csv", "--no-header"]
      return try bench.expect(words + values.flatMap { ["--param", $0] }).output
    }
    let byName = "SELECT cid FROM customer WHERE name = :name ORDER BY cid"
    #expect(try run(byName, "name=Pat O'Hara-Doe; DROP TABLE customer --") == "300\n")
    #expect(try run(byName, "name='NULL'") == "400\n")
    #expect(try run(byName, "name=NULL") == "")
    #expect(try run(byName, "name=") == "")
    #expect(try run(byName, "name=:name") == "")
    #expect(try run(byName, #"name=\' OR 1=1 --"#) == "")
    #expect(
      try run("SELECT CASE WHEN :x IS NULL THEN 'none' ELSE 'some' END AS x", "x=NULL") == "none\n")
    let days = "SELECT count(*) AS n FROM customer WHERE '2026-03-01' BETWEEN :from AND :to"
    #expect(try run(days, "from=2026-01-01", "to=2026-12-31") == "4\n")
    #expect(try run("SELECT cid FROM customer ORDER BY cid LIMIT :n", "n=1") == "0200\n")
    try bench.expect("query remove q")
    rmdir(bench.folder + "/ubadmin/queries")
  }

  @Test("values that are missing and parameters that are unknown are named at once")
  func allFaults() throws {
    let bench = try bench()
    let result = bench.run([
      "query", "SELECT :a AS a, :b AS b, :c AS c", "--param", "b=1", "--param", "d=1", "--param",
      "e=2",
    ])
    #expect(result.status == .usage)
    #expect(
      result.words.contains(
        "the query needs a value for :a, :c, and has no parameters :d, :e"), "\(result)")
    #expect(result.words.contains("add --param a=VALUE --param c=VALUE"), "\(result)")
  }

  @Test("what lacks a value, or a parameter, is told by name")
  func faults() throws {
    let bench = try bench()
    let missing = bench.run(["query", "SELECT :a AS a, :b AS b", "--param", "a=1"])
    #expect(missing.status == .usage)
    #expect(missing.words.contains("needs a value for :b"), "\(missing)")
    #expect(missing.words.contains("--param b=VALUE"), "\(missing)")
    let other = bench.run(["query", "SELECT 1 AS a", "--param", "a=1"])
    #expect(other.words.contains("has no parameter :a"), "\(other)")
    for line in [
      "query run", "query run ../x", "query save x", "query list x", "query run x y",
      "query SELECT --param a", "query save x SELECT --param a=1",
      "query list --param a=1", "query remove x --param a=1",
    ] {
      #expect(bench.run(line).status == .usage, "\(line)")
    }
    for option in ["--sort a", "--limit 3", "--csv", "--fields a", "--plot", "--reveal"] {
      let result = bench.run("query save x SELECT \(option)")
      #expect(result.status == .usage, "\(option)")
      #expect(result.words.contains("has no effect on query save"), "\(result)")
    }
    let near = try bench.expect(["query", "save", "owed", "SELECT 1 AS a"])
    #expect(near.status == .done)
    #expect(bench.run("query run owned").words.contains("did you mean owed?"))
    try bench.expect("query remove owed")
    rmdir(bench.folder + "/ubadmin/queries")
  }
}
