package import Engines

/// One change while it is made: operations apply to it, the journal follows, then it is committed
/// whole or not at all.
package final class ChangeTransaction {
  package let books: Books
  let connection: any TransactionalConnection
  /// The same where rows are better written together.
  let batch: (any BatchConnection)?
  private var author: Author
  private var marks: Set<ChangeMark> = []
  private let at: String
  private let isDryRun: Bool
  /// What was changed so far, where a dry run cannot write it.
  let unwritten: PrefetchedRows?
  /// The first error of the store: after it, nothing but a rollback.
  private var fault: StoreError?
  private var hasEnded = false
  /// Told after a commit that changed settings.
  private let settingsChanged: () -> Void
  private var changesSettings = false
  private var header: ChangeHeader?
  private var undoes: Int64?
  private var encoder: JournalEncoder?
  private var thread: JournalThread?
  /// Rows whose lines are not made yet.
  private var unlisted: [RowChange] = []
  private var rowCount: Int64 = 0
  private var lineCount: Int64 = 0
  private var touched = TouchedAccounts()
  private var totals: TotalsKeeper

  init(
    connection: any TransactionalConnection, books: Books, author: Author, at: String,
    isDryRun: Bool, onlyReads: Bool = false, settingsChanged: @escaping () -> Void
  ) {
    self.connection = connection
    batch = connection as? any BatchConnection
    unwritten = onlyReads ? batch.map(PrefetchedRows.init) : nil
    self.books = books
    self.author = author
    self.at = at
    self.isDryRun = isDryRun
    self.settingsChanged = settingsChanged
    totals = TotalsKeeper(connection)
  }

  /// Rows written so far.
  var writtenRows: Int64 { rowCount }

  /// Applies one operation; after a rejection the books are as they were before it.
  @discardableResult
  package func perform(_ operation: some Operation) throws(RuleError) -> Performed {
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
    books.repeated.keep()
    do {
      try write(changes)
    } catch {
      throw .store(error)
    }
    return Performed(effect: effect, changes: changes)
  }

  /// Keeps what the change must not be made twice from.
  package func mark(_ mark: ChangeMark) { marks.insert(mark) }

  /// Another command goes on with the change: the journal names both, and nothing that the one before
  /// it accepted holds for it.
  func goOn(with next: Author) {
    let isFirst = rowCount == 0
    author.command = isFirst ? next.command : Self.joined(author.command, next.command)
    if let reason = next.reason {
      author.reason = isFirst ? reason : author.reason.map { "\($0); \(reason)" } ?? reason
    }
    header?.author = author
    books.acceptsUnusual = false
    books.repeats = .note
  }

  private static func joined(_ commands: String, _ next: String) -> String {
    guard commands.utf8.count < mostJoined else {
      return commands.hasSuffix("…") ? commands : commands + "; …"
    }
    return commands + "; " + next
  }

  /// A script of a thousand commands does not fill the journal with them.
  private static let mostJoined = 4000

  /// What the next command reads is settled, and listed in the journal's order.
  func settleSoFar() throws(StoreError) {
    do throws(StoreError) {
      try requireOpen()
      try settleAccounts()
      try totals.finish()
    } catch {
      throw failing(error)
    }
  }

  func undoing(_ change: Int64) { undoes = change }

  /// Puts the change into the journal even where no row follows through it.
  package func openJournal() throws(StoreError) {
    try requireOpen()
    do throws(StoreError) {
      if header == nil { header = try beginJournal() }
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

  private func put(_ changes: [RowChange]) throws(StoreError) {
    guard !changes.isEmpty else { return }
    if !isDryRun, header == nil { header = try beginJournal() }
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
    try AccountSettling(connection).settle(accounts)
  }

  private func writeRows(_ changes: [RowChange]) throws(StoreError) {
    if let batch { return try batch.write(changes) { rows(of: changes) } }
    for change in changes { try connection.write(change) }
    guard !isDryRun else { return }
    unlisted += changes
    if unlisted.count >= Self.handedTogether { try handOver() }
  }

  /// Enough rows for the journal's own thread to be worth it.
  private static let handedTogether = 512

  private func handOver() throws(StoreError) {
    if thread == nil, let encoder { thread = JournalThread(encoder) }
    guard let thread else { return try listHere() }
    thread.hand(unlisted)
    unlisted.removeAll(keepingCapacity: true)
    while thread.outstanding > 2 { try write(thread.take()) }
  }

  private func listHere() throws(StoreError) {
    guard let lines = encoder?.encode(unlisted) else { return }
    unlisted.removeAll(keepingCapacity: true)
    try write(lines)
  }

  private func write(_ lines: EncodedLines) throws(StoreError) {
    try connection.write(lines, of: header?.change ?? 0, after: lineCount)
    lineCount += Int64(lines.lines.count)
  }

  private func rows(of changes: [RowChange]) -> [RowChange] {
    guard let header, let lines = encoder?.encode(changes) else { return [] }
    defer { lineCount += Int64(changes.count) }
    return lines.rows(of: header.change, after: lineCount)
  }

  /// Writes the lines of all rows that still lack them.
  private func finishLines() throws(StoreError) {
    guard let thread else { return try listHere() }
    if !unlisted.isEmpty { try handOver() }
    while thread.outstanding > 0 { try write(thread.take()) }
    encoder = thread.end()
    self.thread = nil
  }

  /// Until the commit is under way, a connection that was lost leaves nothing half done.
  private func unfinished(_ error: StoreError) -> StoreError {
    let words = "; nothing was changed"
    guard error.kind == .unavailable, !error.message.hasSuffix(words) else { return error }
    return StoreError(.unavailable, error.message + words, remedy: error.remedy)
  }

  private func beginJournal() throws(StoreError) -> ChangeHeader {
    var number: Int64 = 1
    var previous = Journal.noDigest
    do {
      try connection.each(Journal.last, []) { row in
        number = row.integer(0) + 1
        previous = String(decoding: row.text(1), as: UTF8.self)
        return false
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.defect, "\(error)")
    }
    encoder = JournalEncoder(previous: previous)
    return ChangeHeader(
      change: number, at: at, author: author, undoes: undoes, previous: previous)
  }

  /// Answers the number of the change; nil where nothing was to be changed.
  @discardableResult
  func commit() throws(StoreError) -> Int64? {
    let number: Int64
    do throws(StoreError) {
      try requireOpen()
      // What a server has refused shows when it answers.
      if isDryRun, rowCount > 0 { _ = try connection.first(Journal.last) { _ in } }
      guard let header, !isDryRun else {
        rollback()
        return nil
      }
      try settleAccounts()
      try totals.finish()
      try finishLines()
      let sum = encoder?.finish(header, rowCount: rowCount) ?? Journal.noDigest
      try connection.run(Journal.end, header.cells(rowCount: rowCount, digest: sum))
      for mark in marks { try connection.run(ChangeMark.insert, mark.cells(change: header.change)) }
      do throws(StoreError) {
        try connection.commit()
      } catch {
        guard error.kind == .outcomeUnknown else { throw error }
        try findOutcome(of: header.change, sum, after: error)
      }
      number = header.change
    } catch {
      rollback()
      throw unfinished(error)
    }
    hasEnded = true
    // The change is made, whatever comes now.
    if changesSettings { settingsChanged() }
    return number
  }

  /// After the connection was lost in the commit: with the writer's lock in hand, what the journal
  /// holds is final.
  private func findOutcome(
    of change: Int64, _ digest: String, after loss: StoreError
  ) throws(StoreError) {
    var found: String?
    do {
      try connection.reconnect()
      try connection.begin(.write)
      try connection.each(Journal.digestOf, [.integer(change)]) { row in
        found = String(decoding: row.text(0), as: UTF8.self)
        return false
      }
      connection.rollback()
    } catch {
      connection.rollback()
      throw StoreError(
        .outcomeUnknown,
        "\(loss.message) while change \(change) was being committed; "
          + "whether it was committed is not known",
        remedy: "look with `ubadmin change show \(change)` before running the command again")
    }
    guard found == digest else {
      throw StoreError(.unavailable, "\(loss.message); nothing was changed", remedy: loss.remedy)
    }
  }

  func rollback() {
    guard !hasEnded else { return }
    hasEnded = true
    connection.rollback()
  }
}

/// What one operation did.
package struct Performed: Sendable {
  package let effect: Effect
  package let changes: [RowChange]

  package var isUnchanged: Bool { changes.isEmpty }
}
