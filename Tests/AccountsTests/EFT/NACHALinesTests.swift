import Accounts
import Testing

@testable import Rules

@Suite("A bank's file is read however it was written down")
struct NACHALinesTests {
  private let sample = ReturnSample(items: [
    ("011000010000001", "R01", nil), ("011000010000002", "C02", "011000015"),
  ])

  private func codes(_ bytes: some Sequence<UInt8>) throws -> [String] {
    try ReturnFile(bytes).items.map(\.code)
  }

  @Test(
    "with any line end, and with none at all",
    arguments: ["\n", "\r\n", "\r", "", "\n\n", "  \r\n"])
  func lineEnds(_ end: String) throws {
    let text = sample.records.map { $0 + end }.joined()
    #expect(try codes(text.utf8) == ["R01", "C02"])
  }

  @Test("with a byte order mark in front and an end-of-file mark behind")
  func marks() throws {
    #expect(try codes([0xEF, 0xBB, 0xBF] + sample.text.utf8 + [0x1A]) == ["R01", "C02"])
  }

  @Test("with the blanks at the end of records cut off, and without the nines that fill it")
  func trimmed() throws {
    let lines = sample.records.filter { $0 != String(repeating: "9", count: 94) }.map { record in
      var record = record
      while record.hasSuffix(" ") { record.removeLast() }
      return record
    }
    #expect(lines.contains { $0.utf8.count < 94 })
    #expect(try codes(lines.joined(separator: "\n").utf8) == ["R01", "C02"])
    #expect(
      try codes((sample.records.dropLast(3).joined() + (lines.last ?? "")).utf8) == ["R01", "C02"])
  }

  @Test("with a name that is not ASCII, counted in bytes or in characters")
  func names() throws {
    var inCharacters = sample.records
    inCharacters[2] = inCharacters[2].replacing("CUSTOMER 1 ", with: "CHÁVEZ ÑÑ  ")
    #expect(try codes(inCharacters.joined(separator: "\n").utf8) == ["R01", "C02"])
    var inBytes = sample.records
    inBytes[2] = inBytes[2].replacing("CUSTOMER 1 ", with: "CHÁVEZ    ")
    #expect(inBytes[2].utf8.count == 94)
    #expect(try codes(inBytes.joined(separator: "\n").utf8) == ["R01", "C02"])
  }

  @Test("with no-break blanks, in UTF-8 and in Latin-1", arguments: ["\n", ""])
  func noBreakBlanks(_ end: String) throws {
    let text = sample.records.map { $0 + end }.joined()
    #expect(try codes(text.replacing(" ", with: "\u{a0}").utf8) == ["R01", "C02"])
    #expect(try codes(text.utf8.map { $0 == 0x20 ? 0xA0 : $0 }) == ["R01", "C02"])
    let trailing = sample.records.map { record in
      let kept = record.utf8.count - record.utf8.reversed().prefix { $0 == 0x20 }.count
      return String(record.prefix(kept)) + String(repeating: "\u{a0}", count: 3) + "\n"
    }
    if !end.isEmpty { #expect(try codes(trailing.joined().utf8) == ["R01", "C02"]) }
  }

  @Test("several files in one, each with its own sums")
  func files() throws {
    let other = ReturnSample(items: [("011000010000003", "R02", nil)], cents: 999)
    #expect(try codes((sample.text + other.text).utf8) == ["R01", "C02", "R02"])
    let unfilled = sample.records.filter { $0 != String(repeating: "9", count: 94) }
    #expect(
      try codes((unfilled + other.records).joined(separator: "\r\n").utf8)
        == ["R01", "C02", "R02"])
    var wrong = other.records
    wrong[5] = wrong[5].replacing("000000000999", with: "000000000998")
    #expect(throws: NACHAFault.self) { try codes((sample.records + wrong).joined().utf8) }
  }

  @Test("several batches in one file")
  func batches() throws {
    let records = sample.records
    let batch = Array(records[1...6])
    let control =
      "9000002000002" + "00000008" + "0008400008" + "000000008360" + "000000000000"
      + String(repeating: " ", count: 39)
    let text = ([records[0]] + batch + batch + [control]).joined(separator: "\n")
    #expect(try codes(text.utf8) == ["R01", "C02", "R01", "C02"])
  }

  @Test("digits that are missing at the end of a record are damage, not blanks")
  func digits() {
    var records = sample.records
    records[3] = String(records[3].dropLast(2))
    let fault = #expect(throws: NACHAFault.self) {
      try ReturnFile(records.joined(separator: "\n").utf8)
    }
    #expect(fault?.description == "record 4: found 92 characters, expected 94")
  }
}
