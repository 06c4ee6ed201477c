import Testing

@Suite("Taking in the bank's files")
struct EFTReturnsTests {
  /// A1 and A2 have drafted 44.56 and 50.00, and the file is at the bank.
  static func drafted() throws -> CommandBench {
    let bench = try CommandBench.withEFT()
    try bench.expect("setting set eft.prenote-days 0")
    bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    bench.run("eft enroll A2 --routing 021000021", input: "555666777\n")
    for line in [
      "eft export --on 2026-03-10 -o \(bench.folder)/prenotes.ach",
      "bill add B1 A1 --amount 44.56 --on 2026-03-01 --due 2026-03-05",
      "bill add B2 A2 --amount 50.00 --on 2026-03-01 --due 2026-03-05",
      "eft export --on 2026-03-11 -o \(bench.folder)/drafts.ach",
    ] {
      try bench.expect(line)
    }
    return bench
  }

  /// The entries of a file that went out, as a bank sends them back.
  static func returned(
    _ sent: String, code: String = "R01", company: String = "1987654321",
    _ edit: (Int, inout String) -> Void = { _, _ in }
  ) -> String {
    func digits(_ number: Int, _ width: Int) -> String {
      String(String(number + 10_000_000_000_000).suffix(width))
    }
    func blank(_ width: Int) -> String { String(repeating: " ", count: width) }
    var (entries, hash, debit): ([String], Int, Int) = ([], 0, 0)
    for (index, line) in sent.split(separator: "\n").filter({ $0.hasPrefix("6") }).enumerated() {
      // 26 of a checking account, 36 of a savings account.
      var entry =
        String(line.prefix(2)) + "6" + String(line.dropFirst(3).prefix(75)) + "1"
        + String(line.suffix(15))
      edit(index, &entry)
      let bank = String(entry.dropFirst(3).prefix(8))
      hash += Int(bank) ?? 0
      debit += Int(entry.dropFirst(29).prefix(10)) ?? 0
      entries += [
        entry,
        "799" + code + String(line.suffix(15)) + blank(6) + bank + blank(44) + "021000020000001",
      ]
    }
    let sums = digits(hash, 10) + digits(debit, 12) + digits(0, 12)
    var records =
      [
        "101 011000015 0210000212603120900A094101FIRST BANK             OTHER BANK             "
          + blank(8),
        "5225TESTVILLE       " + blank(20) + company + "PPDRETURNS   " + blank(6)
          + "260312   1021000020000001",
      ] + entries + [
        "8225" + digits(entries.count, 6) + sums + company + blank(25) + "021000020000001"
      ]
    let blocks = records.count / 10 + 1
    records += [
      "9000001" + digits(blocks, 6) + digits(entries.count, 8) + sums + blank(39)
    ]
    while records.count % 10 != 0 { records.append(String(repeating: "9", count: 94)) }
    return records.map { $0 + "\n" }.joined()
  }

  private func reversed(_ bench: CommandBench) throws -> Int {
    try bench.expect("payment list --all --csv").output.split(separator: "\n")
      .count { $0.contains("R01") }
  }

  @Test("a return of another amount is reported and left, and the rest of the file is taken in")
  func otherAmount() throws {
    let bench = try Self.drafted()
    let text = Self.returned(bench.text(of: "drafts.ach") ?? "") { index, entry in
      guard index == 0 else { return }
      entry = String(entry.prefix(29)) + "0000000100" + String(entry.dropFirst(39))
    }
    let path = try bench.file("returns.ach", text)
    let strict = bench.run("eft returns --from \(path) --strict")
    #expect(strict.status == .badData)
    #expect(strict.words.contains("nothing was changed"))
    #expect(try reversed(bench) == 0)
    let done = bench.run("eft returns --from \(path)")
    #expect(done.status == .someRowsFailed)
    #expect(done.words.contains("found 1.00 for trace number 011000010000003"), "\(done.words)")
    #expect(done.words.contains("expected 44.56, as in file 2 for account A1"))
    #expect(done.words.contains("2 entries: 1 applied, 0 unchanged, 1 left, 0 skipped"))
    #expect(try reversed(bench) == 1)
    let again = bench.run("eft returns --from \(path) --json")
    #expect(again.output.contains("\"rejected\"") && again.output.contains("\"unchanged\""))
  }

