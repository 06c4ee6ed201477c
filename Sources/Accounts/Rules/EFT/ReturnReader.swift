import Ledger
import Values

/// Goes through a file of the bank, record by record. Sources: Nacha Operating Rules, Appendix Three
/// (record formats), Appendix Four (return entries) and Appendix Five (notifications of change).
struct ReturnReader {
  private let records: [NACHARecord]
  private(set) var items: [ReturnFile.Item] = []
  private(set) var skipped: [ReturnFile.Skipped] = []
  private var createdOn: CivilDate?
  private var batch: Batch?
  private var file = NACHASums()
  private var batches: Int64 = 0
  /// The record with which the current file begins.
  private var first = 1

  /// The batch that is being read.
  private struct Batch {
    let company: String
    var sums = NACHASums()
    var entry: NACHARecord?
    /// Whether the entry's addenda have said what it is.
    var isTold = true
  }

  init(_ records: [NACHARecord]) { self.records = records }

  mutating func read() throws(NACHAFault) {
    guard !records.isEmpty else {
      throw NACHAFault(record: 1, found: "an empty file", expected: "a file header")
    }
    var isEnded = false
    for record in records {
      if isEnded {
        if record.isFiller { continue }
        guard record.type == "1" else {
          throw NACHAFault(
            record: record.number, found: "a record after the file control",
            expected: "nines to the end, or the header of another file")
        }
        begin(at: record)
      }
      isEnded = try take(record)
    }
    guard isEnded else {
      throw NACHAFault(
        record: records.count + 1, found: "the end of the file",
        expected: "a file control record (9): the file is truncated")
    }
  }

  /// Banks put the files of several days, or of several companies, into one.
  private mutating func begin(at record: NACHARecord) {
    first = record.number
    createdOn = nil
    file = NACHASums()
    batches = 0
  }

  /// Answers whether it was the file's control.
  private mutating func take(_ record: NACHARecord) throws(NACHAFault) -> Bool {
    switch (record.type, batch != nil, createdOn != nil) {
    case ("1", false, false): try header(record)
    case ("5", false, true): batch = Batch(company: record.value(.batchHeader, "company ID"))
    case ("6", true, _): try entry(record)
    case ("7", true, _) where batch?.entry != nil: try addenda(record)
    case ("8", true, _): try batchControl(record)
    case ("9", false, true):
      try fileControl(record)
      return true
    default:
      let expected =
        createdOn == nil
        ? "1, a file header"
        : batch == nil
          ? "5 or 9, a batch or the file's end" : "6 or 8, an entry or the batch's end"
      throw NACHAFault(
        record: record.number, NACHALayout.fileHeader.fields.first, found: "\(record.type)",
        expected: expected)
    }
    return false
  }

  private mutating func header(_ record: NACHARecord) throws(NACHAFault) {
    let layout = NACHALayout.fileHeader
    try record.checkConstants(layout)
    let text = record.value(layout, "file creation date")
    createdOn = CivilDate(
      iso: "20\(text.prefix(2))-\(text.dropFirst(2).prefix(2))-\(text.suffix(2))")
    guard createdOn != nil else {
      throw NACHAFault(
        record: record.number, layout.field("file creation date"), found: text,
        expected: "a date as YYMMDD")
    }
  }

  private mutating func entry(_ record: NACHARecord) throws(NACHAFault) {
    skipUntold()
    try batch?.sums.add(entry: record)
    batch?.entry = record
    batch?.isTold = false
  }

  /// An entry on its way to a bank, as our own file has them, has no addenda that say what was returned.
  private mutating func skipUntold() {
    guard let entry = batch?.entry, batch?.isTold == false else { return }
    skip(entry, "an entry that is neither a return nor a correction")
  }

  private mutating func skip(_ record: NACHARecord, _ phrase: String) {
    skipped.append(ReturnFile.Skipped(record: record.number, phrase: phrase))
  }

  private mutating func addenda(_ record: NACHARecord) throws(NACHAFault) {
    guard let entry = batch?.entry else { return }
    guard try entry.integer(.entry, "addenda indicator") == 1 else {
      throw NACHAFault(
        record: entry.number, NACHALayout.entry.field("addenda indicator"), found: "0",
        expected: "1: addenda follow")
    }
    batch?.sums.count += 1
    switch record.value(.returnAddenda, "addenda type") {
    case "99": add(record, .returnAddenda, "return reason code", of: entry)
    case "98": add(record, .changeAddenda, "change code", of: entry)
    // Addenda 02, 05 and 10 to 18 tell more of an entry, and nothing of its return.
    default: break
    }
  }

  private mutating func add(
    _ record: NACHARecord, _ layout: NACHALayout, _ code: String, of entry: NACHARecord
  ) {
    guard let batch, let createdOn else { return }
    // The second digit tells credits (1-4) from debits (6-9).
    let kind = Int(entry.value(.entry, "transaction code")) ?? 0
    items.append(
      ReturnFile.Item(
        record: record.number, trace: record.value(layout, "original trace number"),
        code: record.value(layout, code),
        corrected: layout == .changeAddenda ? record.raw(layout, "corrected data") : nil,
        company: batch.company,
        amount: Int64(entry.value(.entry, "amount")).map { Money(units: $0) },
        isDebit: kind % 10 >= 5, transactionCode: kind,
        individualID: entry.value(.entry, "individual ID"),
        bankAccount: entry.value(.entry, "DFI account number"),
        banks: [
          entry.value(.entry, "receiving DFI"), record.value(layout, "original receiving DFI"),
        ], createdOn: createdOn))
    self.batch?.isTold = true
  }

  private mutating func batchControl(_ record: NACHARecord) throws(NACHAFault) {
    skipUntold()
    guard let sums = batch?.sums else { return }
    try sums.check(record, .batchControl)
    file.add(sums)
    batches += 1
    batch = nil
  }

  private func fileControl(_ record: NACHARecord) throws(NACHAFault) {
    let layout = NACHALayout.fileControl
    try file.check(record, layout)
    try NACHASums.compare(record, layout, "batch count", batches)
    let factor = NACHALayout.blockingFactor
    let count = record.number - first + 1
    try NACHASums.compare(
      record, layout, "block count", Int64((count + factor - 1) / factor))
  }
}
