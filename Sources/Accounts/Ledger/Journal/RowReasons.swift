package import Engines
import Values

/// Why the rows of a run were written, where they give different reasons: each reason holds from its line of the
/// journal on. If all rows give the same, it is the change's.
struct RowReasons {
  static let table = Table(
    "change_reason", keyCount: 2,
    [
      .column(Int64.self, "change", []), .column(Int64.self, "number", []),
      .column(String?.self, "reason", []),
    ])

  /// What the command says for all its rows; a row that says the same adds nothing.
  private var general: String?
  /// What is not written yet.
  private var begun: [(number: Int64, reason: String?)] = []
  /// The reason of the last row, if it is its own.
  private var last: String?
  /// Whether rows of the command differ already.
  private var areMixed = false
  /// The last line of an earlier command of the change, if its last row has its own reason.
  private var lastLine: Int64?
  private var digest = ReasonDigest()

  init(of author: Author) {
    general = author.reason
  }

  /// Whether there is enough to be worth writing.
  var isFull: Bool { begun.count >= 512 }

  /// Keeps why an operation wrote its rows.
  /// - Parameter number: the first line about them.
  mutating func note(_ reason: String?, at number: Int64) {
    if let lastLine, number > lastLine + 1 { begin(nil, at: lastLine + 1) }
    lastLine = nil
    let own = reason == general ? nil : reason
    if own == nil { areMixed = true }
    begin(own, at: number)
  }

  private mutating func begin(_ reason: String?, at number: Int64) {
    guard reason != last else { return }
    begun.append((number, reason))
    last = reason
  }

  /// Ends a command; answers the reason that all its rows give, which is then the change's.
  /// - Parameter lines: how many lines the change has so far.
  mutating func end(after lines: Int64) -> String? {
    if let last = lastLine, lines > last {
      begin(nil, at: last + 1)
      lastLine = nil
    }
    if general == nil, !areMixed, begun.count == 1, let common = begun[0].reason {
      begun = []
      last = nil
      return common
    }
    if last != nil, lastLine == nil { lastLine = lines }
    return nil
  }

  /// Another command goes on with the change.
  mutating func goOn(with next: Author) {
    general = next.reason
    areMixed = last != nil
  }

  /// The rows that are not written yet, for the change's journal.
  mutating func take(of change: Int64) -> [RowChange] {
    guard !begun.isEmpty else { return [] }
    areMixed = true
    for (number, reason) in begun { digest.add(number, reason) }
    defer { begun.removeAll(keepingCapacity: true) }
    return begun.map { number, reason in
      RowChange(
        table: Self.table, before: nil, after: [.integer(change), .integer(number), reason.datum])
    }
  }

  /// The digest of all reasons that were taken; nil if there are none.
  var digestOfTaken: String? {
    var digest = digest
    return digest.finish()
  }
}

/// The SHA-256 over the reasons of a change's rows, in the order of their lines.
struct ReasonDigest {
  private var digest: ChangeDigest?

  mutating func add(_ number: Int64, _ reason: String?) {
    var digest = digest ?? ChangeDigest(previous: "")
    // Not to copy the hasher's state.
    self.digest = nil
    digest.add(number)
    digest.add(reason)
    self.digest = digest
  }

  /// Nil if there are no reasons.
  mutating func finish() -> String? { digest?.finish() }
}

extension RowReasons {
  static let anyRow = Statement(
    "SELECT 1 FROM change_reason WHERE change = ? LIMIT 1", isShort: true)
  static let page = Statement(
    """
    SELECT number, reason FROM change_reason WHERE change = ? AND number > ? AND number <= ? \
    ORDER BY number
    """)

  /// SQL: why a line was written, as its row says it; NULL if it says nothing of its own.
  static func sql(change: String, number: String) -> String {
    """
    (SELECT q.reason FROM change_reason q WHERE q.change = \(change) AND q.number <= \(number) \
    ORDER BY q.number DESC LIMIT 1)
    """
  }
}

extension Store {
  /// The reason of the row's latest journal line that passes the test: its own, or else the change's.
  /// - Parameter test: of the journal's line `r`, in SQL.
  package func reason(
    ofLastLineOf table: Table, _ key: String, where test: String
  ) throws -> String? {
    let sql = """
      SELECT \(ChangeSummary.reason(ofLine: "r.number")) FROM change_row r \
      JOIN change c ON c.change = r.change \
      WHERE r.table_name = '\(table.name)' AND r.row_key = ? AND \(test) \
      ORDER BY r.change DESC, r.number DESC LIMIT 1
      """
    return try connection.first(once: sql, [.text(key)]) { $0.datum(0).text } ?? nil
  }
}