  @Test("what is another company's, or is no return, is counted and skipped")
  func foreign() throws {
    let bench = try Self.drafted()
    let sent = bench.text(of: "drafts.ach") ?? ""
    let foreign = try bench.file("foreign.ach", Self.returned(sent, company: "1111111111"))
    let done = try bench.expect("eft returns --from \(foreign)")
    #expect(done.words.contains("skipped: an entry of company 1111111111, not the city's"))
    #expect(done.words.contains("0 applied, 0 unchanged, 0 left, 2 skipped"))
    let own = bench.run("eft returns --from \(bench.folder)/drafts.ach")
    #expect(own.status == .badData)
    #expect(own.words.contains("found drafts for the bank"))
    #expect(try reversed(bench) == 0)
    #expect(bench.run("eft returns --from \(foreign) --strict").status == .badData)
    #expect(bench.run("eft returns --from \(foreign) --strict --keep-going").status == .usage)
  }

  @Test(
    "programs on the way may have changed marks, line ends and blanks",
    arguments: ["", "\u{feff}", "\u{feff}\u{feff}"],
    ["plain", "crlf", "trimmed", "blank line first", "blanks first", "run together"])
  func changed(mark: String, way: String) throws {
    let bench = try Self.drafted()
    let text = Self.returned(bench.text(of: "drafts.ach") ?? "")
    let made =
      switch way {
      case "crlf": text.replacing("\n", with: "\r\n")
      case "trimmed":
        text.split(separator: "\n").map { line in
          String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
      case "blank line first": "\n" + text
      case "blanks first": String(repeating: " ", count: 94) + "\n" + text
      case "run together": text.replacing("\n", with: "")
      default: text
      }
    let path = try bench.file("returns.ach", mark + made)
    try bench.expect("eft returns --from \(path)")
    #expect(try reversed(bench) == 2)
    let again = bench.run("eft returns --from -", input: mark + made)
    #expect(again.words.contains("0 applied, 2 unchanged"), "\(again)")
  }

  @Test(
    "what is no file of returns is told for what it is",
    arguments: [
      ("account,amount,code\nA1,44.56,R01\n", "a CSV file"),
      ("\u{feff}account;amount\r\nA1;44.56\r\n", "a CSV file"),
      ("account,amount,code\n", "a CSV file with only a header"),
      ("hello\n", "other text"), ("", "an empty file"), ("\u{feff}\n", "an empty file"),
      ("<html></html>", "a web page (HTML)"),
    ])
  func foreignFiles(text: String, what: String) throws {
    let bench = try CommandBench()
    let path = try bench.file("returns.ach", text)
    let result = bench.run("eft returns --from \(path)")
    #expect(result.status == .badData)
    #expect(
      result.words.contains("found \(what), expected the bank's file of returns"), "\(result)")
    #expect(!result.words.contains("damaged"))
  }

  @Test("UTF-16, as some shells write it, is named, with the command that converts it")
  func wide() throws {
    let bench = try CommandBench()
    let text: [UInt8] = Array("101 073900014\n".utf8).flatMap { [$0, 0] }
    let path = try bench.file("returns.ach", [0xFF, 0xFE] + text)
    let result = bench.run("eft returns --from \(path)")
    #expect(result.status == .badData)
    #expect(result.words.contains("found UTF-16 text, expected the bank's file"), "\(result)")
    #expect(result.words.contains("iconv -f UTF-16"), "\(result)")
  }

  @Test("the bank's header alone is told as that")
  func headerAlone() throws {
    let bench = try Self.drafted()
    let header = Self.returned(bench.text(of: "drafts.ach") ?? "").split(separator: "\n")[0]
    let path = try bench.file("returns.ach", header + "\n")
    let result = bench.run("eft returns --from \(path)")
    #expect(result.words.contains("only the header of a bank file"), "\(result)")
  }
}
