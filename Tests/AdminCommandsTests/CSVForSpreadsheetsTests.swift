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

  @Test("--delimiter parts the cells of CSV", arguments: ["semicolon", ";"])
  func delimiter(name: String) throws {
    let bench = try bench()
    let list = try bench.expect([
      "customer", "list", "--fields", "cid,name", "--csv", "--delimiter", name,
    ]).output
    #expect(list == "cid;name\n1;\"Peña; Söhne\"\n")
    #expect(bench.run("customer list --delimiter tab").status == .usage)
    #expect(bench.run("customer list --csv --delimiter x").status == .usage)
  }
}
