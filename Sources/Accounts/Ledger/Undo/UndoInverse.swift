import Engines
import Values

/// What an undo leaves as it is, and why.
struct UndoRemains {
  var outside = IrrevocableEffects()
  /// The last entry that the change gave to a file for the bank.
  var lastEntry: Int64?
  var secretsGone: Int64 = 0
  /// Numbers of drafts' payments that count again.
  private(set) var draftsBack: [Int64] = []

  /// - Parameter before: nil where the row is gone.
  mutating func add(_ before: [Datum]?, _ after: [Datum], in table: Table) {
    guard table === Payment.table else { return }
    let payment = Row<Payment>(values: after)
    let counted = before.map { Row<Payment>(values: $0)[Payment.reversedOn] == nil } ?? false
    guard payment[Payment.method] == .eft, payment[Payment.reversedOn] == nil, !counted else {
      return
    }
    draftsBack.append(payment[Payment.payment])
  }
}

extension Undo {
  /// The row change that takes one line back; nil if the row stays as it is.
  mutating func inverse(of line: JournalLine) throws -> RowChange? {
    let table = try line.table()
    let current = try rows.row(of: table, try line.key(in: table))
    switch line.action {
    case .insert:
      if let current,
        let kept = remains.outside.remains(
          of: current, in: table, on: store.today, remains.lastEntry)
      {
        guard kept != current else { return nil }
        return RowChange(table: table, before: current, after: kept)
      }
      if table === EFTEntry.table {
        remains.lastEntry = max(remains.lastEntry ?? 0, current?[0].integer ?? 0)
      }
      // One that was restored without its mails may be undone once more.
      if current == nil, Self.isPosted(table) { return nil }
      let row = try unmoved(current, line)
      try refuseOrphans(of: table, row, line)
      return RowChange(table: table, before: row, after: nil)
    case .update:
      // The contents of a file for the bank stay, because the bank may have them; only whether it
      // is in effect changes.
      if table === EFTFile.table, !isUndo { return nil }
      if let current, OutboxMessage.hasLeft(current, of: table),
        try line.writes([OutboxMessage.status.info])
      {
        throw try sentMail(line)
      }
      let row = try unwritten(current, line, in: table)
      var restored = row
      try restore(line, to: &restored, of: table)
      guard restored != row else { return nil }
      remains.outside.addWithdrawn(row, restored, in: table)
      remains.add(row, restored, in: table)
      try requireParents(of: table, restored, unless: row, line)
      return RowChange(table: table, before: row, after: restored)
    case .delete:
      if current != nil { throw try moved(line, "exists again") }
      if isUndo, Self.isPosted(table) {
        remains.secretsGone += 1
        return nil
      }
      var restored = [Datum](repeating: .null, count: table.columns.count)
      try restore(line, to: &restored, of: table)
      try requireParents(of: table, restored, unless: nil, line)
      remains.add(nil, restored, in: table)
      return RowChange(table: table, before: nil, after: restored)
    }
  }

  /// Rows that go to a citizen with a secret in them.
  private static func isPosted(_ table: Table) -> Bool {
    table === OutboxMessage.table || table === Token.table || table === Registration.table
  }

  /// Restores the cells that the journal has.
  private func restore(_ line: JournalLine, to row: inout [Datum], of table: Table) throws {
    for (column, value) in try line.cells(line.before, in: table) {
      guard column.type != .secret || value.isNull else {
        throw try secretGone(line, from: table)
      }
      row[column.index] = value
    }
  }

  private func unmoved(_ current: [Datum]?, _ line: JournalLine) throws -> [Datum] {
    guard let current else { throw try moved(line, "no longer exists") }
    guard rowDigest(current) == line.digest else {
      throw try moved(line, "was changed", from: current)
    }
    return current
  }

  private func requireParents(
    of table: Table, _ row: [Datum], unless current: [Datum]?, _ line: JournalLine
  ) throws {
    for reference in EntityCatalogue.references(of: table) {
      let key = row[reference.column.index]
      if key.isNull || current?[reference.column.index] == key { continue }
      guard try rows.row(of: reference.parent, [key]) == nil else { continue }
      throw Rejection(
        .movedSince, field: reference.column.option,
        found: "\(Table.words(reference.parent.name)) \(key), which no longer exists",
        expected: "the \(Table.words(reference.parent.name)) that \(line.record) belongs to",
        remedy: "undo the change that removed it first; see `change list`")
    }
  }

  private func refuseOrphans(of table: Table, _ row: [Datum], _ line: JournalLine) throws {
    for reference in EntityCatalogue.references(to: table) {
      guard let key = try rows.child(reference, of: row[0]) else { continue }
      throw try builtOn(line, row, reference, key)
    }
  }
}
