import Engines
import Values

/// The unwritten rows that one lookup may find: by what it compares for equality, and in its order.
/// However many rows are about one record, only those that are asked for are looked at.
struct UnwrittenAnswers {
  private let lookup: LookupShape
  private let sorting: LookupShape.Sorting
  private var groups: [[Datum]: [[Datum]]] = [:]
  /// How many rows were compared with what was asked.
  private(set) var lookedAt = 0

  init(_ lookup: LookupShape) {
    self.lookup = lookup
    sorting = lookup.sorting
  }

  mutating func add(_ row: [Datum]) {
    guard lookup.mayMatch(row) else { return }
    let group = group(of: row)
    let place = place(of: row, in: groups[group] ?? [])
    groups[group, default: []].insert(row, at: place)
  }

  mutating func remove(_ row: [Datum]) {
    guard lookup.mayMatch(row) else { return }
    let group = group(of: row)
    guard let rows = groups[group] else { return }
    let place = place(of: row, in: rows)
    if place < rows.count, rows[place] == row { groups[group]?.remove(at: place) }
  }

  mutating func first(_ arguments: [Datum], limit: Int?) -> [[Datum]] {
    guard let rows = groups[lookup.equalities.map { arguments[$0.argument] }] else { return [] }
    let start = rows.endOfFirst { sorting.place(of: $0, arguments) == .before }
    var found: [[Datum]] = []
    for row in rows[start...] {
      lookedAt += 1
      if found.count == limit ?? .max || sorting.place(of: row, arguments) == .behind { break }
      if lookup.matches(row, arguments) { found.append(row) }
    }
    return found
  }

  private func group(of row: [Datum]) -> [Datum] { lookup.equalities.map { row[$0.column] } }

  private func place(of row: [Datum], in rows: [[Datum]]) -> Int {
    rows.endOfFirst { sorting.precedes($0, row) }
  }
}

extension LookupShape {
  /// An order without ties, and where in it the rows are that a lookup asks for.
  struct Sorting {
    /// Where a row is relative to those that are asked for, by the first column alone.
    enum Place { case before, among, behind }

    fileprivate let order: [Order]
    /// Tests of the first column against an argument.
    fileprivate let bounds: [(relation: Relation, argument: Int)]

    func precedes(_ left: [Datum], _ right: [Datum]) -> Bool {
      LookupShape.precedes(left, right, by: order)
    }

    func place(of row: [Datum], _ arguments: [Datum]) -> Place {
      guard let first = order.first, !bounds.isEmpty else { return .among }
      let value = row[first.column.index]
      // What is unknown is not asked for. It comes first in ascending order, and last in descending.
      if value.isNull { return first.isDescending ? .behind : .before }
      for (relation, argument) in bounds where !relation.holds(value, arguments[argument]) {
        let isTooSmall = relation == .greater || relation == .greaterOrEqual
        return isTooSmall == first.isDescending ? .behind : .before
      }
      return .among
    }
  }

  /// The lookup's order; where it has none, by what it compares.
  var sorting: Sorting {
    var bounds: [(column: ColumnInfo, relation: Relation, argument: Int)] = []
    for (argument, condition) in conditions.filter(\.takesArgument).enumerated()
    where condition.relation != .equal {
      bounds.append((condition.column, condition.relation, argument))
    }
    let keys = table.columns[0..<table.keyCount]
    let order =
      order.isEmpty
      ? ((bounds.first.map { [$0.column] } ?? []) + keys)
        .map { Order(column: $0, isDescending: false) } : order
    return Sorting(
      order: order,
      bounds: bounds.filter { $0.column.index == order.first?.column.index }
        .map { ($0.relation, $0.argument) })
  }
}
