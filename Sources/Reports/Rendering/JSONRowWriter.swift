import Accounts

/// An object for each row, one a line.
final class JSONRowWriter: RowWriter {
  /// What is around and between the objects.
  struct Frame {
    var open: StaticString
    var beforeFirst: StaticString
    var between: StaticString
    var after: StaticString
    var close: StaticString
    var closeEmpty: StaticString

    static let document = Frame(
      open: "[", beforeFirst: "\n", between: ",\n", after: "", close: "\n]\n", closeEmpty: "]\n")
    static let lines = Frame(
      open: "", beforeFirst: "", between: "", after: "\n", close: "", closeEmpty: "")
    static let value = Frame(
      open: "[", beforeFirst: "\n", between: ",\n", after: "", close: "\n]", closeEmpty: "]")
    static let valueOnOneLine = Frame(
      open: "[", beforeFirst: "", between: ",", after: "", close: "]", closeEmpty: "]")
  }

  private let frame: Frame
  private let output: OutputBuffer
  private var columns: [ReportColumn] = []
  /// What is before each cell, made once: `{"first":` or `,"second":`.
  private var keys: [[UInt8]] = []
  private var column = 0
  private var isEmpty = true

  init(_ frame: Frame, output: OutputBuffer) {
    self.frame = frame
    self.output = output
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    let names = Self.distinct(columns.map(\.key))
    keys = names.enumerated().map { index, name in
      let key = OutputBuffer.memory()
      key.append(index == 0 ? "{" : "," as StaticString)
      JSONText.append(name, to: key)
      key.append(UInt8(ascii: ":"))
      return key.bytes
    }
  }

  /// Of two keys of one name a reader would keep one: the second of `name` is `name_2`.
  private static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while !taken.insert("\(name)_\(number)").inserted { number += 1 }
      return "\(name)_\(number)"
    }
  }

  func text(_ bytes: CellBytes) {
    let isList = columns[column].isList
    appendKey()
    if isList {
      JSONText.append(list: bytes.split(separator: UInt8(ascii: " ")), to: output)
    } else {
      JSONText.append(bytes, to: output)
    }
  }

  func integer(_ value: Int64) {
    let kind = columns[column].kind
    appendKey()
    JSONText.append(value, as: kind, to: output)
  }

  func number(_ digits: CellBytes) {
    appendKey()
    output.append(digits)
  }

  func null() {
    appendKey()
    output.append("null" as StaticString)
  }

  func endRow() throws(OutputError) {
    assert(column == columns.count, "a row has a cell for each column")
    column = 0
    output.append(UInt8(ascii: "}"))
    output.append(frame.after)
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    if isEmpty { output.append(frame.open) }
    output.append(isEmpty ? frame.closeEmpty : frame.close)
    try output.flush()
  }

  @inline(__always)
  private func appendKey() {
    if column == 0 {
      // Not before: what fails before its first row is to write nothing.
      if isEmpty { output.append(frame.open) }
      output.append(isEmpty ? frame.beforeFirst : frame.between)
      isEmpty = false
    }
    output.append(keys[column])
    column &+= 1
  }
}
