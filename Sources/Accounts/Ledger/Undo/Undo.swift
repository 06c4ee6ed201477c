package import Engines
import Values

/// What an undo did.
package struct Undone: Sendable, Equatable {
  /// The number of the undo, itself a change; nil in a dry run and where the change was already
  /// undone.
  package internal(set) var change: Int64?
  package let rows: Int64
  /// The earlier undo that still stands.
  package let alreadyBy: Int64?
  /// What had left the house and cannot be called back.
  package var outside = OutsideReach()
  /// Mails and links that were taken back with their secrets and do not come again.
  package var secretsGone: Int64 = 0
}

extension Store {
  /// Takes back a committed change, whole or not at all, where every field that it wrote is still as
  /// the change left it. An undo is a change, so it can be undone too. `body` sees each row as it is restored.
  /// - Parameter leavesOutside: what left the house by the change, a file for the bank or a mail, is
  ///   known and stays outside; otherwise it stops the undo with `OutsideReach`.
  @discardableResult
  package func undo(
    change number: Int64, author: Author, isDryRun: Bool = false, leavesOutside: Bool = false,
    _ body: (RowChange) throws -> Void = { _ in }
  ) throws -> Undone {
    var undo: Undo?
    do {
      // What a dry run has shown cannot be shown anew.
      var (undone, change) = try change(by: author, isDryRun: isDryRun, retries: !isDryRun) {
        transaction in
        let summary = try undoable(number)
        if let earlier = summary.undoneBy {
          return .discard(Undone(change: nil, rows: 0, alreadyBy: earlier))
        }
        transaction.undoing(number)
        var attempt = Undo(
          change: number, isUndo: summary.undoes != nil, transaction: transaction, store: self)
        defer { undo = attempt }
        try attempt.run(body)
        if !leavesOutside, !attempt.outside.isEmpty { throw attempt.outside }
        return .commit(
          Undone(
            change: nil, rows: transaction.writtenRows, alreadyBy: nil, outside: attempt.outside,
            secretsGone: attempt.secretsGone))
      }
      undone.change = change
      return undone
    } catch let error as StoreError where error.kind == .constraint {
      throw undo?.standsInTheWay(error) ?? error
    }
  }

  private func undoable(_ number: Int64) throws -> ChangeSummary {
    guard let summary = try change(number) else {
      throw Rejection(
        .notFound, field: "change", found: "no change \(number)", expected: "a committed change",
        remedy: "find it with `change list`")
    }
    guard summary.rowCount > 0 || summary.undoneBy != nil else {
      throw Rejection(
        .notUndoable, field: "change",
        found: "change \(number) (\(summary.command)), "
          + "of which the journal holds no rows", expected: "a change with rows in the journal",
        remedy: "restore a backup from before it")
    }
    return summary
  }
}

/// Applies the inverse of a change's lines, the last first, a page at a time.
struct Undo {
  let change: Int64
  let transaction: ChangeTransaction
  let store: Store
  private var touched = TouchedRecords()
  private var rows: UndoRows
  /// The line whose row was written last: a server tells only at the next statement that it refused.
  private(set) var written: JournalLine?

  private(set) var outside = OutsideReach()
  /// The last entry that the change gave to a file for the bank.
  private var lastEntry: Int64?
  private(set) var secretsGone: Int64 = 0
  /// The change took another back, which now comes again.
  private let isUndo: Bool

  package var connection: any Connection { store.connection }

  init(change: Int64, isUndo: Bool, transaction: ChangeTransaction, store: Store) {
    self.change = change
    self.isUndo = isUndo
    self.transaction = transaction
    self.store = store
    rows = UndoRows(store.connection, together: nil)
  }

  mutating func run(_ body: (RowChange) throws -> Void) throws {
    var next = Int64.max
    while true {
      let lines = try JournalLine.page(of: change, before: next, on: connection)
      next = lines.last?.number ?? next
      rows = try source(for: lines)
      if rows.together == nil {
        for line in lines { try takeBack(line, body) }
      } else {
        try takeBackTogether(lines, body)
      }
      if lines.count < JournalLine.pageSize { break }
    }
    try touched.check(transaction.books, change)
  }

  /// Loading together pays on a server, and is all that can be done where nothing may be written.
  private func source(for lines: [JournalLine]) throws -> UndoRows {
    if let unwritten = transaction.unwritten {
      return UndoRows(connection, together: unwritten)
    }
    guard let batch = transaction.batch, lines.count > 1,
      try lines.allSatisfy({ try $0.table().loadsTogether })
    else { return UndoRows(connection, together: nil) }
    return UndoRows(connection, together: PrefetchedRows(batch))
  }

