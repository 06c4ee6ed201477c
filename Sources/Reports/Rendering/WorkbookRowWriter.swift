import Accounts
import Glibc

/// Rows on a sheet, typed, under a bold heading that stays in view; where a sheet is full, the rows
/// go on on another. Text is never a formula or a number: leading zeros stay.
@safe
final class WorkbookRowWriter: RowWriter {
  /// Source: support.microsoft.com, "Excel specifications and limits".
  static let mostRows: UInt32 = 1_048_576
  static let mostLetters = 32_767
  private static let widest = 60
  /// A double is exact for any number of this many digits.
  private static let largest = 999_999_999_999_999

  private let options: RenderingOptions
  private let output: OutputBuffer
  private let name: String
  private let isPart: Bool
  private let rowsOfSheet: UInt32
  private var book: Workbook?
  private var sheet: WorkbookLibrary.Handle?
  private var columns: [ReportColumn] = []
  private var widths: [Int] = []
  private var row: UInt32 = 0
  private var column = 0
  private var failure: OutputError?

  /// A workbook of one list or report.
  init(options: RenderingOptions, output: OutputBuffer, rowsOfSheet: UInt32 = mostRows) {
    self.options = options
    self.output = output
    self.rowsOfSheet = rowsOfSheet
    let isReport = options.title.hasPrefix("report ")
    name = isReport ? String(options.title.dropFirst("report ".count)) : options.title
    isPart = false
  }

  /// A sheet of a workbook that has others.
  init(sheet name: String, of book: Workbook, options: RenderingOptions) {
    self.options = options
    self.name = name
    self.book = book
    output = book.output
    isPart = true
    rowsOfSheet = Self.mostRows
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    widths = columns.map { _ in 8 }
    if book == nil { book = try Workbook(for: output) }
    try beginSheet()
  }

  private func beginSheet() throws(OutputError) {
    guard let book else { return }
    let sheet = try unsafe book.sheet(named: name)
    unsafe self.sheet = sheet
    row = 0
    _ = unsafe book.library.ignoreErrors(sheet, WorkbookLibrary.numberStoredAsText, "A1:XFD1048576")
    guard options.header else { return }
    for (index, head) in columns.enumerated() {
      column = index
      unsafe string(
        head.title, head.kind.isNumber ? book.formats.numberHeading : book.formats.heading)
    }
    column = 0
    row = 1
    unsafe book.library.freezePanes(sheet, 1, 0)
  }

  func text(_ bytes: CellBytes) {
    let text = String(decoding: bytes, as: UTF8.self)
    let kind = columns[column].kind
    if kind == .date || kind == .timestamp, let serial = WorkbookDay.serial(text) {
      unsafe put(text.utf8.count, serial, kind == .date ? book?.formats.date : book?.formats.time)
    } else {
      unsafe string(text, nil)
    }
    column += 1
  }

  func integer(_ value: Int64) { integer(value, as: columns[column].kind) }

  func integer(_ value: Int64, as kind: ColumnType) {
    defer { column += 1 }
    let shown = kind.display(value)
    guard kind != .boolean else {
      return unsafe writing {
        unsafe $0.writeBoolean($1, row, UInt16(column), value == 0 ? 0 : 1, nil)
      }
    }
    guard value.magnitude <= Self.largest else { return unsafe string(shown, nil) }
    switch kind {
    case .money: unsafe put(shown.utf8.count, Double(value) / 100, book?.formats.money)
    case .quantity: unsafe put(shown.utf8.count, Double(value) / 1000, nil)
    default: unsafe put(shown.utf8.count, Double(value), nil)
    }
  }

  func number(_ digits: CellBytes) {
    let text = String(decoding: digits, as: UTF8.self)
    if let number = Double(text), number.isFinite {
      unsafe put(text.utf8.count, number, nil)
    } else {
      unsafe string(text, nil)
    }
    column += 1
  }

  func null() { column += 1 }

  func endRow() throws(OutputError) {
    if let failure { throw failure }
    column = 0
    row += 1
    guard row == rowsOfSheet else { return }
    setWidths()
    try beginSheet()
  }

  func finish(note: String?) throws(OutputError) {
    if let failure { throw failure }
    setWidths()
    guard !isPart, let book else { return }
    try writeOrigin(to: book)
    try book.finish()
  }

  /// A second sheet, so that the first has nothing but the rows.
  private func writeOrigin(to book: Workbook) throws(OutputError) {
    guard !options.command.isEmpty else { return }
    let sheet = WorkbookRowWriter(sheet: "about", of: book, options: options)
    try sheet.begin([
      ReportColumn("field", title: "Field", kind: .text),
      ReportColumn("value", title: "Value", kind: .text),
    ])
    for (label, value) in [("Command", options.command), ("As of", options.asOf)] {
      sheet.text(label)
      sheet.text(value)
      try sheet.endRow()
    }
    try sheet.finish(note: nil)
  }

  private func setWidths() {
    for (index, width) in widths.enumerated() {
      let width = Double(min(width, Self.widest) + 2)
      unsafe writing { unsafe $0.setColumn($1, UInt16(index), UInt16(index), width, nil) }
    }
  }

  private func put(_ width: Int, _ number: Double, _ format: WorkbookLibrary.Handle?) {
    widths[column] = max(widths[column], width)
    unsafe writing { unsafe $0.writeNumber($1, row, UInt16(column), number, format) }
  }

  private func string(_ text: String, _ format: WorkbookLibrary.Handle?) {
    guard text.unicodeScalars.count <= Self.mostLetters else {
      failure = failure ?? OutputError(.write, name: output.name, code: E2BIG)
      return
    }
    // The library's texts end at a NUL.
    let text = text.utf8.contains(0) ? TerminalText.sanitized(text) : text
    widths[column] = max(widths[column], TerminalText.width(text))
    unsafe writing { unsafe $0.writeString($1, row, UInt16(column), text, format) }
  }

  private func writing(_ body: (WorkbookLibrary, WorkbookLibrary.Handle) -> Int32) {
    guard failure == nil, let library = book?.library, let sheet = unsafe sheet else { return }
    errno = 0
    guard unsafe body(library, sheet) != 0 else { return }
    failure = OutputError(.write, name: output.name, code: errno == 0 ? EIO : errno)
  }
}

/// Days as workbooks count them: 1 is the first of January 1900, and a day that never was, the 29th of
/// February 1900, counts, too.
enum WorkbookDay {
  /// Of 2026-11-23, or of 2026-11-23 08:05:09 with the part of the day behind the point.
  /// Nil for what is neither, or before March 1900.
  static func serial(_ text: String) -> Double? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let first = parts.first, first.utf8.count == 10,
      let day = try? CivilDate(String(first)), "\(day)" == first
    else { return nil }
    let days = Int(day.daysSince1970) + 25_569
    guard days > 60 else { return nil }
    guard parts.count == 2 else { return Double(days) }
    let numbers = parts[1].split(separator: ":").map { Int($0) }
    guard numbers.count == 3, let hours = numbers[0], let minutes = numbers[1],
      let seconds = numbers[2]
    else { return nil }
    return Double(days) + Double((hours * 60 + minutes) * 60 + seconds) / 86_400
  }
}
