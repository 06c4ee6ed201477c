import Engines
import Values

extension EncodedLines {
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
    append(
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
    encoded.bytes.withCellBytes { bytes in
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
