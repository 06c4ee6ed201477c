import Testing

@testable import AdminCommands

@Suite("What waits today", .onBothEngines)
struct TodayTests {
  private func rows(_ bench: CommandBench) throws -> [String] {
    try bench.rows("today --fields waiting,items,since,command")
  }

  @Test("printed commands name the store that the line has named, in every format; files do not")
  func typedStore() throws {
    let bench = try CommandBench()
    try bench.expect("request add --subject Water --text Brown --email ana@example.com")
    let line = "today --store \(bench.store)"
    let command = "ubadmin request list --status open"
    let table = try bench.expect(line).output
    #expect(table.contains("\(command) --store \(WordQuoting.line([bench.store]))\n"), "\(table)")
    #expect(try bench.expect("today").output.contains(command + "\n"))
    for format in ["csv", "tsv", "json", "ndjson", "markdown"] {
      let printed = try bench.expect(line + " -O \(format)").output
      #expect(printed.contains("\(command) --store"), "\(printed)")
    }
    try bench.expect("\(line) -O table -o \(bench.folder)/today.txt")
    #expect(bench.text(of: "today.txt")?.contains("--store") == false)
  }

  @Test("a correction that the bank asks for waits until the next entry goes out")
  func corrections() throws {
    let bench = try EFTReturnsTests.drafted()
    let row =
      "bank corrections to make,1,2026-03-12,ubadmin eft list --corrections"
    #expect(try !rows(bench).contains(row))
    let sent = try #require(bench.text(of: "drafts.ach"))
    let back = try Self.correction(ofFirst: sent, name: "MARY STONE")
    try bench.expect("eft returns --from \(bench.file("back.ach", back))")
    #expect(try rows(bench).contains(row))
    let listed = try bench.expect("eft list --corrections --csv --no-header --fields account")
    #expect(listed.output == "A1\n")
    try bench.expect("bill add B3 A1 --amount 10.00 --on 2026-03-08 --due 2026-03-09")
    try bench.expect("eft export --on 2026-03-12 -o \(bench.folder)/more.ach")
    #expect(try !rows(bench).contains { $0.hasPrefix("bank corrections") })
    #expect(try bench.expect("eft list --corrections --csv --no-header").output.isEmpty)
  }

  @Test("a correction that was not applied waits, too, whatever code the bank sends after it")
  func correctionsOfOneEntry() throws {
    let bench = try EFTReturnsTests.drafted()
    let sent = try #require(bench.text(of: "drafts.ach"))
    func take(_ code: String, _ words: String) throws -> [String] {
      let back = try Self.correction(ofFirst: sent, code: code, name: words)
      try bench.expect("eft returns --from \(bench.file("back.ach", back))")
      return try rows(bench).filter { $0.hasPrefix("bank corrections") }
    }
    #expect(try take("C01", "987654321").isEmpty)
    // The bank's own correction is corrected.
    #expect(try take("C01", "987654322").count == 1)
    #expect(try take("C01", "987654322").count == 1)
    #expect(
      try bench.expect("eft list --corrections --csv --no-header --fields account").output == "A1\n"
    )
    #expect(try take("C04", "MARY STONE").count == 1)
    try bench.expect("bill add B3 A1 --amount 10.00 --on 2026-03-08 --due 2026-03-09")
    try bench.expect("eft export --on 2026-03-12 -o \(bench.folder)/more.ach")
    #expect(try bench.expect("eft list --corrections --csv --no-header").output.isEmpty)
  }

  /// A notification of change for the first entry of a file.
  private static func correction(
    ofFirst sent: String, code: String = "C04", name: String
  ) throws -> String {
    let entry = try #require(sent.split(separator: "\n").first { $0.hasPrefix("6") })
    let back = EFTReturnsTests.returned(String(entry), code: code) { _, entry in
      entry = String(entry.prefix(29)) + "0000000000" + entry.dropFirst(39)
    }
    return back.replacing("PPDRETURNS", with: "CORRETURNS").split(separator: "\n").map { line in
      guard line.hasPrefix("799") else { return line + "\n" }
      let corrected = name + String(repeating: " ", count: 29 - name.count)
      return "798" + line.dropFirst(3).prefix(32) + corrected + line.dropFirst(64) + "\n"
    }.joined()
  }

  @Test("on a terminal, no kind of work is cut")
  func whole() throws {
    let bench = try CommandBench(on: "2026-11-29", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 200")
    for columns in [80, 100, 120] {
      let terminal = TerminalFacts(outputIsTerminal: true, columns: columns)
      let shown = bench.run(["today", "--no-pager"], terminal: terminal)
      #expect(shown.status == .done)
      #expect(!shown.output.contains("…"), "\(columns): \(shown)")
    }
  }

  @Test("each count is that of the list which its command shows")
  func counts() throws {
    let bench = try CommandBench(on: "2026-11-29", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 200")
    for row in try rows(bench) {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let command = cells[3].dropFirst("ubadmin ".count)
      guard !command.hasPrefix("store doctor") else { continue }
      let list = try bench.expect("\(command) --csv --no-header --limit 0").output
      #expect(list.split(separator: "\n").count == Int(cells[1]), "\(row)")
    }
  }

  @Test("of another day or an earlier moment, each command shows what was counted")
  func otherDays() throws {
    let bench = try CommandBench(on: "2026-11-29", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 100")
    try bench.expect("setting set mail.sender c@example.org")
    try bench.expect("user register aa@example.net --first A --last B")
    let service = try bench.expect(
      "service list --status active --csv --no-header --fields account,code --limit 1"
    ).output.split(separator: "\n")[0].split(separator: ",")
    try bench.expect("service stop \(service[0]) \(service[1]) --on 2026-12-04")
    for option in ["--as-of 2026-12-20", "--as-of 2026-10-15", "--at 1"] {
      let all = try bench.expect("today \(option) --csv --no-header --fields items,command").output
      for row in all.split(separator: "\n") where !row.contains("store doctor") {
        let cells = row.split(separator: ",").map(String.init)
        let command = cells[1].dropFirst("ubadmin ".count)
        let list = try bench.expect("\(command) --csv --no-header --limit 0").output
        #expect(list.split(separator: "\n").count == Int(cells[0]), "\(option): \(row)")
      }
    }
    #expect(try rows(bench).contains { $0.hasSuffix(",ubadmin mail list --status waiting") })
  }

  @Test("what the doctor finds quickly is counted, and the command shows just that")
  func problems() throws {
    let bench = try CommandBench(on: "2026-03-10")
    try bench.file("file", "")
    try bench.expect([
      "report", "schedule", "add", "owed", "report aged-balances", "--folder",
      bench.folder + "/file",
    ])
    #expect(try !rows(bench).contains { $0.hasPrefix("problems") })
    #expect(bench.run("report schedule run owed").status == .someRowsFailed)
    #expect(
      try rows(bench).contains("problems found,1,,ubadmin store doctor --quick")
    )
    let shown = bench.run("store doctor --quick")
    #expect(shown.output.contains("report owed"), "\(shown)")
  }
}
