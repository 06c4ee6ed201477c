package import Engines

/// One change while it is made: operations apply to it, the journal follows, then it is committed
/// whole or not at all.
package final class ChangeTransaction {
  package let books: Books
  let connection: any TransactionalConnection
  /// The same where rows are better written together.
  let batch: (any BatchConnection)?
  private(set) var author: Author
  private var marks: Set<ChangeMark> = []
  private var counts: [ChangeMark: RunCounts] = [:]
  private var marksOfEarlier: [(mark: ChangeMark, change: Int64)] = []
  private let at: String
  let isDryRun: Bool
  /// What was changed so far, where a dry run cannot write it.
  let unwritten: PrefetchedRows?
  /// The first error of the store: after it, nothing but a rollback.
  private var fault: StoreError?
  private var hasEnded = false
  /// Called after a commit that changed settings.
  private let settingsChanged: () -> Void
  private var changesSettings = false
  /// Throws if somebody asks to stop: rules that are tried again and again run no statement that
  /// could be interrupted.
  let goOn: () throws(StoreError) -> Void
  /// Begun with the first row; a dry run has none.
  private(set) var journal: JournalWriter?
  private var undoes: Int64?
  private var rowCount: Int64 = 0
  /// Why the rows of a file were written.
  var reasons: RowReasons
  private var touched = TouchedAccounts()
  private var totals: TotalsKeeper
  /// How often the store was asked for the rows of operations that run together.
  var loads = 0
  /// How often operations were tried for these questions; for tests.
  var tries = 0
  /// How many rows those compared that were not written yet.
  var lookedAt = 0

  init(
    connection: any TransactionalConnection, books: Books, author: Author, at: String,
    isDryRun: Bool, onlyReads: Bool = false,
    goOn: @escaping () throws(StoreError) -> Void, settingsChanged: @escaping () -> Void
  ) {
    self.connection = connection
    batch = connection as? any BatchConnection
    unwritten = onlyReads ? batch.map { PrefetchedRows($0) } : nil
    self.books = books
    self.author = author
    reasons = RowReasons(of: author)
    self.at = at
    self.isDryRun = isDryRun
    self.goOn = goOn
    self.settingsChanged = settingsChanged
    totals = TotalsKeeper(connection)
  }

  /// Rows written so far.
  var writtenRows: Int64 { rowCount }

  /// Applies one operation; after a rejection the books are as they were before it.
  @discardableResult
  package func perform(_ operation: some Mutation) throws(RuleError) -> Performed {
    if unwritten != nil { return try performUnwritten(operation) }
    let effect: Effect
    do throws(StoreError) { try requireOpen() } catch { throw .store(error) }
    do {
      effect = try operation.apply(to: books)
    } catch {
      books.discard()
      guard case .store(let loss) = error else { throw error }
      throw .store(failing(loss))
    }
    let changes = books.takePending()
    books.keep()
    books.gaps.settle()
    do {
      try write(changes)
    } catch {
      throw .store(error)
    }
    return Performed(effect: effect, changes: changes)
  }

  /// Keeps what the change must not be made twice from.
  /// - Parameter counts: of a run, what became of its rows.
  package func mark(_ mark: ChangeMark, _ counts: RunCounts? = nil) {
    marks.insert(mark)
    self.counts[mark] = counts
  }

  /// Has an earlier change known by another mark, too, even if this one has no rows.
  package func mark(_ mark: ChangeMark, ofEarlier change: Int64) {
    marksOfEarlier.append((mark, change))
  }

  private func markEarlier() throws(StoreError) {
    for (mark, change) in marksOfEarlier {
      try connection.run(ChangeMark.insert, mark.cells(change: change))
    }
  }

  /// Another command goes on with the change: the journal names both, and nothing that the one before
  /// it accepted holds for it.
  func goOn(with next: Author) {
    author.goOn(with: next, isFirst: rowCount == 0)
    journal?.author = author
    reasons.goOn(with: next)
    books.acceptsUnusual = false
    books.rowWasRejected = false
    books.earlierRuns = []
    books.repeats = .note
    books.isPlan = false
    books.forget()
  }

  /// Why the whole change is made, where that shows only at the end.
  func add(reason: String) {
    author.add(reason: reason)
    journal?.author = author
  }

  /// What the next command reads is settled, and listed in the journal's order.
  func settleSoFar() throws(StoreError) {
    do throws(StoreError) {
      try requireOpen()
      try settleAccounts()
      try totals.finish()
      try endReasons()
    } catch {
      throw failing(error)
    }
  }

  func undoing(_ change: Int64) { undoes = change }

  /// Puts the change into the journal even where no row follows through it.
  package func openJournal() throws(StoreError) {
    try requireOpen()
    do throws(StoreError) {
      try beginJournal()
    } catch {
      throw failing(error)
    }
  }

  /// Refuses what comes after an error of the store, or after the end.
  func requireOpen() throws(StoreError) {
    if let fault { throw fault.endingTheChange }
    guard !hasEnded else { throw StoreError(.defect, "the change has ended already") }
  }

  /// Keeps an error of the store: what stands in the transaction now is not known.
  func failing(_ error: StoreError) -> StoreError {
    let error = unfinished(error)
    if fault == nil { fault = error }
    return error
  }

  /// Writes rows, and sees to their lines in the journal.
  package func write(_ changes: [RowChange]) throws(StoreError) {
    try requireOpen()
    do throws(StoreError) {
      try put(changes)
    } catch {
      throw failing(error)
    }
  }

  private func beginJournal() throws(StoreError) {
    guard journal == nil else { return }
    journal = try JournalWriter(on: connection, at: at, author, undoes: undoes)
  }

  private func put(_ changes: [RowChange]) throws(StoreError) {
    guard !changes.isEmpty else { return }
    books.numbers.removeAll(keepingCapacity: true)
    if !isDryRun { try beginJournal() }
    if changes.contains(where: { $0.table === StoredSetting.table }) { changesSettings = true }
    rowCount += Int64(changes.count)
    // What stands in memory only is noted there when the operation has ended.
    guard unwritten == nil else { return }
    for change in changes {
      books.direct.wrote(change)
      touched.note(change)
    }
    if !isDryRun { try totals.before(changes) }
    try writeRows(changes)
    if !isDryRun { try totals.after(changes) }
    if touched.isFull { try settle(touched.takeNews()) }
  }

  /// Bills and payments bring along who owes what.
  private func settleAccounts() throws(StoreError) {
    let accounts = touched
    touched = TouchedAccounts()
    try settle(accounts)
  }

  private func settle(_ accounts: TouchedAccounts) throws(StoreError) {
    guard !accounts.isEmpty, !isDryRun else { return }
    books.numbers.removeAll(keepingCapacity: true)
    try AccountSettling(connection).settle(accounts)
  }

  private func writeRows(_ changes: [RowChange]) throws(StoreError) {
    if let batch { return try batch.write(changes) { journal?.rows(of: changes) ?? [] } }
    for change in changes { try connection.write(change) }
    try journal?.list(changes)
  }

  /// Until the commit is under way, a connection that was lost leaves nothing half done.
  private func unfinished(_ error: StoreError) -> StoreError {
    let words = "; nothing was changed"
    guard error.kind == .unavailable, !error.message.hasSuffix(words) else { return error }
    return StoreError(.unavailable, error.message + words, remedy: error.remedy)
  }

  /// Answers the number of the change; nil if nothing was to be changed.
  @discardableResult
  func commit() throws(StoreError) -> Int64? {
    let number: Int64
    do throws(StoreError) {
      try requireOpen()
      // What a server has refused shows when it answers.
      if isDryRun, rowCount > 0 { _ = try connection.first(Journal.last) { _ in } }
      guard let journal, !isDryRun else {
        if !isDryRun, !marksOfEarlier.isEmpty { try commitMarks() } else { rollback() }
        return nil
      }
      try settleAccounts()
      try totals.finish()
      try endReasons()
      let digest = try journal.end(rowCount: rowCount, marks, counts)
      try markEarlier()
      do throws(StoreError) {
        try connection.commit()
      } catch {
        guard error.kind == .outcomeUnknown else { throw error }
        try journal.findOutcome(digest, after: error)
      }
      number = journal.change
    } catch {
      rollback()
      throw unfinished(error)
    }
    hasEnded = true
    // The change is made, whatever comes now.
    if changesSettings { settingsChanged() }
    return number
  }

  private func commitMarks() throws(StoreError) {
    try markEarlier()
    try connection.commit()
    hasEnded = true
  }

  func rollback() {
    guard !hasEnded else { return }
    hasEnded = true
    connection.rollback()
  }
}
