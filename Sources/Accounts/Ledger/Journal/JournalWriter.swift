import Engines

/// The journal of one change: its header, and a line for each row that it writes.
final class JournalWriter {
  var author: Author {
    get { header.author }
    set { header.author = newValue }
  }
  var change: Int64 { header.change }
  /// The digest of the reasons of its rows.
  var reasons: String? {
    get { header.reasons }
    set { header.reasons = newValue }
  }
  private var header: ChangeHeader
  private var encoder: JournalEncoder
  private var thread: JournalThread?
  /// Rows whose lines are not made yet.
  private var unlisted: [RowChange] = []
  private var lineCount: Int64 = 0
  private let connection: any TransactionalConnection

  /// Takes the number after the last change's.
  init(
    on connection: any TransactionalConnection, at: String, _ author: Author, undoes: Int64?
  ) throws(StoreError) {
    let last = try connection.first(Journal.last) { row in
      (row.integer(0), String(decoding: row.text(1), as: UTF8.self))
    }
    let (number, previous) = last ?? (0, Journal.noDigest)
    self.connection = connection
    encoder = JournalEncoder(previous: previous)
    header = ChangeHeader(
      change: number + 1, at: at, author: author, undoes: undoes, previous: previous)
  }

  /// The lines about the rows, for the caller to write with them.
  func rows(of changes: [RowChange]) -> [RowChange] {
    let lines = encoder.encode(changes)
    defer { lineCount += Int64(changes.count) }
    return lines.rows(of: change, after: lineCount)
  }

  /// Sees to the lines about rows that are written already.
  func list(_ changes: [RowChange]) throws(StoreError) {
    unlisted += changes
    if unlisted.count >= Self.handedTogether { try handOver() }
  }

  /// Enough rows for a separate thread to be worth it.
  private static let handedTogether = 512

  private func handOver() throws(StoreError) {
    if thread == nil { thread = JournalThread(encoder) }
    guard let thread else { return try listHere() }
    thread.hand(unlisted)
    unlisted.removeAll(keepingCapacity: true)
    while thread.outstanding > 2 { try write(thread.take()) }
  }

  private func listHere() throws(StoreError) {
    let lines = encoder.encode(unlisted)
    unlisted.removeAll(keepingCapacity: true)
    try write(lines)
  }

  private func write(_ lines: EncodedLines) throws(StoreError) {
    try connection.write(lines, of: change, after: lineCount)
    lineCount += Int64(lines.lines.count)
  }

  /// Writes the lines of all rows that still lack them.
  private func finishLines() throws(StoreError) {
    guard let thread else { return try listHere() }
    if !unlisted.isEmpty { try handOver() }
    while thread.outstanding > 0 { try write(thread.take()) }
    encoder = thread.end()
    self.thread = nil
  }

  /// Writes what is left, and the header; answers its digest.
  func end(
    rowCount: Int64, _ marks: Set<ChangeMark>, _ counts: [ChangeMark: RunCounts]
  ) throws(StoreError) -> String {
    try finishLines()
    let digest = encoder.finish(header, rowCount: rowCount)
    try connection.run(Journal.end, header.cells(rowCount: rowCount, digest: digest))
    for mark in marks {
      try connection.run(ChangeMark.insert, mark.cells(change: change, counts[mark]))
    }
    return digest
  }

  /// After the connection was lost in the commit: holding the writer's lock, what the journal
  /// holds is final.
  func findOutcome(_ digest: String, after loss: StoreError) throws(StoreError) {
    var found: String?
    do {
      try connection.reconnect()
      try connection.begin(.write)
      found = try connection.first(Journal.digestOf, [.integer(change)]) { row in
        String(decoding: row.text(0), as: UTF8.self)
      }
      connection.rollback()
    } catch {
      connection.rollback()
      throw StoreError(
        .outcomeUnknown,
        "\(loss.message) while change \(change) was being committed; "
          + "it is not known whether it was committed",
        remedy: "check with `ubadmin change show \(change)` before running the command again")
    }
    guard found == digest else {
      throw StoreError(.unavailable, "\(loss.message); nothing was changed", remedy: loss.remedy)
    }
  }
}
