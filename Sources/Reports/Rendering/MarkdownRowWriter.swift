import Accounts

/// A table as GitHub and others show it.
final class MarkdownRowWriter: RowWriter {
  private let options: RenderingOptions
  private let output: OutputBuffer
  private var columns: [ReportColumn] = []
  private var column = 0

  init(options: RenderingOptions, output: OutputBuffer) {
    self.options = options
    self.output = output
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    guard options.header else { return }
    for column in columns { text(column.title) }
    try endRow()
    for column in columns { cell(column.kind.isNumber ? "---:" : "---") }
    try endRow()
  }

  func text(_ bytes: CellBytes) {
    cell(MarkdownText.escaped(TerminalText.sanitized(bytes)))
  }

  func integer(_ value: Int64) { cell(columns[column].display(value)) }

  func integer(_ value: Int64, as kind: ColumnType) { cell(kind.display(value)) }

  func null() { cell("") }

  func endRow() throws(OutputError) {
    assert(column == columns.count, "a row has a cell for each column")
    column = 0
    output.append(" |\n" as StaticString)
    try output.check()
  }

  func finish(note: String?) throws(OutputError) { try output.flush() }

  private func cell(_ markdown: String) {
    output.append(column == 0 ? "| " : " | " as StaticString)
    output.append(markdown)
    column += 1
  }
}

/// Text that Markdown shows as it is.
enum MarkdownText {
  /// Escapes what would end a cell or be taken for markup. An underscore within a word is none.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "_")
      where index > 0 && index + 1 < bytes.count && isWord(bytes[index - 1])
        && isWord(bytes[index + 1]):
        break
      case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "["),
        UInt8(ascii: "&"):
        result.append(UInt8(ascii: "\\"))
      default: break
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 48 <= 9 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
