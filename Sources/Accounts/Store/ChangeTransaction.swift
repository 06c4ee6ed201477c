/// One change while it is made: operations apply to it, the journal follows, then it is committed
/// whole or not at all.
public final class ChangeTransaction {
  public let books: Books
  private let connection: any Connection
  private let author: Author
  private let at: String
  private let isDryRun: Bool
  /// Told after a commit that changed settings.
  private let settingsChanged: () throws(StoreError) -> Void
  private var changesSettings = false
  private var header: ChangeHeader?
  private var undoes: Int64?
  private var digest: ChangeDigest?
  private var rowCount: Int64 = 0
  private var updates: [UpdateShape: Statement] = [:]

  private struct UpdateShape: Hashable {
    let table: ObjectIdentifier
    let mask: UInt64
  }

  init(
    connection: any Connection, books: Books, author: Author, at: String, isDryRun: Bool,
    settingsChanged: @escaping () throws(StoreError) -> Void
  ) {
    self.connection = connection
    self.books = books
    self.author = author
    self.at = at
    self.isDryRun = isDryRun
    self.settingsChanged = settingsChanged
  }

  /// Rows written so far.
  public var writtenRows: Int64 { rowCount }

  /// Applies one operation; after a rejection the books are as they were before it.
  @discardableResult
  public func perform(_ operation: some Operation) throws(Stop) -> Performed {
    let effect: Effect
    do {
      effect = try operation.apply(to: books)
    } catch {
      books.discard()
      throw error
    }
    let changes = books.takePending()
    do {
      for change in changes { try write(change) }
    } catch {
      throw .store(error)
    }
    return Performed(effect: effect, changes: changes)
  }

  func undoing(_ change: Int64) { undoes = change }

  /// Puts the change into the journal even where no row follows through it.
  func openJournal() throws(StoreError) {
    if header == nil { header = try beginJournal() }
  }

  /// Writes one row and its line in the journal.
  func write(_ change: RowChange) throws(StoreError) {
    switch (change.before, change.after) {
    case (nil, let after?):
      try connection.run(change.table.insert, after)
    case (let before?, let after?):
      try update(change.table, before: before, after: after)
    case (let before?, nil):
      try connection.run(change.table.delete, Array(before[0..<change.table.keyCount]))
    case (nil, nil): return
    }
    rowCount += 1
    if change.table === StoredSetting.table { changesSettings = true }
    if !isDryRun { try journal(change) }
  }

  private func update(_ table: Table, before: [Datum], after: [Datum]) throws(StoreError) {
    var mask: UInt64 = 0
    var arguments: [Datum] = []
    arguments.reserveCapacity(8)
    for index in after.indices where before[index] != after[index] {
      mask |= 1 << UInt64(index)
      arguments.append(after[index])
    }
    arguments.append(contentsOf: before[0..<table.keyCount])
    let shape = UpdateShape(table: ObjectIdentifier(table), mask: mask)
    let statement = updates[shape] ?? table.update(mask: mask)
    updates[shape] = statement
    try connection.run(statement, arguments)
  }

  private func journal(_ change: RowChange) throws(StoreError) {
    let header = if let header { header } else { try beginJournal() }
    let line = ChangeLine(change)
    try connection.run(
      Journal.addRow,
      [
        .integer(header.change), .integer(rowCount), .text(line.table), .text(line.key),
        .text(line.action.rawValue), line.before.datum, line.after.datum, line.digest.datum,
      ])
    digest?.add(line)
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
    let header = ChangeHeader(change: number, at: at, author: author, undoes: undoes)
    try connection.run(
      Journal.begin,
      [
        .integer(number), .text(at), .text(author.operatorName), .text(author.host),
        .text(author.command), author.reason.datum, undoes.datum, .text(previous),
      ])
    self.header = header
    digest = ChangeDigest(previous: previous)
    return header
  }

  /// Answers the number of the change; nil where nothing was to be changed.
  @discardableResult
  public func commit() throws(StoreError) -> Int64? {
    do {
      guard let header, var digest, !isDryRun else {
        connection.rollback()
        return nil
      }
      header.add(to: &digest, rowCount: rowCount)
      try connection.run(
        Journal.end, [.integer(rowCount), .text(digest.finish()), .integer(header.change)])
      try connection.commit()
      if changesSettings { try settingsChanged() }
      return header.change
    } catch {
      connection.rollback()
      throw error
    }
  }

  public func rollback() { connection.rollback() }
}

/// What one operation did.
public struct Performed: Sendable {
  public let effect: Effect
  public let changes: [RowChange]

  public var isUnchanged: Bool { changes.isEmpty }
}