  private mutating func takeBack(_ line: JournalLine, _ body: (RowChange) throws -> Void) throws {
    guard let inverse = try inverse(of: line) else { return }
    written = line
    try transaction.write([inverse])
    touched.add(inverse)
    try body(inverse)
  }

  /// The rows are written together, each as the lines before it leave it.
  private mutating func takeBackTogether(
    _ lines: [JournalLine], _ body: (RowChange) throws -> Void
  ) throws {
    guard let together = rows.together else { return }
    try rows.load(lines)
    var changes: [RowChange] = []
    for line in lines {
      let before = self
      var inverse: RowChange?
      for _ in 1...Self.mostRounds {
        self = before
        let found = together.attempt(any: { try self.inverse(of: line) })
        guard let found else {
          try together.load()
          continue
        }
        inverse = try found.get()
        break
      }
      guard let inverse else { continue }
      together.unwritten.record(inverse)
      changes.append(inverse)
      touched.add(inverse)
      try body(inverse)
    }
    written = nil
    try transaction.write(changes)
  }

  /// A line asks for its row, and then for those that this belongs to.
  private static let mostRounds = 10

  private mutating func inverse(of line: JournalLine) throws -> RowChange? {
    let table = try line.table()
    let current = try rows.row(of: table, try line.key(in: table))
    switch line.action {
    case .insert:
      if let current,
        let remains = outside.remains(of: current, in: table, on: store.today, lastEntry)
      {
        guard remains != current else { return nil }
        return RowChange(table: table, before: current, after: remains)
      }
      if table === EFTEntry.table { lastEntry = max(lastEntry ?? 0, current?[0].integer ?? 0) }
      // One that came back without its mails may be taken back once more.
      if current == nil, Self.isPosted(table) { return nil }
      let row = try unmoved(current, line)
      try refuseOrphans(of: table, row, line)
      return RowChange(table: table, before: row, after: nil)
    case .update:
      // What a file for the bank holds is what the bank may have got; only whether it stands changes.
      if table === EFTFile.table, !isUndo { return nil }
      let row = try unwritten(current, line, in: table)
      var restored = row
      try restore(line, to: &restored, of: table)
      outside.addWithdrawn(row, restored, in: table)
      try requireParents(of: table, restored, unless: row, line)
      return RowChange(table: table, before: row, after: restored)
    case .delete:
      if current != nil { throw try moved(line, "is there again") }
      if isUndo, Self.isPosted(table) {
        secretsGone += 1
        return nil
      }
      var restored = [Datum](repeating: .null, count: table.columns.count)
      try restore(line, to: &restored, of: table)
      try requireParents(of: table, restored, unless: nil, line)
      return RowChange(table: table, before: nil, after: restored)
    }
  }

  /// Rows that go to a citizen with a secret in them.
  private static func isPosted(_ table: Table) -> Bool {
    table === OutboxMessage.table || table === Token.table || table === Registration.table
  }

  /// Gives the cells back what they were, where the journal knows it.
  private func restore(_ line: JournalLine, to row: inout [Datum], of table: Table) throws {
    for (column, value) in try line.cells(line.before, in: table) {
      guard column.type != .secret || value.isNull else {
        throw Rejection(
          .notUndoable, field: column.name,
          found: "\(line.tableName) \(line.key), whose \(column.name) the journal does not keep",
          expected: "a change that took no secret away",
          remedy: "give it anew with the command that set it")
      }
      row[column.index] = value
    }
  }

  private func unmoved(_ current: [Datum]?, _ line: JournalLine) throws -> [Datum] {
    guard let current else { throw try moved(line, "is no longer there") }
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
        .movedSince, field: reference.column.name,
        found: "\(reference.parent.name) \(key), which is no longer there",
        expected: "the \(reference.parent.name) that \(line.tableName) \(line.key) belongs to",
        remedy: "undo the change that removed it first; see `change list`")
    }
  }

  private func refuseOrphans(of table: Table, _ row: [Datum], _ line: JournalLine) throws {
    for reference in EntityCatalogue.references(to: table) {
      guard let key = try rows.child(reference, of: row[0]) else { continue }
      throw try builtOn(line, reference, key)
    }
  }
}
