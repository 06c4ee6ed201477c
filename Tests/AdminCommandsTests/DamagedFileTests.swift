import Testing

@testable import AdminCommands

/// Files that spreadsheets, other programs and wrong names bring to a command.
@Suite("Files that are not what they should be")
struct DamagedFileTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0101")
    try bench.expect("customer add 2 --name Bo --phone 512-555-0102")
    return bench
  }

  @Test("a list without a header, and one with other separators, are named")
  func headers() throws {
    let bench = try office()
    let bare = bench.run("customer set --from \(try bench.file("a.csv", "1,512-555-0103\n"))")
    #expect(bare.status == .badData)
    #expect(bare.words.contains("expected the column names"), "\(bare)")
    let other = bench.run("customer set --from \(try bench.file("b.csv", "cid;phone\n1;x\n"))")
    #expect(other.words.contains("semicolons"), "\(other)")
    let foreign = try bench.file("c.csv", "Kunde;Telefon\n1;x\n")
    for options in [[], ["--map", "Kunde=cid"]] {
      let result = bench.run(["customer", "set", "--from", foreign] + options)
      #expect(result.words.contains("semicolons"), "\(result)")
    }
  }

  @Test("a title above the header is named, with the line that has the names")
  func title() throws {
    let bench = try office()
    let file = try bench.file(
      "a.csv", "Phones of October,\n\n\nprinted,2026-03-01\nCID,Telephone\n1,512-555-0103\n")
    let result = bench.run(["customer", "set", "--from", file, "--map", "telephone=phone"])
    #expect(result.status == .badData)
    #expect(result.words.contains("a.csv:1: found Phones of October"), "\(result)")
    #expect(result.words.contains("line 5"), "\(result)")
    let other = try bench.file("b.csv", "Phones\nKunde,Telefon\n1,512-555-0103\n")
    #expect(!bench.run("customer set --from \(other)").words.contains("line 2"))
  }

  @Test("blank rows and columns are passed over, above the header too")
  func blank() throws {
    let bench = try office()
    let file = try bench.file(
      "in.csv",
      ",,,\n , \u{a0},,\ncid,phone,,\n1,512-555-0111,,\n,,,\n2,512-555-0112\n\"\",,,,,\n,\n")
    let result = try bench.expect("customer set --from \(file)")
    #expect(result.words.contains("2 rows: 2 applied"), "\(result)")
  }

  @Test("something in a column without a name is refused, with its column")
  func nameless() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,,phone\n1,,512-555-0111\n2,x,512-555-0112\n")
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .badData)
    #expect(result.words.contains(":3: column 2: found x"), "\(result)")
    let mapped = bench.run(["customer", "set", "--from", file, "--map", "=_"])
    #expect(mapped.status == .done, "\(mapped)")
  }

  @Test("blank columns do not get into the way of a file of bad rows")
  func blankRejects() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone,\n1,x,,,\n")
    let rejects = bench.folder + "/bad.csv"
    bench.run("customer set --from \(file) --rejects \(rejects)")
    let bad = try #require(bench.text(of: "bad.csv"))
    let corrected = try bench.file("good.csv", bad.replacing("1,x", with: "1,512-555-0111"))
    try bench.expect("customer set --from \(corrected)")
  }

  @Test("all faults of a row are told at once, and in its row of bad rows")
  func allFaults() throws {
    let bench = try office()
    let file = try bench.file(
      "in.csv", "cid,postal-code,phone,email\n1,2134,5.12555E+09,a@b\n")
    let rejects = bench.folder + "/bad.csv"
    let result = bench.run("customer set --from \(file) --rejects \(rejects)")
    for part in ["postal-code: found 2134", "phone: found 5.1", "email: found a@b"] {
      #expect(result.words.contains(":2: " + part), "\(result)")
    }
    let bad = try #require(bench.text(of: "bad.csv"))
    #expect(
      bad.contains(
        ",postal-code; phone; email,spreadsheet_damage; spreadsheet_damage; malformed,"), "\(bad)")
    #expect(bad.contains("postal-code: found 2134") && bad.contains("email: found a@b"))
  }

  @Test("missing fields are told with the others")
  func missingToo() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "account,cid,location,on\nA1,,L1,soon\n")
    let result = bench.run("account open --from \(file)")
    #expect(result.words.contains(":2: column cid is empty"), "\(result)")
    #expect(result.words.contains(":2: on: found soon"), "\(result)")
  }

  @Test("a day that is today where a cell is empty is not missing beside other faults")
  func emptyDay() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "account,on\nA9,\n")
    let result = bench.run("account close --from \(file)")
    #expect(result.words.contains(":2: account: found no account A9"), "\(result)")
    #expect(!result.words.contains("column on"), "\(result)")
  }

  @Test("so are the faults of one command, each with its option")
  func oneCommand() throws {
    let bench = try office()
    let words = [
      "customer", "set", "1", "--phone", "x", "--email", "a@b", "--postal-code", "1-Jan",
    ]
    let result = bench.run(words)
    for part in ["--phone: found x", "--email: found a@b", "--postal-code: found 1-Jan"] {
      #expect(result.words.contains("ubadmin: " + part), "\(result)")
    }
    let json = bench.run(words + ["--json"])
    #expect(json.output.contains("\"others\""), "\(json)")
  }

  @Test("of many bad rows the first are shown, and the kinds are counted")
  func kinds() throws {
    let bench = try office()
    let rows = (0..<30).map { "\($0 % 3 == 0 ? "9" : "1"),\($0 % 3 == 0 ? "512-555-0101" : "x")\n" }
    let file = try bench.file("in.csv", "cid,phone\n" + rows.joined())
    let result = bench.run("customer set --from \(file)")
    let lines = result.words.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix(file + ":") && $0.contains("found") } == 20, "\(result)")
    #expect(result.words.contains("… 10 more bad rows; all 30 can be written with --rejects FILE"))
    #expect(result.words.contains("  20 × phone: malformed\n  10 × cid: not_found\n"), "\(result)")
  }

  @Test(
    "damage is refused at every entry point",
    arguments: [
      ("postal-code", "1-Jan", "1-1"), ("phone", "000-000-0000", "leave the field blank"),
      ("name", "MUÃ‘OZ", "MUÑOZ"), ("city", "#REF!", "error"), ("name", "O’Brien", "O'Brien"),
      ("phone", "5155551452.0", "5155551452"), ("name", "Ana\u{a0}Ortiz", "Ana Ortiz"),
    ])
  func everyDoor(field: String, value: String, remedy: String) throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,\(field)\n1,\"\(value)\"\n")
    let script = try bench.file("run.txt", "customer set 1 --\(field) \"\(value)\"\n")
    let results = [
      bench.run(["customer", "set", "1", "--\(field)", value]),
      bench.run(["customer", "set", "--from", file]), bench.run(["run", script]),
      bench.run(["customer", "set", "--from", file, "--dry-run"]),
      bench.run(["customer", "set", "--from", file, "--plan-out", bench.folder + "/plan"]),
    ]
    for result in results {
      #expect(result.status == .badData, "\(result)")
      #expect(result.words.contains(remedy), "\(result)")
    }
  }

  @Test("blanks of any kind at the ends of a cell or word are no part of it")
  func trimmed() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,city\n\u{a0}1,\u{200b}Waco\u{a0}\n")
    try bench.expect("customer set --from \(file)")
    try bench.expect(["customer", "set", "2\u{a0}", "--city", "\u{feff}Waco"])
    #expect(
      try bench.expect("customer list --city Waco --fields cid,city --csv --no-header").output
        == "1,Waco\n2,Waco\n")
    #expect(bench.run(["customer", "set", "2", "--city", "\u{a0}"]).status == .usage)
  }
}
