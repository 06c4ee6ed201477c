import Ledger
package import Values

/// Why a file of the bank is not what it should be, and where.
package struct NACHAFault: Error, CustomStringConvertible {
  package let description: String

  init(record: Int, _ field: NACHALayout.Field? = nil, found: String, expected: String) {
    let place = field.map { ", positions \($0.start)-\($0.end) (\($0.name))" } ?? ""
    description = "record \(record)\(place): found \(found), expected \(expected)"
  }
}

/// What the bank sends back: returned entries and corrections, checked against the file's own
/// counts, hash and totals.
package struct ReturnFile: Sendable {
  /// An entry that came back.
  package struct Item: Sendable {
    /// Where it stands in the file.
    package let record: Int
    package let trace: String
    package let code: String
    /// For a correction, what is right; it may hold a bank account and is never shown.
    let corrected: String?
  }

  package private(set) var items: [Item] = []
  package private(set) var createdOn: CivilDate?

  package init(_ text: String) throws(NACHAFault) {
    var reader = ReturnReader(text)
    try reader.read()
    items = reader.items
    createdOn = reader.createdOn
  }
}

/// Goes through a file, record by record.
private struct ReturnReader {
  private let lines: [Substring]
  private(set) var items: [ReturnFile.Item] = []
  private(set) var createdOn: CivilDate?
  private var batch: Sums?
  private var file = Sums()
  private var batches: Int64 = 0
  private var entry: String?

  /// What a control record must say.
  private struct Sums {
    var count: Int64 = 0
    var hash: Int64 = 0
    var debit: Int64 = 0
    var credit: Int64 = 0

    mutating func add(_ other: Sums) {
      count += other.count
      hash += other.hash
      debit += other.debit
      credit += other.credit
    }
  }

