import Engines
import Values

/// Where books find the rows that the operation itself has not touched.
protocol RowSource: AnyObject {
  func row(of table: Table, _ key: [Datum]) throws(RuleError) -> [Datum]?
  /// What the lookup finds, in order. `limit` is the lookup's own or more; a source may answer
  /// more rows than that.
  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(RuleError) -> [[Datum]]
  func greatestKey(of table: Table) throws(RuleError) -> Int64
}

/// Each lookup is a separate statement: best where a statement costs no round trip. The last answer
/// of each is kept while nobody else can write, as the rows of a file often ask alike in turn.
final class DirectRows: RowSource {
  private let connection: any Connection
  private let keepsAnswers: Bool
  /// By the statement's number.
  private var answers: [CachedResult?] = []
  /// The statements whose answers are kept.
  private var kept: [Int] = []
  /// By table, the greatest key of rows that are gone: the journal's lines are written later.
  private var removed: [ObjectIdentifier: Int64] = [:]

  init(_ connection: any Connection, keepsAnswers: Bool) {
    self.connection = connection
    self.keepsAnswers = keepsAnswers
  }

  package func row(of table: Table, _ key: [Datum]) throws(RuleError) -> [Datum]? {
    if let known = known(table.find, key, limit: nil) { return known.first }
    let rows = try select(table.find, key, count: table.columns.count)
    keep(CachedResult(table: table, arguments: key, rows: rows), of: table.find)
    return rows.first
  }

  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(RuleError) -> [[Datum]]
  {
    if let known = known(lookup.statement, arguments, limit: limit) { return known }
    var bound = arguments
    if let limit { bound.append(.integer(Int64(limit))) }
    let rows = try select(lookup.statement, bound, count: lookup.table.columns.count)
    keep(CachedResult(lookup, arguments, limit: limit, rows: rows), of: lookup.statement)
    return rows
  }

  private func known(_ statement: Statement, _ arguments: [Datum], limit: Int?) -> [[Datum]]? {
    guard statement.id < answers.count, let answer = answers[statement.id],
      answer.limit == limit, answer.arguments == arguments
    else { return nil }
    return answer.rows
  }

  private func keep(_ answer: CachedResult, of statement: Statement) {
    guard keepsAnswers else { return }
    if answers.count <= statement.id {
      answers += [CachedResult?](repeating: nil, count: statement.id + 1 - answers.count)
    }
    if answers[statement.id] == nil { kept.append(statement.id) }
    answers[statement.id] = answer
  }

  /// Must be notified of every row that is written.
  func wrote(_ change: RowChange) {
    if change.after == nil, change.table.keyCount == 1, let key = change.before?.first?.integer {
      let table = ObjectIdentifier(change.table)
      removed[table] = max(removed[table] ?? 0, key)
    }
    for (index, id) in kept.enumerated().reversed() {
      guard answers[id]?.table === change.table, answers[id]?.take(change) == false else {
        continue
      }
      answers[id] = nil
      kept.remove(at: index)
    }
  }

  func greatestKey(of table: Table) throws(RuleError) -> Int64 {
    let stored = try select(table.greatestKey, [], count: 1).first?.first?.integer ?? 0
    return max(stored, removed[ObjectIdentifier(table)] ?? 0)
  }

  private func select(_ statement: Statement, _ arguments: [Datum], count: Int)
    throws(RuleError) -> [[Datum]]
  {
    var found: [[Datum]] = []
    do {
      try connection.each(statement, arguments) { row in
        found.append(row.values(count))
        return true
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .store(StoreError(.defect, "\(error)"))
    }
    return found
  }
}

/// What a statement found.
private struct CachedResult {
  let table: Table
  let arguments: [Datum]
  /// Nil for a row by its key.
  private let lookup: LookupShape?
  package let limit: Int?
  private(set) var rows: [[Datum]]

  init(table: Table, arguments: [Datum], rows: [[Datum]]) {
    self.table = table
    self.arguments = arguments
    self.rows = rows
    lookup = nil
    limit = nil
  }

  init(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?, rows: [[Datum]]) {
    table = lookup.table
    self.arguments = arguments
    self.rows = rows
    self.lookup = lookup
    self.limit = limit
  }

  /// The index after all rows that do not follow it; a binary search, because a file may have many rows.
  private func place(of row: [Datum], _ lookup: LookupShape) -> Int {
    rows.endOfFirst { !lookup.precedes(row, $0) }
  }

  /// Follows a change of its table; false where only the engine can tell what is found now.
  mutating func take(_ change: RowChange) -> Bool {
    guard let lookup else {
      if change.key.elementsEqual(arguments) { rows = change.after.map { [$0] } ?? [] }
      return true
    }
    if let before = change.before {
      // A row that leaves a limited answer makes room for one that is not known here.
      return !lookup.matches(before, arguments)
        && !(change.after.map { lookup.matches($0, arguments) } ?? false)
    }
    guard let after = change.after, lookup.matches(after, arguments) else { return true }
    rows.insert(after, at: place(of: after, lookup))
    if let limit, rows.count > limit { rows.removeLast() }
    return true
  }
}
