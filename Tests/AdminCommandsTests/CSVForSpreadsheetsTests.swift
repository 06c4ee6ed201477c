import Testing

@testable import AdminCommands

/// CSV as spreadsheets want it.
@Suite("CSV for spreadsheets")
struct CSVForSpreadsheetsTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect(["customer", "add", "1", "--name", "Peña; Söhne"])
    return bench
  }

  @Test("--bom begins CSV with a byte order mark, in a file and on a page too")
  func mark() throws {
    let bench = try bench()
    let plain = try bench.expect("customer list --csv").output
    #expect(!plain.hasPrefix("\u{feff}"))
    #expect(try bench.expect("customer list --csv --bom").output == "\u{feff}" + plain)
    try bench.expect("customer list --bom -o \(bench.folder)/out.csv")
    #expect(bench.text(of: "out.csv")?.unicodeScalars.first == "\u{feff}")
    #expect(
      try bench.expect("customer show 1 --csv --bom").output.unicodeScalars.filter {
        $0 == "\u{feff}"
      }.count == 1)
    let wrong = bench.run("customer list --json --bom")
    #expect(wrong.status == .usage)
  }

  @Test("csv-bom in the configuration does the same, for CSV alone")
  func configured() throws {
    let bench = try bench()
    bench.environment["UBADMIN_CSV_BOM"] = "yes"
    #expect(try bench.expect("customer list --csv").output.unicodeScalars.first == "\u{feff}")
    #expect(try bench.expect("customer list --json").output.unicodeScalars.first == "[")
    bench.environment["UBADMIN_CSV_BOM"] = "perhaps"
    #expect(bench.run("customer list --csv").status == .configuration)
  }

  @Test("what -O tsv writes is not taken as it stands, and CSV with tabs comes back as it was")
  func tabs() throws {
    let bench = try bench()
    try bench.expect(["customer", "add", "2", "--name", "\\n Co"])
    let list = bench.folder + "/list.tsv"
    let command = "customer set --from \(list) --delimiter tab"
    try bench.expect("customer list -O tsv --fields cid,name --output \(list)")
    let refused = bench.run(command)
    #expect(refused.status == .badData)
    #expect(refused.words.contains("list.tsv:3: name: found \\\\n Co, expected"), "\(refused)")
    #expect(refused.words.contains("`--csv --delimiter tab`"), "\(refused)")
    #expect(try bench.expect("customer show 2 --json").output.contains(#""\\n Co""#))
    // The clerk knows better.
    let rows = try bench.file("own.tsv", "cid\tname\n2\tA\\tB\n")
    try bench.expect("customer set --from \(rows) --delimiter tab --accept unusual")
    // No such output has a single backslash before another letter.
    let paths = try bench.file("paths.tsv", "cid\tname\n2\tC:\\new\\users\n")
    try bench.expect("customer set --from \(paths) --delimiter tab")
  }

  @Test("a template and the bad rows of a file begin with the mark, too")
  func templateAndRejects() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "cid,name\n1,Other\n")
    let rejects = bench.folder + "/bad.csv"
    func marks() throws -> [Bool] {
      let template = try bench.expect("customer set --csv-template").output
      _ = bench.run("customer add --from \(rows) --rejects \(rejects)")
      return [template, bench.text(of: "bad.csv") ?? ""].map {
        $0.unicodeScalars.first == "\u{feff}"
      }
    }
    #expect(try marks() == [false, false])
    bench.environment["UBADMIN_CSV_BOM"] = "yes"
    #expect(try marks() == [true, true])
    let mended = bench.run("customer set --from \(rejects)")
    #expect(mended.status == .done, "\(mended)")
  }

  @Test("--bom is for the bad rows, too, and what a template does nothing with is refused")
  func rejectsAlone() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "cid,name\n1,Other\n")
    let rejects = bench.folder + "/bad.csv"
    #expect(
      bench.run("customer add --from \(rows) --rejects \(rejects) --bom").status == .badData)
    #expect(bench.text(of: "bad.csv")?.unicodeScalars.first == "\u{feff}")
    for option in ["--json", "--no-header", "--format tsv"] {
      #expect(bench.run("customer add --csv-template \(option)").status == .usage, "\(option)")
    }
  }

  @Test("no CSV goes into a file that is named for a workbook")
  func workbookNames() throws {
    let bench = try bench()
    let rows = try bench.file("in.csv", "cid,name\n1,Other\n")
    let path = bench.folder + "/out.xlsx"
    for line in [
      "customer add --csv-template -o \(path)", "customer list --csv -o \(path)",
      "customer add --from \(rows) --keep-going --rejects \(path)",
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .usage, "\(refused)")
      #expect(refused.words.contains("found a name for xlsx, but the format is csv"), "\(refused)")
      #expect(bench.text(of: "out.xlsx") == nil, "\(line)")
    }
    try bench.expect("customer add --csv-template --csv -o \(bench.folder)/out.csv")
  }

  @Test("a report is verified as it was made, whatever the configuration says by then")
  func verified() throws {
    let bench = try bench()
    for made in ["yes", "no"] {
      bench.environment["UBADMIN_CSV_BOM"] = made
      try bench.expect("customer list -o \(bench.folder)/\(made).csv --provenance")
      bench.environment["UBADMIN_CSV_BOM"] = made == "yes" ? "no" : "yes"
      let verified = try bench.expect("report verify \(bench.folder)/\(made).csv --json").output
      #expect(verified.contains("\"report\":\"same\""), "\(verified)")
    }
    bench.environment["UBADMIN_FORMAT"] = "tsv"
    try bench.expect("customer list -o \(bench.folder)/list --provenance")
    bench.environment["UBADMIN_FORMAT"] = "json"
    try bench.expect("report verify \(bench.folder)/list")
  }

  @Test("with --no-escape-formulas, text comes back as it was, even with an apostrophe of its own")
  func formulas() throws {
    let bench = try bench()
    try bench.expect(["customer", "set", "1", "--name", "'=1+1"])
    for option in ["", " --no-escape-formulas"] {
      let list = try bench.expect("customer list --fields cid,name --csv" + option).output
      #expect(list.hasSuffix(option.isEmpty ? "1,''=1+1\n" : "1,'=1+1\n"), "\(list)")
      let line = "customer set --from \(try bench.file("out.csv", list))" + option
      #expect(try bench.expect(line).words.contains("0 applied, 1 unchanged"))
    }
    let bad = try bench.file("bad.csv", "cid,name\n1,'=2\n9,'=3\n")
    let left = bench.run(
      "customer set --from \(bad) --no-escape-formulas --keep-going --rejects \(bench.folder)/r.csv"
    )
    #expect(left.words.contains("r.csv --no-escape-formulas`"), "\(left)")
    #expect(try bench.expect("customer show 1 --fields name --csv").output.contains("''=2"))
  }

  @Test("--delimiter parts the cells of CSV", arguments: ["semicolon", ";"])
  func delimiter(name: String) throws {
    let bench = try bench()
    let list = try bench.expect([
      "customer", "list", "--fields", "cid,name", "--csv", "--delimiter", name,
    ]).output
    #expect(list == "cid;name\n1;\"Peña; Söhne\"\n")
    let template = try bench.expect("note add --csv-template --delimiter \(name)").output
    #expect(template == "kind;key;text\n")
    #expect(bench.run("customer list --delimiter tab").status == .usage)
    #expect(bench.run("customer list --csv --delimiter x").status == .usage)
  }
}
