import Engines
import Values

/// What a walk along the journal found.
package struct JournalReport: Sendable, Equatable {
  package let changes: Int64
  package let rows: Int64
  /// The last change and its digest: whoever keeps a copy elsewhere can tell later that nothing was
  /// cut off.
  package let lastChange: Int64
  package let lastDigest: String
  /// The first place at which the chain is broken.
  package let fault: JournalFault?

  static let empty = JournalReport(
    changes: 0, rows: 0, lastChange: 0, lastDigest: Journal.noDigest, fault: nil)
}

/// Where the journal is not as it was written, and how that shows.
package struct JournalFault: Sendable, Equatable {
  package let change: Int64
  package let what: String
}

extension Store {
  package func journalLines() throws -> Int {
    try connection.first(Self.countLines) { Int($0.integer(0)) } ?? 0
  }

  private static let countLines = Statement("SELECT count(*) FROM change_row", isShort: true)

  /// Recomputes the chain of digests from the first change to the last.
  /// - Parameter passing: receives the number of lines now and then.
  package func verifyJournal(
    passing: (Int64) throws -> Void = { _ in }
  ) throws -> JournalReport {
    var lines: Int64 = 0
    return try JournalVerifier.verify(connection) {
      try goOn()
      lines += 1
      if lines & 0xFFF == 0 { try passing(lines) }
    }
  }
}

/// Follows the journal line by line and compares every link.
struct JournalVerifier {
  private var changes: Int64 = 0
  private var rows: Int64 = 0
  private var lastDigest = Journal.noDigest
  private var open: OpenChange?
  private var fault: JournalFault?

  /// The change whose lines are being read.
  private struct OpenChange {
    var header: ChangeHeader
    let rowCount: Int64
    let digest: String
    var computed: ChangeDigest
    var reasons = ReasonDigest()
    var lines: Int64 = 0
  }

  private static let walk = lines(reasons: "change_reason")
  /// Of a store, or a backup, from before there were reasons of rows.
  private static let walkWithoutReasons = lines(
    reasons: "(SELECT NULL AS change, NULL AS number, NULL AS reason WHERE 1 = 0)")

  private static func lines(reasons: String) -> Statement {
    Statement(
      """
      SELECT c.change, c.at, c.operator, c.host, c.command, c.reason, c.undoes, c.row_count, \
      c.previous, c.digest, r.number, r.table_name, r.row_key, r.action, r.before, r.after, r.digest, \
      c.acting_as, q.number, q.reason FROM change c LEFT JOIN change_row r ON r.change = c.change \
      LEFT JOIN \(reasons) q ON q.change = r.change AND q.number = r.number \
      ORDER BY c.change, r.number
      """)
  }
  private static let beyond = Statement(
    "SELECT change FROM change_row WHERE change > ? ORDER BY change LIMIT 1")
  private static let reasonsOfNone = Statement(
    """
    SELECT q.change FROM change_reason q LEFT JOIN change_row r \
    ON r.change = q.change AND r.number = q.number WHERE r.change IS NULL \
    ORDER BY q.change LIMIT 1
    """)

  /// - Parameter goingOn: throws where the work is to end.
  static func verify(
    _ connection: any Connection, goingOn: () throws -> Void = {}
  ) throws -> JournalReport {
    var verifier = JournalVerifier()
    let hasReasons = try connection.hasTable("change_reason")
    try connection.each(hasReasons ? walk : walkWithoutReasons, []) { row in
      try goingOn()
      verifier.take(row)
      return verifier.fault == nil
    }
    verifier.close()
    let last = verifier.changes
    if verifier.fault == nil,
      let stray = try connection.first(beyond, [.integer(last)], { $0.integer(0) })
    {
      verifier.fault = JournalFault(
        change: stray, what: "its header is missing, although some of its lines exist")
    }
    if verifier.fault == nil, hasReasons,
      let stray = try connection.first(reasonsOfNone, [], { $0.integer(0) })
    {
      verifier.fault = JournalFault(
        change: stray, what: "it has the reason of a line that does not exist")
    }
    return JournalReport(
      changes: last, rows: verifier.rows, lastChange: last, lastDigest: verifier.lastDigest,
      fault: verifier.fault)
  }

  private mutating func take(_ row: any BorrowedRow) {
    if row.integer(0) != open?.header.change {
      close()
      guard fault == nil else { return }
      begin(row)
      guard fault == nil else { return }
    }
    guard !row.isNull(10), var change = open else { return }
    // Not to copy the hasher's state at every line.
    open = nil
    change.lines += 1
    rows += 1
    if row.integer(10) != change.lines {
      fault = JournalFault(
        change: change.header.change, what: "its line \(change.lines) is missing")
    }
    for column in 11...16 {
      change.computed.add(row.isNull(column) ? nil as CellBytes? : row.text(column))
    }
    if !row.isNull(18) {
      let reason = row.isNull(19) ? nil : String(decoding: row.text(19), as: UTF8.self)
      change.reasons.add(row.integer(18), reason)
    }
    open = change
  }

  private mutating func begin(_ row: any BorrowedRow) {
    let number = row.integer(0)
    func text(_ index: Int) -> String { String(decoding: row.text(index), as: UTF8.self) }
    guard number == changes + 1 else {
      fault = JournalFault(
        change: changes + 1,
        what: "it is missing: after change \(changes) comes change \(number)")
      return
    }
    guard text(8) == lastDigest else {
      fault = JournalFault(
        change: number,
        what: number == 1
          ? "it refers to an earlier change, although it is the first"
          : "its link does not match change \(changes): one of the two was altered")
      return
    }
    let author = Author(
      operatorName: text(2), actingAs: row.isNull(17) ? nil : text(17), host: text(3),
      command: text(4), reason: row.isNull(5) ? nil : text(5))
    open = OpenChange(
      header: ChangeHeader(
        change: number, at: text(1), author: author, undoes: row.isNull(6) ? nil : row.integer(6),
        previous: lastDigest),
      rowCount: row.integer(7), digest: text(9), computed: ChangeDigest(previous: lastDigest))
  }

  private mutating func close() {
    guard fault == nil, var change = open else { return }
    open = nil
    let number = change.header.change
    guard change.lines == change.rowCount else {
      fault = JournalFault(
        change: number, what: "it has \(change.lines) lines; its header says \(change.rowCount)")
      return
    }
    change.header.reasons = change.reasons.finish()
    change.header.add(to: &change.computed, rowCount: change.rowCount)
    guard change.computed.finish() == change.digest else {
      fault = JournalFault(
        change: number, what: "its header or one of its lines was altered: the digest differs")
      return
    }
    changes = number
    lastDigest = change.digest
  }
}
