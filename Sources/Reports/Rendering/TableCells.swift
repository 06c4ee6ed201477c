import Accounts

/// Sanitized cells that are not written yet, in one run of bytes.
struct TableCells {
  private struct Cell {
    let end: Int
    let width: Int
  }

  private var bytes: [UInt8] = []
  private var cells: [Cell] = []

  var count: Int { cells.count }

  /// Appends a cell and returns its width on the terminal.
  @discardableResult
  mutating func append(_ text: CellBytes) -> Int {
    if text.allSatisfy({ $0 &- 0x20 < 0x5F }) {
      bytes.append(contentsOf: text)
      cells.append(Cell(end: bytes.count, width: text.count))
      return text.count
    }
    return append(sanitized: TerminalText.sanitized(text))
  }

  @discardableResult
  mutating func append(sanitized text: String) -> Int {
    bytes.append(contentsOf: text.utf8)
    let width = TerminalText.width(text)
    cells.append(Cell(end: bytes.count, width: width))
    return width
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  func width(_ index: Int) -> Int { cells[index].width }

  /// One word with a digit in it, which is no address: an account number, a serial, a day.
  func isCode(_ index: Int) -> Bool {
    withBytes(index) { text in
      text.contains { (0x30...0x39).contains($0) }
        && !text.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "@") }
    }
  }

  func append(_ index: Int, to output: OutputBuffer) {
    withBytes(index) { output.append($0) }
  }

  func append(_ index: Int, cutTo width: Int, isUnicode: Bool, to output: OutputBuffer) {
    withBytes(index) {
      let text = String(decoding: $0, as: UTF8.self)
      output.append(TerminalText.cut(text, to: width, isUnicode: isUnicode))
    }
  }

  func text(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  private func withBytes<Value>(
    _ index: Int, _ body: (CellBytes) -> Value
  ) -> Value {
    let begin = index == 0 ? 0 : cells[index - 1].end
    return bytes.withCellBytes {
      body(CellBytes(rebasing: $0[begin..<cells[index].end]))
    }
  }
}
