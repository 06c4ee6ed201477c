import Values

/// Lines of the journal as bytes: each row's key, and the cells that undo and audit need. An insert
/// keeps only a digest, because the row itself has the rest.
package struct EncodedLines: Sendable {
  /// One line; its texts are ranges of the bytes.
  package struct Line: Sendable {
    package let table: Table
    package let action: RowChange.Action
    package let key: Range<Int>
    package let before: Range<Int>?
    package let after: Range<Int>?
    package let digest: Range<Int>?

    package init(
      table: Table, action: RowChange.Action, key: Range<Int>, before: Range<Int>?,
      after: Range<Int>?, digest: Range<Int>?
    ) {
      self.table = table
      self.action = action
      self.key = key
      self.before = before
      self.after = after
      self.digest = digest
    }
  }

  /// The journal's table of lines.
  package static let table = Table(
    "change_row", keyCount: 2,
    [
      .column(Int64.self, "change", []), .column(Int64.self, "number", []),
      .column(String.self, "table_name", []), .column(String.self, "row_key", []),
      .column(String.self, "action", []), .column(String?.self, "before", []),
      .column(String?.self, "after", []), .column(String?.self, "digest", []),
    ])

  package private(set) var bytes: [UInt8] = []
  package private(set) var lines: [Line] = []

  package init() {}

  package mutating func written(_ write: (inout [UInt8]) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&bytes)
    return start..<bytes.count
  }

  /// The lines as rows of the journal; the first gets the number after `number`.
  package func rows(of change: Int64, after number: Int64) -> [RowChange] {
    var number = number
    return lines.map { line in
      number += 1
      return RowChange(
        table: Self.table, before: nil,
        after: [
          .integer(change), .integer(number), .text(line.table.name), .text(text(line.key)),
          .text(line.action.rawValue), datum(line.before), datum(line.after), datum(line.digest),
        ])
    }
  }

  package mutating func append(_ line: Line) { lines.append(line) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func datum(_ range: Range<Int>?) -> Datum { range.map { .text(text($0)) } ?? .null }
}
