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

  /// Nil where the row is not touched; the inner nil where it is deleted.
  package func row(of table: Table, _ key: [Datum]) -> [Datum]?? {
    tables[ObjectIdentifier(table)]?.rows[key]
  }

  func table(_ table: Table) -> UnwrittenTable? { tables[ObjectIdentifier(table)] }
}

/// The unwritten rows of one table.
final class UnwrittenTable {
  private(set) var rows: [[Datum]: [Datum]?] = [:]
  private(set) var greatestKey: Int64 = 0
  /// By the columns that lookups compare for equality: which keys have ever had those values.
  private var indexes: [[Int]: [[Datum]: Set<[Datum]>]] = [:]

  func record(_ key: [Datum], _ after: [Datum]?) {
    rows[key] = .some(after)
    guard let after else { return }
    greatestKey = max(greatestKey, after[0].integer ?? 0)
    for columns in indexes.keys {
      indexes[columns]?[columns.map { after[$0] }, default: []].insert(key)
    }
  }

  /// The rows that the lookup would find among these.
  func rows(_ lookup: LookupShape, _ arguments: [Datum]) -> [[Datum]] {
    let columns = lookup.equalities.map(\.column)
    if columns.isEmpty {
      return rows.values.compactMap { $0 }.filter { lookup.matches($0, arguments) }
    }
    let values = lookup.equalities.map { arguments[$0.argument] }
    guard let keys = index(on: columns)[values] else { return [] }
    return keys.compactMap { rows[$0] ?? nil }.filter { lookup.matches($0, arguments) }
  }

  private func index(on columns: [Int]) -> [[Datum]: Set<[Datum]>] {
    if let index = indexes[columns] { return index }
    var index: [[Datum]: Set<[Datum]>] = [:]
    for (key, row) in rows {
      guard let row else { continue }
      index[columns.map { row[$0] }, default: []].insert(key)
    }
    indexes[columns] = index
    return index
  }
}
