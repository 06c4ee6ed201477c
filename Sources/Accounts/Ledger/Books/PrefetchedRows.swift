import Engines
import Values

/// Rows that are loaded for many operations at once, under what those operations did so far.
///
/// A rule that asks for rows that are not loaded is stopped, and its question noted; when all
/// questions are answered together it runs again. Rules are pure, so nothing is lost by that.
final class PrefetchedRows: RowSource {
  /// Extra rows, because earlier operations may have removed some of a limited answer.
  static let margin = 16

  private let connection: any BatchConnection
  private var loaded: [RowQuery: Answer] = [:]
  private var missing: [RowQuery: Int?] = [:]
  private(set) var hasMissed = false
  /// How many questions are noted.
  var questions: Int { missing.count }
  /// Whether written rows can be read again, so that many changed rows need not be searched in memory.
  private let canWrite: Bool
  /// Enough rows were changed that the changes should be written before the next operation.
  private(set) var isCrowded = false
  /// The greatest keys of the store, of tables whose next number was asked for.
  private var greatest: [ObjectIdentifier: Int64] = [:]
  var unwritten = Unwritten()

  /// What the store answered when it was asked for so many rows at most.
  private struct Answer {
    let rows: [[Datum]]
    let limit: Int?

    var isWhole: Bool { limit.map { rows.count < $0 } ?? true }
  }

  /// Never seen outside: the operation is tried again.
  private static let notLoaded = RuleError.store(StoreError(.defect, "a row was not loaded"))

  init(_ connection: any BatchConnection, canWrite: Bool = false) {
    self.connection = connection
    self.canWrite = canWrite
  }

  // MARK: For rules

  package func row(of table: Table, _ key: [Datum]) throws(RuleError) -> [Datum]? {
    if let row = unwritten.row(of: table, key) { return row }
    if table.keyCount == 1, isNew(key[0], in: table) { return nil }
    return try answer(
      RowQuery(statement: table.find, arguments: key, shape: table.findShape), limit: nil
    ).rows.first
  }

  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) throws(RuleError) -> [[Datum]]
  {
    let query = RowQuery(
      statement: lookup.statement, arguments: arguments, shape: lookup.queryShape)
    var answer =
      isAboutNew(lookup, arguments) ? Answer(rows: [], limit: nil) : try answer(query, limit: limit)
    guard let changed = unwritten.table(lookup.table) else { return answer.rows }
    var found = answer.rows
    let keyCount = lookup.table.keyCount
    found.removeAll { changed.rows[Array($0[0..<keyCount])] != nil }
    while let limit, found.count < limit, !answer.isWhole {
      // Too many of the first rows were changed: more are needed.
      if canWrite {
        isCrowded = true
        hasMissed = true
        throw Self.notLoaded
      }
      answer = try self.answer(query, limit: 2 * (answer.limit ?? limit))
      found = answer.rows
      found.removeAll { changed.rows[Array($0[0..<keyCount])] != nil }
    }
    let added = changed.rows(lookup, arguments, limit: limit)
    guard !added.isEmpty else { return found }
    let count = limit ?? .max
    return Array((found.prefix(count) + added).sorted { lookup.precedes($0, $1) }.prefix(count))
  }

  func greatestKey(of table: Table) throws(RuleError) -> Int64 {
    let query = RowQuery(
      statement: table.greatestKey, arguments: [], shape: Table.greatestKeyShape)
    let stored = try answer(query, limit: nil).rows.first?.first?.integer ?? 0
    greatest[ObjectIdentifier(table)] = stored
    return max(stored, unwritten.table(table)?.greatestKey ?? 0)
  }

  /// Whether a number was assigned by the operations that run together; the store does not have it yet.
  private func isNew(_ key: Datum, in table: Table) -> Bool {
    guard let greatest = greatest[ObjectIdentifier(table)], case .integer(let number) = key else {
      return false
    }
    return number > greatest
  }

  /// Whether only rows that belong to such a number would be found.
  private func isAboutNew(_ lookup: LookupShape, _ arguments: [Datum]) -> Bool {
    guard !greatest.isEmpty else { return false }
    return lookup.equalities.contains { column, argument in
      guard let parent = lookup.table.columns[column].references?() else { return false }
      return isNew(arguments[argument], in: parent)
    }
  }

  private func answer(_ query: RowQuery, limit: Int?) throws(RuleError) -> Answer {
    if let answer = loaded[query], answer.isWhole || (answer.limit ?? 0) >= (limit ?? 0) {
      return answer
    }
    let wanted: Int? = limit.map { $0 + Self.margin }
    missing.updateValue(wanted, forKey: query)
    hasMissed = true
    throw Self.notLoaded
  }

  // MARK: For the change

  /// Runs a rule; answers nil if it has to be run again after `load`.
  func attempt<T>(_ rule: () throws(RuleError) -> T) -> Result<T, RuleError>? {
    hasMissed = false
    let outcome = Result { () throws(RuleError) in try rule() }
    return hasMissed ? nil : outcome
  }

  /// The same for what may fail in any way.
  func attempt<T>(any rule: () throws -> T) -> Result<T, any Error>? {
    hasMissed = false
    let outcome = Result { try rule() }
    return hasMissed ? nil : outcome
  }

  /// Loads all that was missed, in one round trip.
  func load() throws(StoreError) {
    let wanted = missing
    missing.removeAll(keepingCapacity: true)
    var byLimit: [Int?: [RowQuery]] = [:]
    for (query, limit) in wanted { byLimit[limit, default: []].append(query) }
    let questions = byLimit.map { RowQuestion(queries: $0.value, limit: $0.key) }
    let answers = try connection.fetch(questions)
    for (question, found) in zip(questions, answers) {
      for (query, rows) in zip(question.queries, found) {
        loaded[query] = Answer(rows: rows, limit: question.limit)
      }
    }
  }
}