  init(_ text: String) {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  mutating func read() throws(NACHAFault) {
    guard !lines.isEmpty else {
      throw NACHAFault(record: 1, found: "an empty file", expected: "a file header")
    }
    var isEnded = false
    for (index, line) in lines.enumerated() {
      let number = index + 1
      try checkLength(line, number)
      if isEnded {
        guard line.allSatisfy({ $0 == "9" }) else {
          throw NACHAFault(
            record: number, found: "a record after the file control", expected: "nines to the end")
        }
        continue
      }
      isEnded = try take(String(line), number)
    }
    guard isEnded else {
      throw NACHAFault(
        record: lines.count + 1, found: "the end of the file",
        expected: "a file control record (9): the file is cut short")
    }
  }

  private func checkLength(_ line: Substring, _ number: Int) throws(NACHAFault) {
    guard line.utf8.count == NACHALayout.recordLength,
      line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
    else {
      throw NACHAFault(
        record: number, found: "\(line.utf8.count) characters",
        expected: "\(NACHALayout.recordLength) plain ones")
    }
  }

  /// Answers whether it was the file's control.
  private mutating func take(_ line: String, _ number: Int) throws(NACHAFault) -> Bool {
    switch (line.first, batch != nil, entry != nil, number) {
    case ("1", false, false, 1): try header(line)
    case ("5", false, false, 2...): batch = Sums()
    case ("6", true, false, _): try entry(line, number)
    case ("7", true, true, _): try addenda(line, number)
    case ("8", true, false, _): try batchControl(line, number)
    case ("9", false, false, 2...):
      try fileControl(line, number)
      return true
    default:
      let type = NACHALayout.fileHeader.fields.first
      throw NACHAFault(
        record: number, type, found: "\(line.prefix(1))",
        expected: number == 1
          ? "1, a file header"
          : entry != nil
            ? "7, the addenda of the entry before"
            : batch == nil
              ? "5 or 9, a batch or the file's end" : "6 or 8, an entry or the batch's end")
    }
    return false
  }

  private mutating func header(_ line: String) throws(NACHAFault) {
    let layout = NACHALayout.fileHeader
    try checkConstants(line, layout, 1)
    let text = value(line, layout, "file creation date")
    createdOn = CivilDate(
      iso: "20\(text.prefix(2))-\(text.dropFirst(2).prefix(2))-\(text.suffix(2))")
    guard createdOn != nil else {
      throw NACHAFault(
        record: 1, layout.field("file creation date"), found: text, expected: "a date as YYMMDD")
    }
  }

  private mutating func entry(_ line: String, _ number: Int) throws(NACHAFault) {
    let layout = NACHALayout.entry
    let code = try integer(line, layout, "transaction code", number)
    let amount = try integer(line, layout, "amount", number)
    batch?.count += 1
    let bank = try integer(line, layout, "receiving DFI", number)
    batch?.hash += bank
    // The second digit tells credits (1-4) from debits (6-9).
    if code % 10 >= 5 { batch?.debit += amount } else { batch?.credit += amount }
    guard try integer(line, layout, "addenda indicator", number) == 1 else {
      throw NACHAFault(
        record: number, layout.field("addenda indicator"), found: "0",
        expected: "1: what comes back has addenda")
    }
    entry = line
  }

  private mutating func addenda(_ line: String, _ number: Int) throws(NACHAFault) {
    let types: [String: (NACHALayout, String, Character)] = [
      "99": (.returnAddenda, "return reason code", "R"), "98": (.changeAddenda, "change code", "C"),
    ]
    let type = value(line, .returnAddenda, "addenda type")
    guard let (layout, codeName, letter) = types[type] else {
      throw NACHAFault(
        record: number, NACHALayout.returnAddenda.field("addenda type"), found: type,
        expected: "99, a return, or 98, a correction")
    }
    let code = value(line, layout, codeName)
    guard code.first == letter, code.count == 3, code.dropFirst().allSatisfy(\.isNumber) else {
      throw NACHAFault(
        record: number, layout.field(codeName), found: code, expected: "\(letter) and two digits")
    }
    _ = try integer(line, layout, "original trace number", number)
    items.append(
      ReturnFile.Item(
        record: number, trace: value(line, layout, "original trace number"), code: code,
        corrected: type == "98" ? raw(line, layout, "corrected data") : nil))
    batch?.count += 1
    entry = nil
  }

  private mutating func batchControl(_ line: String, _ number: Int) throws(NACHAFault) {
    guard let sums = batch else { return }
    try check(line, .batchControl, number, sums)
    file.add(sums)
    batches += 1
    batch = nil
  }

  private func fileControl(_ line: String, _ number: Int) throws(NACHAFault) {
    let layout = NACHALayout.fileControl
    try check(line, layout, number, file)
    try compare(line, layout, "batch count", number, batches)
    let factor = NACHALayout.blockingFactor
    try compare(line, layout, "block count", number, Int64((number + factor - 1) / factor))
  }

  private func check(
    _ line: String, _ layout: NACHALayout, _ number: Int, _ sums: Sums
  ) throws(NACHAFault) {
    try compare(line, layout, "entry count", number, sums.count)
    try compare(line, layout, "entry hash", number, sums.hash % 10_000_000_000)
    try compare(line, layout, "total debit", number, sums.debit)
    try compare(line, layout, "total credit", number, sums.credit)
  }

  private func compare(
    _ line: String, _ layout: NACHALayout, _ name: String, _ number: Int, _ sum: Int64
  ) throws(NACHAFault) {
    let found = try integer(line, layout, name, number)
    guard found == sum else {
      throw NACHAFault(
        record: number, layout.field(name), found: "\(found)",
        expected: "\(sum), as the records before give")
    }
  }

  private func checkConstants(
    _ line: String, _ layout: NACHALayout, _ number: Int
  ) throws(NACHAFault) {
    for field in layout.fields {
      guard let constant = field.constant else { continue }
      let found = value(line, layout, field.name)
      guard found == constant else {
        throw NACHAFault(record: number, field, found: found, expected: constant)
      }
    }
  }

  private func integer(
    _ line: String, _ layout: NACHALayout, _ name: String, _ number: Int
  ) throws(NACHAFault) -> Int64 {
    let text = value(line, layout, name)
    guard text.utf8.allSatisfy(isDigit), let value = Int64(text) else {
      throw NACHAFault(record: number, layout.field(name), found: text, expected: "digits")
    }
    return value
  }

  private func value(_ line: String, _ layout: NACHALayout, _ name: String) -> String {
    let text = raw(line, layout, name)
    return String(text.prefix { $0 == " " }.isEmpty ? text[...] : text.drop { $0 == " " })
      .trimmedRight
  }

  private func raw(_ line: String, _ layout: NACHALayout, _ name: String) -> String {
    guard let field = layout.field(name) else { return "" }
    return String(decoding: Array(line.utf8)[(field.start - 1)..<field.end], as: UTF8.self)
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmedRight: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
