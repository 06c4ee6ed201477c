import Glibc
import Testing

@testable import AdminCommands

/// LibreOffice, for what a spreadsheet makes of a workbook.
enum LibreOffice {
  /// Where nothing is to be skipped, a missing program is a failure.
  static let isHere =
    access("/usr/bin/soffice", X_OK) == 0 || getenv("CI") != nil

  /// Writes the first sheet of each workbook as NAME.csv into a folder: cells as they are, not as they
  /// are shown.
  static func convert(_ workbooks: [String], into folder: String) throws {
    let script = """
      profile=$(mktemp -d) && trap 'rm -rf "$profile"' EXIT
      soffice --headless "-env:UserInstallation=file://$profile" --convert-to \
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false' --outdir "$@"
      """
    let ended = try ChildProcess.run(
      ["/bin/sh", "-c", script, "sh", folder] + workbooks)
    guard ended.status == 0 else { throw TestFailure(ended.output) }
  }
}

@Suite("Workbooks")
struct WorkbookTests {
  @Test(
    "a spreadsheet finds the figures, days and texts that CSV has",
    .enabled(
      if: LibreOffice.isHere, "skipped: LibreOffice (libreoffice-calc-nogui) is not installed")
  )
  func likeCSV() throws {
    let bench = try CommandBench()
    try bench.expect(["customer", "add", "007", "--name", "=1+2", "--phone", "515-555-0101"])
    try bench.expect(["customer", "add", "8", "--name", "Zoé \"Z\" Müller, 東京"])
    try bench.expect("location add L1 --address Elm --route 01 --cycle 7")
    try bench.expect("account open 0000123 --cid 007 --location L1 --on 2024-02-29")
    try bench.expect("service-type add 1000 --name WATER --unit GAL --metered yes")
    try bench.expect("meter add 00042 --unit GAL --dials 6")
    try bench.expect(
      "service start 0000123 WATER --on 2024-02-29 --meter 00042 --reading 0")
    try bench.expect("read add 00042 --on 2024-03-31 --reading 1234.125 --accept unusual")
    try bench.expect(
      "payment post 0000123 --amount 1234.50 --on 2024-04-02 --method cash --accept unusual")
    try bench.expect("payment post 0000123 --amount 0.07 --on 2026-03-10 --method check")
    let lists = [
      "customer list", "account list", "payment list", "read list", "service list", "meter list",
      "report consumption --by account,month", "change list --fields change,at,operator",
    ]
    let names = lists.indices.map { "list\($0)" }
    for (name, list) in zip(names, lists) {
      try bench.expect("\(list) -o \(bench.folder)/\(name).xlsx")
    }
    try LibreOffice.convert(names.map { "\(bench.folder)/\($0).xlsx" }, into: bench.folder)
    for (name, list) in zip(names, lists) {
      let asCSV = try bench.expect("\(list) --csv --no-header --no-escape-formulas").output
      let converted = try #require(bench.text(of: name + ".csv"))
      #expect(Self.rows(converted).dropFirst() == Self.rows(asCSV)[...], "\(list)")
    }
  }

  /// The lines of CSV in one spelling: a workbook groups the digits of amounts, and has no time zones.
  private static func rows(_ csv: String) -> [String] {
    csv.replacing(/"(\d+),(\d+\.\d\d)"/) { "\($0.1)\($0.2)" }
      .replacing(/(\d\d)T(\d\d:\d\d:\d\d)Z/) { "\($0.1) \($0.2)" }
      .split(separator: "\n").map(String.init)
  }

  @Test("the same rows give the same bytes")
  func same() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("customer list -o \(bench.folder)/a.xlsx --provenance")
    try bench.expect("customer list -o \(bench.folder)/b.xlsx")
    #expect(bench.bytes(of: "a.xlsx") == bench.bytes(of: "b.xlsx"))
    try bench.expect("report verify \(bench.folder)/a.xlsx")
  }

  @Test("no workbook goes to a terminal")
  func terminal() throws {
    let bench = try CommandBench()
    let terminal = TerminalFacts(outputIsTerminal: true)
    let refused = bench.run(["customer", "list", "-O", "xlsx"], terminal: terminal)
    #expect(refused.status == .usage)
    #expect(refused.words == "ubadmin: a terminal cannot show xlsx\n  add -o FILE.xlsx\n")
    #expect(bench.run("customer list -O xlsx").output.hasPrefix("PK"))
  }

  @Test("a page has a sheet of fields and one for each of its tables")
  func page() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("customer show 1 -o \(bench.folder)/page.xlsx")
    #expect(bench.bytes(of: "page.xlsx")?.prefix(2) == [0x50, 0x4B])
  }

  @Test("a workbook is not written under a name for text, nor text under one for a workbook")
  func names() throws {
    let bench = try CommandBench()
    for (format, name) in [("xlsx", "a.csv"), ("csv", "a.xlsx")] {
      let refused = bench.run("customer list -O \(format) -o \(bench.folder)/\(name)")
      #expect(refused.status == .usage, "\(refused)")
      #expect(refused.words.contains("but the format is \(format)"), "\(refused)")
      #expect(bench.bytes(of: name) == nil)
    }
  }
}
