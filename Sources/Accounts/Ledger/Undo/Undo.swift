package import Engines
import Values

/// What an undo did.
package struct Undone: Sendable, Equatable {
  /// The number of the undo, itself a change; nil in a dry run and where the change was already
  /// undone.
  package internal(set) var change: Int64?
  package let rows: Int64
  /// The earlier undo that is still in effect.
  package let alreadyBy: Int64?
  /// What was sent outside and cannot be recalled.
  package var outside = IrrevocableEffects()
  /// Mails and links that were taken back with their secrets and do not come again.
  package var secretsGone: Int64 = 0
}

extension Store {
  /// Undoes a committed change, whole or not at all, where every field that it wrote is still as
  /// the change left it. An undo is a change, so it can be undone too. `body` sees each row as it is restored.
  /// - Parameter leavesOutside: what left the house by the change, a file for the bank or a mail, is
  ///   known and stays outside; otherwise it stops the undo with `IrrevocableEffects`.
  @discardableResult
  package func undo(
    change number: Int64, author: Author, isDryRun: Bool = false, leavesOutside: Bool = false,
    _ body: (RowChange) throws -> Void = { _ in }
  ) throws -> Undone {
    var undo: Undo?
    do {
      // What a dry run has shown cannot be shown again.
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
        if !leavesOutside, !attempt.remains.outside.isEmpty { throw attempt.remains.outside }
        return .commit(
          Undone(
            change: nil, rows: transaction.writtenRows, alreadyBy: nil,
            outside: attempt.remains.outside,
            secretsGone: attempt.remains.secretsGone))
      }
      undone.change = change
      return undone
    } catch let error as StoreError where error.kind == .constraint || error.kind == .taken {
      throw try undo?.standsInTheWay(error) ?? error
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
        found: "change \(number) (\(summary.command)), which has no rows in the journal",
        expected: "a change of records",
        remedy: "a command that only shows something has nothing to undo, and a store that was "
          + "loaded as a whole cannot be undone")
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
  private(set) var rows: UndoRows
  /// The line whose row was written last: a server tells only at the next statement that it refused.
  private(set) var written: JournalLine?
  /// Rows of the page before, computed but not written yet.
  private var pending: [RowChange] = []

  var remains = UndoRemains()
  /// The change is an undo, so that this undo restores the change that it undid.
  let isUndo: Bool

  package var connection: any Connection { store.connection }

  init(change: Int64, isUndo: Bool, transaction: ChangeTransaction, store: Store) {
    self.change = change
    self.isUndo = isUndo
    self.transaction = transaction
    self.store = store
    rows = UndoRows(store.connection, together: nil)
  }

  mutating func run(_ body: (RowChange) throws -> Void) throws {
    let last = isUndo ? try store.lastChange() : 0
    for words in try draftedBills() { remains.outside.add(draft: words) }
    let balances = try transferredBills() + paidTransfers() + abandonedTransfers()
    for words in balances { remains.outside.add(balance: words) }
    var next = try JournalLine.count(of: change, on: connection) + 1
    // A server looks for the rows of a page together, and goes through a table for them.
    let size = transaction.batch == nil ? JournalLine.pageSize : 4 * JournalLine.pageSize
    while next > 1 {
      let lines = try JournalLine.page(of: change, before: next, size: size, on: connection)
      next -= Int64(size)
      rows = try source(for: lines)
      if rows.together == nil {
        try writePending()
        for line in lines { try takeBack(line, body) }
      } else {
        try takeBackTogether(lines, body)
      }
    }
    try writePending()
    try touched.check(transaction.connection, change, isRedo: isRedo())
    // Where nothing can be written, the rows are still the customer's.
    if transaction.unwritten == nil {
      try touched.refuseHalfMerges(transaction.connection)
      try touched.refuseWithoutAdmin(transaction.connection)
    }
    try refusePostedAgain(through: last)
    for words in try draftsSince() { remains.outside.add(draft: words) }
  }

  /// Whether this undo brings back a change that was not itself an undo.
  private func isRedo() throws -> Bool {
    guard isUndo, let undone = try store.change(change)?.undoes else { return false }
    return try store.change(undone)?.undoes == nil
  }

  /// Loading together pays on a server, and is all that can be done where nothing may be written.
  private func source(for lines: [JournalLine]) throws -> UndoRows {
    if let unwritten = transaction.unwritten {
      return UndoRows(connection, together: unwritten)
    }
    guard let batch = transaction.batch, lines.count > 1,
      try lines.allSatisfy({ try $0.table().loadsTogether })
    else { return UndoRows(connection, together: nil) }
    let together = PrefetchedRows(batch)
    pending.forEach { together.unwritten.record($0) }
    return UndoRows(connection, together: together)
  }

  private mutating func writePending() throws {
    guard !pending.isEmpty else { return }
    written = nil
    let changes = pending
    pending.removeAll(keepingCapacity: true)
    try transaction.write(changes)
  }

  private mutating func takeBack(_ line: JournalLine, _ body: (RowChange) throws -> Void) throws {
    guard let inverse = try inverse(of: line) else { return }
    written = line
    try transaction.write([inverse])
    touched.add(inverse)
    try body(inverse)
  }

  /// The rows are written together, each as the lines before it leave it. The server writes those
  /// of the page before while this page is computed.
  private mutating func takeBackTogether(
    _ lines: [JournalLine], _ body: (RowChange) throws -> Void
  ) throws {
    guard let together = rows.together else { return }
    try rows.load(lines)
    try writePending()
    for line in lines {
      let before = remains
      var inverse: RowChange?
      for _ in 1...Self.mostRounds {
        remains = before
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
      pending.append(inverse)
      touched.add(inverse)
      try body(inverse)
    }
  }

  /// A line asks for its row, and then for those that this belongs to.
  private static let mostRounds = 10
}
