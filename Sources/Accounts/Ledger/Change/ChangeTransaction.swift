package import Engines

/// One change while it is made: operations apply to it, the journal follows, then it is committed
/// whole or not at all.
package final class ChangeTransaction {
  package let books: Books
  let connection: any TransactionalConnection
  /// The same where rows are better written together.
  let batch: (any BatchConnection)?
  var author: Author
  private var marks = ChangeMarks()
  private let at: String
  let isDryRun: Bool
  /// What was changed so far, where a dry run cannot write it.
  let unwritten: PrefetchedRows?
  private var state = ChangeState()
  /// Called after a commit that changed settings.
  private let settingsChanged: () -> Void
  private var changesSettings = false
  /// Throws if somebody asks to stop: rules that are tried again and again run no statement that
  /// could be interrupted.
  let goOn: () throws(StoreError) -> Void
  /// Begun with the first row; a dry run has none.
  private(set) var journal: JournalWriter?
  private var undoes: Int64?
  private(set) var writtenRows: Int64 = 0
  /// Why the rows of a file were written.
  var reasons: RowReasons
  private var touched = TouchedAccounts()
  private var finalBills = TouchedFinalBills()
  private var bounces = BouncedDeliveryKeeper()
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

  /// Keeps what the change must not be made twice from.
  /// - Parameter counts: of a run, what became of its rows.
  package func mark(_ mark: ChangeMark, _ counts: RunCounts? = nil) { marks.add(mark, counts) }

  /// Adds another mark to an earlier change, even if this one has no rows.
  package func mark(_ mark: ChangeMark, ofEarlier change: Int64) {
    marks.add(mark, ofEarlier: change)
  }

  /// What the next command reads is settled, and listed in the journal's order.
  func settleSoFar() throws(StoreError) {
    try guarded { () throws(StoreError) in try settleAll() }
  }

  func undoing(_ change: Int64) { undoes = change }

  /// Adds the change to the journal even if it writes no row.
  package func openJournal() throws(StoreError) {
    try guarded { () throws(StoreError) in try beginJournal() }
  }

  /// Refuses what comes after an error of the store, or after the end.
  func requireOpen() throws(StoreError) { try state.requireOpen() }

  /// Keeps an error of the store: it is not known what the transaction has written.
  func failing(_ error: StoreError) -> StoreError { state.fail(error) }

  /// Writes rows and their lines in the journal.
  package func write(_ changes: [RowChange]) throws(StoreError) {
    try guarded { () throws(StoreError) in try put(changes) }
  }

  private func guarded(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    try requireOpen()
    do throws(StoreError) { try body() } catch { throw failing(error) }
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
    writtenRows += Int64(changes.count)
    // Rows that are only in memory are noted there when the operation has ended.
    guard unwritten == nil else { return }
    for change in changes {
      books.direct.wrote(change)
      touched.note(change)
      guard !isDryRun else { continue }
      finalBills.note(change)
      bounces.note(change)
    }
    if !isDryRun { try totals.before(changes) }
    try writeRows(changes)
    if !isDryRun { try totals.after(changes) }
    if touched.isFull { try settle(touched.takeNews()) }
  }

  /// What follows from the rows that were written.
  private func settleAll() throws(StoreError) {
    try settleAccounts()
    try endReasons()
    // No row of a file gives the reason of a mark.
    if try markFinalBills() { try endReasons() }
    try bounces.settle(on: connection)
    try totals.finish()
  }

  private func markFinalBills() throws(StoreError) -> Bool {
    defer { finalBills = TouchedFinalBills() }
    return try FinalBillMarks(connection).settle(finalBills) { changes throws(StoreError) in
      try put(changes)
    }
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

  /// Answers the number of the change; nil if nothing was to be changed.
  @discardableResult
  func commit() throws(StoreError) -> Int64? {
    let number: Int64
    do throws(StoreError) {
      try requireOpen()
      // What a server has refused shows when it answers.
      if isDryRun, writtenRows > 0 { _ = try connection.first(Journal.last) { _ in } }
      guard let journal, !isDryRun else {
        if !isDryRun, marks.hasEarlier { try commitMarks() } else { rollback() }
        return nil
      }
      try settleAll()
      let digest = try journal.end(rowCount: writtenRows, marks.own, marks.counts)
      try marks.writeEarlier(on: connection)
      do throws(StoreError) {
        try connection.commit()
      } catch {
        guard error.kind == .outcomeUnknown else { throw error }
        try journal.findOutcome(digest, after: error)
      }
      number = journal.change
    } catch {
      rollback()
      throw ChangeState.unfinished(error)
    }
    state.end()
    // The change is committed even if this fails.
    if changesSettings { settingsChanged() }
    return number
  }

  private func commitMarks() throws(StoreError) {
    try marks.writeEarlier(on: connection)
    try connection.commit()
    state.end()
  }

  func rollback() {
    guard !state.hasEnded else { return }
    state.end()
    connection.rollback()
  }
}
