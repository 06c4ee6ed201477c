import Engines
import Values

/// What a comparison of rows with the journal has found.
package struct RowsReport: Sendable, Equatable {
  /// Rows with a line in the journal.
  package internal(set) var rows: Int64 = 0
  package internal(set) var altered: Int64 = 0
}

/// A row that is not as its last change left it, or that no change wrote: somebody wrote it outside the
/// journal.
package struct AlteredRow: Sendable, Equatable {
  package let record: String
  package let what: String
}

extension Store {
  /// Compares each row with the digest that its last change left in the journal, and looks for rows that no
  /// change wrote. Rows that are loaded into a sample city are in no journal, so there only the first is done.
  package func verifyRows(_ tell: (AlteredRow) throws -> Void) throws -> RowsReport {
    try reading {
      var report = RowsReport()
      /// Rows of each table that are there and have a line in the journal.
      var known: [String: Int64] = [:]
      func examine(_ line: LastLine) throws {
        guard let table = Table.named(line.table), !isHidden(table),
          let key = RowKey.values(line.key, of: table)
        else { return }
        report.rows += 1
        let row = try table.row(key, on: connection)
        if row != nil { known[table.name, default: 0] += 1 }
        guard let fault = line.fault(row) else { return }
        report.altered += 1
        try tell(AlteredRow(table, key: line.key, what: fault))
      }
      var last: LastLine?
      try connection.each(LastLine.all, []) { row in
        let next = LastLine(row)
        if let line = last, !line.isOfSameRow(as: next) { try examine(line) }
        last = next
        return true
      }
      if let last { try examine(last) }
      if try !isSampleCity {
        for table in EntityCatalogue.tables
        where !EntityCatalogue.followsFromOthers(table) && !isHidden(table) {
          try findUnknown(in: table, beyond: known[table.name] ?? 0, &report, tell)
        }
      }
      return report
    }
  }

  /// A server keeps secrets from most of those who ask; without them no digest is right.
  private func isHidden(_ table: Table) -> Bool {
    guard case .server = location else { return false }
    return table.columns.contains { $0.type == .secret }
  }
}

extension AlteredRow {
  init(_ table: Table, key: String, what: String) {
    self.init(record: "\(table.name) \(key.replacing("\t", with: " "))", what: what)
  }
}

/// A line of the journal, in the order of the rows that the lines describe.
private struct LastLine {
  static let all = Statement(
    """
    SELECT table_name, row_key, change, action, digest FROM change_row \
    ORDER BY table_name, row_key, change, number
    """)

  let table: String
  let key: String
  let change: Int64
  let isRemoval: Bool
  let digest: String

  init(_ row: any BorrowedRow) {
    func text(_ index: Int) -> String {
      row.isNull(index) ? "" : String(decoding: row.text(index), as: UTF8.self)
    }
    table = text(0)
    key = text(1)
    change = row.integer(2)
    isRemoval = text(3) == RowChange.Action.delete.rawValue
    digest = text(4)
  }

  func isOfSameRow(as other: LastLine) -> Bool { table == other.table && key == other.key }

  /// What is wrong with the row as it is; nil if nothing is.
  func fault(_ row: [Datum]?) -> String? {
    guard let row else {
      return isRemoval ? nil : "it is missing, although change \(change) left it in place"
    }
    if isRemoval { return "it exists, although change \(change) removed it" }
    return rowDigest(row) == digest ? nil : "it differs from what change \(change) left"
  }
}
