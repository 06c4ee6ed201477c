import Accounts

@testable import Ledger
@testable import Rules
@testable import Values

/// A file by records and positions from 1.
struct Lines {
  let lines: [String]

  init(_ text: String?) { lines = (text ?? "").split(separator: "\n").map(String.init) }

  subscript(_ index: Int) -> Places { Places(line: index < lines.count ? lines[index] : "") }
  var entries: [Places] { lines.filter { $0.hasPrefix("6") }.map(Places.init) }
}

/// A record whose places count from 1.
struct Places {
  let line: String

  subscript(_ range: ClosedRange<Int>) -> String {
    let bytes = Array(line.utf8)
    guard range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[(range.lowerBound - 1)...(range.upperBound - 1)], as: UTF8.self)
  }
}

extension Office {
  /// A city that sends files to its bank.
  static func sending(on day: String = "2026-03-02") throws -> Office {
    let office = try bank(on: day)
    for (name, value) in [
      ("eft.company-name", "Testville"), ("eft.company-id", "1987654321"),
      ("eft.odfi", "011000015"), ("eft.odfi-name", "First Bank"),
    ] {
      try office.run(SetSetting.self, ["name": name, "value": value])
    }
    return office
  }

  /// A city with money to draft: 500 owes 41.80 on 2026-03-12.
  static func drafting() throws -> Office {
    let office = try sending()
    try office.enroll(["type": "savings"])
    try office.run(
      AddBill.self,
      ["bill": "B1", "account": "500", "on": "2026-02-20", "due": "2026-03-12", "amount": "41.80"])
    return office
  }

  @discardableResult
  func export(on day: String) throws -> String? {
    do {
      return try store.change(by: author) { change in
        let file = try BankFile(on: CivilDate(day), in: change)
        return file.text == nil ? .discard(nil) : .commit(file.text)
      }.value
    } catch RuleError.rejected(let rejection) {
      throw rejection
    }
  }

  func lastChange() throws -> Int64 { try store.number("SELECT max(change) FROM change") }

  /// The text of a file that was written before.
  func again(_ file: Int64) throws -> String? {
    try store.change(by: author) { .commit(try BankFile(again: file, in: $0).text) }.value
  }

  /// The bank sends one entry back.
  func takeBack(
    _ trace: String, _ code: String, _ corrected: String? = nil, on day: String, cents: Int = 4180
  ) throws {
    var sample = ReturnSample(items: [(trace, code, corrected)], cents: cents)
    if try enrollment()[EFTEnrollment.type] == .savings { sample.transactionCode = "36" }
    let file = try ReturnFile(sample.text.utf8)
    let change = try store.beginChange(author)
    for item in file.items { try change.perform(RecordReturn(item, on: CivilDate(day))) }
    try change.commit()
  }
}
