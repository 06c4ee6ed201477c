import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

/// A bank's file as the published layouts draw it, put together by hand and not by the program's
/// own table.
struct ReturnSample {
  /// Trace, code and, for a correction, what is right.
  var items: [(trace: String, code: String, corrected: String?)]
  /// Of every return; a correction has none.
  var cents = 4180
  var company = "1987654321"
  var account = "123456789"
  var bank = "021000021"
  /// The utility account.
  var individualID = "500"
  var transactionCode = "26"

  var records: [String] {
    let entries = items.flatMap { item in
      let trace = String(repeating: "0", count: 15 - item.trace.count) + item.trace
      let tail = item.corrected.map { pad($0, 29) + blank(15) } ?? blank(44)
      let lead = "6" + transactionCode + bank + pad(account, 17)
      return [
        lead + pad0(item.corrected == nil ? cents : 0, 10) + pad(individualID, 15)
          + pad("CUSTOMER 1", 22) + "  " + "1" + "021000020000001",
        "7" + (item.corrected == nil ? "99" : "98") + item.code + trace + blank(6) + bank.prefix(8)
          + tail + "021000020000001",
      ]
    }
    let count = items.count
    let debit = items.count { $0.corrected == nil } * cents
    let hash = count * (Int(bank.prefix(8)) ?? 0)
    let sums = pad0(count * 2, 6) + pad0(hash, 10) + pad0(debit, 12) + pad0(0, 12)
    let body =
      [
        "101" + " 011000015" + " 021000021" + "260313" + "0900" + "A" + "094" + "10" + "1"
          + pad("FIRST BANK", 23) + pad("OTHER BANK", 23) + blank(8),
        "5200" + pad("TESTVILLE", 16) + blank(20) + company + "PPD" + pad("RETURNS", 10)
          + blank(6) + "260313" + "072" + "1" + "02100002" + "0000001",
      ] + entries + [
        "8200" + sums + company + blank(19) + blank(6) + "02100002" + "0000001"
      ]
    let blocks = (body.count + 1 + 9) / 10
    let control =
      "9" + pad0(1, 6) + pad0(blocks, 6) + pad0(count * 2, 8) + String(sums.dropFirst(6))
      + blank(39)
    let padding = blocks * 10 - body.count - 1
    return body + [control]
      + Array(repeating: String(repeating: "9", count: 94), count: padding)
  }

  var text: String { records.joined(separator: "\r\n") + "\r\n" }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count)
  }
  private func pad0(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: width - text.count) + text
  }
  private func blank(_ width: Int) -> String { String(repeating: " ", count: width) }
}

@Suite("Files from the bank", .onBothEngines)
struct ReturnFileTests {
  private let sample = ReturnSample(items: [
    ("011000010000001", "R01", nil), ("011000010000002", "C02", "011000015"),
  ])

  @Test("returns and corrections are read by their positions")
  func read() throws {
    #expect(sample.records.allSatisfy { $0.utf8.count == 94 })
    let file = try ReturnFile(sample.text.utf8)
    #expect(file.items.map(\.trace) == ["011000010000001", "011000010000002"])
    #expect(file.items.map(\.code) == ["R01", "C02"])
    #expect(file.items.map { $0.corrected?.prefix(9) } == [nil, "011000015"])
    #expect(file.items.map(\.createdOn.description) == ["2026-03-13", "2026-03-13"])
    #expect(file.items.map { $0.amount?.description } == ["41.80", "0.00"])
    #expect(file.skipped.isEmpty)
  }

