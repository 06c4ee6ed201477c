import Ledger

/// The records of a NACHA file: the one place that knows where a field stands. Positions count
/// from 1, as the published layouts do.
enum NACHALayout: CaseIterable {
  case fileHeader, batchHeader, entry, returnAddenda, changeAddenda, batchControl, fileControl

  static let recordLength = 94
  static let blockingFactor = 10

  /// A field of a record.
  struct Field: Sendable {
    let name: String
    let start: Int
    let length: Int
    /// Digits, filled with zeros from the left; others are filled with blanks from the right.
    let isNumber: Bool
    let constant: String?

    var end: Int { start + length - 1 }
  }

  var fields: [Field] { Self.tables[self] ?? [] }

  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  private static func number(_ name: String, _ start: Int, _ end: Int) -> Field {
    Field(name: name, start: start, length: end - start + 1, isNumber: true, constant: nil)
  }
  private static func text(_ name: String, _ start: Int, _ end: Int) -> Field {
    Field(name: name, start: start, length: end - start + 1, isNumber: false, constant: nil)
  }
  private static func constant(_ name: String, _ start: Int, _ end: Int, _ value: String) -> Field {
    Field(name: name, start: start, length: end - start + 1, isNumber: false, constant: value)
  }

  private static let tables: [NACHALayout: [Field]] = [
    .fileHeader: [
      constant("record type", 1, 1, "1"), constant("priority code", 2, 3, "01"),
      text("immediate destination", 4, 13), text("immediate origin", 14, 23),
      text("file creation date", 24, 29), text("file creation time", 30, 33),
      text("file ID modifier", 34, 34), constant("record size", 35, 37, "094"),
      constant("blocking factor", 38, 39, "10"), constant("format code", 40, 40, "1"),
      text("destination name", 41, 63), text("origin name", 64, 86),
      text("reference code", 87, 94),
    ],
    .batchHeader: [
      constant("record type", 1, 1, "5"), number("service class code", 2, 4),
      text("company name", 5, 20), text("discretionary data", 21, 40),
      text("company ID", 41, 50), text("standard entry class", 51, 53),
      text("entry description", 54, 63), text("descriptive date", 64, 69),
      text("effective entry date", 70, 75), text("settlement date", 76, 78),
      text("originator status code", 79, 79), number("originating DFI", 80, 87),
      number("batch number", 88, 94),
    ],
    .entry: [
      constant("record type", 1, 1, "6"), number("transaction code", 2, 3),
      number("receiving DFI", 4, 11), number("check digit", 12, 12),
      text("DFI account number", 13, 29), number("amount", 30, 39),
      text("individual ID", 40, 54), text("individual name", 55, 76),
      text("discretionary data", 77, 78), number("addenda indicator", 79, 79),
      number("trace number", 80, 94),
    ],
    .returnAddenda: [
      constant("record type", 1, 1, "7"), constant("addenda type", 2, 3, "99"),
      text("return reason code", 4, 6), number("original trace number", 7, 21),
      text("date of death", 22, 27), number("original receiving DFI", 28, 35),
      text("addenda information", 36, 79), number("trace number", 80, 94),
    ],
    .changeAddenda: [
      constant("record type", 1, 1, "7"), constant("addenda type", 2, 3, "98"),
      text("change code", 4, 6), number("original trace number", 7, 21),
      text("reserved", 22, 27), number("original receiving DFI", 28, 35),
      text("corrected data", 36, 64), text("reserved 2", 65, 79), number("trace number", 80, 94),
    ],
    .batchControl: [
      constant("record type", 1, 1, "8"), number("service class code", 2, 4),
      number("entry count", 5, 10), number("entry hash", 11, 20), number("total debit", 21, 32),
      number("total credit", 33, 44), text("company ID", 45, 54),
      text("message authentication code", 55, 73), text("reserved", 74, 79),
      number("originating DFI", 80, 87), number("batch number", 88, 94),
    ],
    .fileControl: [
      constant("record type", 1, 1, "9"), number("batch count", 2, 7), number("block count", 8, 13),
      number("entry count", 14, 21), number("entry hash", 22, 31), number("total debit", 32, 43),
      number("total credit", 44, 55), text("reserved", 56, 94),
    ],
  ]

  /// A record with what is given, in the bank's letters already (`ACHText`); files from before that was
  /// so had a ? for any other, and are written again with the same bytes. A number that does not fit loses its left end, as the entry hash
  /// is meant to, a text its right end.
  func record(_ values: [String: String]) -> String {
    var record = ""
    for field in fields {
      let value = (field.constant ?? values[field.name] ?? "").uppercased()
      let bytes = value.unicodeScalars.map {
        (0x20..<0x7F).contains($0.value) ? Character($0) : "?"
      }
      let kept = field.isNumber ? bytes.suffix(field.length) : bytes.prefix(field.length)
      let filling = String(
        repeating: field.isNumber ? "0" : " ", count: field.length - kept.count)
      record += field.isNumber ? filling + String(kept) : String(kept) + filling
    }
    return record
  }
}
