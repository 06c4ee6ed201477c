import Engines
import Values

/// What a comparison of rows with the journal has found.
package struct RowsReport: Sendable, Equatable {
  /// Rows with a line in the journal.
  package internal(set) var rows: Int64 = 0
  package internal(set) var altered: Int64 = 0
}

/// A row that is not as its last change left it, was not as an earlier change left it when a later one wrote it,
/// or that no change added: somebody wrote it outside the journal.
package struct AlteredRow: Sendable, Equatable {
  package let record: String
  package let what: String
}

extension Store {
  /// Compares each row with the digest that its last change left in the journal, then what it was before each
  /// change with the digest of the change before that; and looks for rows that no change added. Rows that are
  /// loaded into a sample city are in no journal, so there they are not looked for.
  package func verifyRows(_ tell: (AlteredRow) throws -> Void) throws -> RowsReport {
    try reading {
      var report = RowsReport()
      /// Rows of each table that are there and have a line in the journal.
      var known: [String: Int64] = [:]
      let isSample = try isSampleCity
      func examine(_ lines: [RowLine]) throws {
        guard let line = lines.last, let table = Table.named(line.table), !isHidden(table),
          let key = RowKey.values(line.key, of: table)
        else { return }
        report.rows += 1
        let row = try table.row(key, on: connection)
        if row != nil { known[table.name, default: 0] += 1 }
        let mayBeOlder = isSample || Self.isOfNewStore(line.key, in: table)
        guard
          let fault = line.fault(row)
            ?? RowHistory(table: table, lines: lines, isOlder: mayBeOlder).fault(endingIn: row)
        else { return }
        report.altered += 1
        try tell(AlteredRow(table, key: line.key, what: fault))
      }
      var lines: [RowLine] = []
      try connection.each(RowLine.all, []) { row in
        let next = RowLine(row)
        if let line = lines.last, !line.isOfSameRow(as: next) {
          try examine(lines)
          lines.removeAll(keepingCapacity: true)
        }
        lines.append(next)
        return true
      }
      try examine(lines)
      if !isSample {
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