  /// Record (from 1), place (from 1), what a damage puts there, and the words that tell it.
  @Test(
    "a damaged file is refused with record and position",
    arguments: [
      (1, 1, "5", "record 1, positions 1-1"), (1, 35, "080", "record 1, positions 35-37"),
      (1, 24, "269913", "record 1, positions 24-29"), (3, 4, "12", "record 7, positions 11-20"),
      (3, 30, "00A", "record 3, positions 30-39"), (3, 39, "9", "record 7, positions 21-32"),
      (3, 79, "0", "record 3, positions 79-79"),
      (7, 5, "000009", "record 7, positions 5-10"), (8, 2, "000002", "record 8, positions 2-7"),
      (8, 8, "000009", "record 8, positions 8-13"), (8, 22, "1", "record 8, positions 22-31"),
      (9, 1, "6", "record 9"), (5, 1, "7", "record 7, positions 11-20"),
    ])
  func damage(_ record: Int, _ place: Int, _ text: String, _ words: String) {
    var records = sample.records
    var line = Array(records[record - 1].utf8)
    line.replaceSubrange((place - 1)..<(place - 1 + text.utf8.count), with: text.utf8)
    records[record - 1] = String(decoding: line, as: UTF8.self)
    let fault = #expect(throws: NACHAFault.self) {
      try ReturnFile(records.joined(separator: "\n").utf8)
    }
    #expect(fault?.description.hasPrefix(words) == true, "\(fault?.description ?? "")")
  }

  @Test("an entry without return addenda is skipped and reported")
  func passedOver() throws {
    var records = sample.records
    records[3] = records[3].replacing("799R01", with: "705ABC")
    let file = try ReturnFile(records.joined(separator: "\n").utf8)
    #expect(file.items.map(\.code) == ["C02"])
    #expect(file.skipped.map(\.record) == [3])
    #expect(file.skipped.allSatisfy { $0.phrase.contains("neither a return") })
  }

  @Test("a file that is cut anywhere is refused")
  func cut() {
    let records = sample.records
    for count in 0..<8 {
      #expect(throws: NACHAFault.self) {
        try ReturnFile(records.prefix(count).joined(separator: "\n").utf8)
      }
    }
    let text = records.joined(separator: "\n")
    #expect(throws: NACHAFault.self) { try ReturnFile(text.utf8.dropLast(5)) }
  }

  @Test(
    "corrections change what their code says, from the places that it has",
    arguments: [
      ("C01", "987654321", "021000021 4321 checking"),
      ("C02", "011000015", "011000015 6789 checking"),
      ("C03", "011000015   987654321", "011000015 4321 checking"),
      ("C05", "37", "021000021 6789 savings"),
      ("C06", "987654321           37", "021000021 4321 savings"),
      ("C07", "011000015987654321        37", "011000015 4321 savings"),
      ("C04", "SOMEBODY ELSE", "021000021 6789 checking"),
    ])
  func corrections(_ code: String, _ corrected: String, _ expected: String) throws {
    let office = try Office.sending()
    try office.enroll()
    let sent = Lines(try office.export(on: "2026-03-02"))
    let trace = sent.entries[0][80...94]
    try office.takeBack(trace, code, corrected, on: "2026-03-03")
    let row = try office.enrollment()
    #expect(
      "\(row[EFTEnrollment.routing]) \(row[EFTEnrollment.lastFour]) \(row[EFTEnrollment.type])"
        == expected)
    #expect(row[EFTEnrollment.state] == .prenotePending)
    let number = try office.store.books().openBankAccount(
      row[EFTEnrollment.bankAccount], of: AccountNumber("500"))
    #expect(number == (expected.contains("4321") ? "987654321" : "123456789"))
  }

  @Test("the same return again changes nothing; a trace that nobody knows is refused")
  func again() throws {
    let office = try Office.sending()
    try office.enroll()
    try office.export(on: "2026-03-02")
    let file = try ReturnFile(
      ReturnSample(
        items: [("011000010000001", "R04", nil), ("011000010000009", "R04", nil)], cents: 0
      ).text.utf8)
    let day = try CivilDate("2026-03-03")
    let change = try office.store.beginChange(author)
    #expect(try !change.perform(RecordReturn(file.items[0], on: day)).isUnchanged)
    #expect(try change.perform(RecordReturn(file.items[0], on: day)).isUnchanged)
    #expect(throws: RuleError.self) { try change.perform(RecordReturn(file.items[1], on: day)) }
    change.rollback()
  }
}
