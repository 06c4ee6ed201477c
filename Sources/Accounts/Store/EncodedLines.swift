/// Lines of the journal as bytes: of each row its key, and of its cells what undo and audit need.
/// An insert keeps a digest alone, for the row itself holds the rest.
public struct EncodedLines: Sendable {
  /// One line; its texts are ranges of the bytes.
  struct Line: Sendable {
    let table: Table
    let action: RowChange.Action
    let key: Range<Int>
    let before: Range<Int>?
    let after: Range<Int>?
    let digest: Range<Int>?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []

  /// Appends the line of one change; `scratch` is room for its row.
  mutating func append(_ change: RowChange, _ scratch: inout [UInt8]) {
    let key = written { RowKey.append(change.key, to: &$0) }
    var before: Range<Int>?
    var after: Range<Int>?
    switch change.action {
    case .insert: break
    case .update:
      let changed = change.changedColumns
      before = cells(change, change.before, changed)
      after = cells(change, change.after, changed)
    case .delete: before = cells(change, change.before, .max)
    }
    let digest = change.after.map { row in written { appendRowDigest(row, &scratch, to: &$0) } }
    lines.append(
      Line(
        table: change.table, action: change.action, key: key, before: before, after: after,
        digest: digest))
  }

  private mutating func cells(
    _ change: RowChange, _ side: [Datum]?, _ mask: UInt64
  ) -> Range<Int>? {
    guard let side else { return nil }
    return written { RowCells.append(side, of: change.table, mask, to: &$0) }
  }

  private mutating func written(_ write: (inout [UInt8]) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&bytes)
    return start..<bytes.count
  }

  /// The lines as rows of the journal; the first gets the number after `number`.
  func rows(of change: Int64, after number: Int64) -> [RowChange] {
    var number = number
    return lines.map { line in
      number += 1
      return RowChange(
        table: Journal.lines, before: nil,
        after: [
          .integer(change), .integer(number), .text(line.table.name), .text(text(line.key)),
          .text(line.action.rawValue), datum(line.before), datum(line.after), datum(line.digest),
        ])
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func datum(_ range: Range<Int>?) -> Datum { range.map { .text(text($0)) } ?? .null }
}

/// Makes the lines of one change, in the order in which its rows were written, and the digest
/// over them.
struct JournalEncoder: Sendable {
  private var digest: ChangeDigest
  private var scratch: [UInt8] = []

  init(previous: String) {
    digest = ChangeDigest(previous: previous)
  }

  mutating func encode(_ changes: [RowChange]) -> EncodedLines {
    var encoded = EncodedLines()
    for change in changes { encoded.append(change, &scratch) }
    digest.add(encoded)
    return encoded
  }

  /// The digest over the lines and their header.
  mutating func finish(_ header: ChangeHeader, rowCount: Int64) -> String {
    header.add(to: &digest, rowCount: rowCount)
    return digest.finish()
  }
}

extension ChangeDigest {
  fileprivate mutating func add(_ encoded: EncodedLines) {
    encoded.bytes.withUnsafeBufferPointer { bytes in
      for line in encoded.lines {
        add(line.table.name)
        add(CellBytes(rebasing: bytes[line.key]))
        add(line.action.rawValue)
        add(line.before.map { CellBytes(rebasing: bytes[$0]) })
        add(line.after.map { CellBytes(rebasing: bytes[$0]) })
        add(line.digest.map { CellBytes(rebasing: bytes[$0]) })
      }
    }
  }
}
