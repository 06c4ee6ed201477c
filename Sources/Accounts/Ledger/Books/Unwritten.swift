import Engines
import Values

/// Rows as operations left them that are not written yet, found by key and by what lookups ask.
struct Unwritten {
  private var tables: [ObjectIdentifier: UnwrittenTable] = [:]

  mutating func record(_ change: RowChange) {
    let id = ObjectIdentifier(change.table)
    let table = tables[id] ?? UnwrittenTable()
    tables[id] = table
    table.record(Array(change.key), change.after)
  }

  /// Nil if the row is not touched; the inner nil if it is deleted.
  package func row(of table: Table, _ key: [Datum]) -> [Datum]?? {
    tables[ObjectIdentifier(table)]?.rows[key]
  }

  /// How many rows were compared with what lookups asked.
  var lookedAt: Int { tables.values.reduce(0) { $0 + $1.lookedAt } }

  func table(_ table: Table) -> UnwrittenTable? { tables[ObjectIdentifier(table)] }
}

/// The unwritten rows of one table.
final class UnwrittenTable {
  private(set) var rows: [[Datum]: [Datum]?] = [:]
  private(set) var greatestKey: Int64 = 0
  private var answers: [ObjectIdentifier: UnwrittenAnswers] = [:]

  var lookedAt: Int { answers.values.reduce(0) { $0 + $1.lookedAt } }

  func record(_ key: [Datum], _ after: [Datum]?) {
    let before = rows.updateValue(after, forKey: key) ?? nil
    if let after { greatestKey = max(greatestKey, after[0].integer ?? 0) }
    for id in answers.keys {
      if let before { answers[id]?.remove(before) }
      if let after { answers[id]?.add(after) }
    }
  }

  /// The first rows that the lookup would find among these, in its order.
  func rows(_ lookup: LookupShape, _ arguments: [Datum], limit: Int?) -> [[Datum]] {
    let id = ObjectIdentifier(lookup)
    if answers[id] == nil {
      var all = UnwrittenAnswers(lookup)
      for case .some(let row) in rows.values { all.add(row) }
      answers[id] = all
    }
    return answers[id]?.first(arguments, limit: limit) ?? []
  }
}
