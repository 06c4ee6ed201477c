import Engines
import Values

/// A lookup without its entity: the statement, and the same test in code.
final class LookupShape: Sendable {
  /// A test of one column: against an argument, a constant or another column, or for null.
  struct Condition: Sendable {
    let column: ColumnInfo
    let relation: Relation
    var constant: Datum?
    var other: ColumnInfo?

    var takesArgument: Bool { constant == nil && other == nil && !relation.isAboutNull }

    /// False only where no argument could make it hold.
    func mayHold(for values: [Datum]) -> Bool {
      takesArgument
        || relation.holds(
          values[column.index], constant ?? other.map { values[$0.index] } ?? .null)
    }

    var sql: String {
      if relation.isAboutNull { return "\(column.name) \(relation.rawValue)" }
      let right = other?.name ?? constant.map { LookupShape.literal($0, column.type) } ?? "?"
      return "\(column.name) \(relation.rawValue) \(right)"
    }
  }

  enum Relation: String, Sendable {
    case equal = "="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isNull = "IS NULL"
    case isNotNull = "IS NOT NULL"

    var isAboutNull: Bool { self == .isNull || self == .isNotNull }
  }

  /// A column to sort by.
  struct Order: Sendable {
    let column: ColumnInfo
    let isDescending: Bool
  }

  let table: Table
  let conditions: [Condition]
  /// Ends with the key where anything is sorted at all: engines differ in what they do with a tie.
  let order: [Order]
  package let limit: Int?
  let statement: Statement
  let queryShape: RowQuery.Shape
  /// The columns that must equal an argument, with the argument's position.
  let equalities: [(column: Int, argument: Int)]

  init(_ table: Table, _ conditions: [Condition], _ order: [Order], _ limit: Int?) {
    self.table = table
    self.conditions = conditions
    let order = Self.withoutTies(order, table, conditions)
    self.order = order
    self.limit = limit
    let names = table.columns.map(\.name).joined(separator: ", ")
    var sql = " FROM \(table.name) WHERE " + conditions.map(\.sql).joined(separator: " AND ")
    if !order.isEmpty {
      sql += " ORDER BY " + order.map { Self.term($0, conditions) }.joined(separator: ", ")
    }
    if limit != nil { sql += " LIMIT ?" }
    statement = Statement(
      "SELECT " + names + sql, isShort: true,
      withoutSecrets: Table.readable(table.columns).map { "SELECT " + $0 + sql })
    let variable = conditions.filter(\.takesArgument)
    queryShape = RowQuery.Shape(
      argumentTypes: variable.map(\.column.type), columnCount: table.columns.count,
      hasLimit: limit != nil,
      isInIndexOrder: limit != nil && (order.first.map { $0.column.index > 0 } ?? false))
    equalities = variable.enumerated().filter { $0.element.relation == .equal }
      .map { ($0.element.column.index, $0.offset) }
  }

  /// The key goes on in the last column's direction, so that an index still gives the order.
  private static func withoutTies(
    _ order: [Order], _ table: Table, _ conditions: [Condition]
  ) -> [Order] {
    guard let last = order.last else { return [] }
    let settled = Set(
      order.map(\.column.index)
        + conditions.filter { $0.relation == .equal }.map(\.column.index))
    return order
      + table.columns[0..<table.keyCount].filter { !settled.contains($0.index) }
      .map { Order(column: $0, isDescending: last.isDescending) }
  }

  /// Engines differ in where they sort nulls. Where none is found, an index gives the order.
  private static func term(_ key: Order, _ conditions: [Condition]) -> String {
    let direction = key.column.name + (key.isDescending ? " DESC" : "")
    let isKnown = conditions.contains {
      $0.column.index == key.column.index && $0.relation != .isNull
    }
    return key.column.isNullable && !isKnown
      ? direction + (key.isDescending ? " NULLS LAST" : " NULLS FIRST") : direction
  }

  /// Constants are words of this program, never input.
  fileprivate static func literal(_ value: Datum, _ type: ColumnType) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): type == .boolean ? (number == 0 ? "FALSE" : "TRUE") : String(number)
    case .text(let word): "'\(word)'"
    }
  }

  /// As far as it can be told without arguments.
  func mayMatch(_ values: [Datum]) -> Bool {
    conditions.allSatisfy { $0.mayHold(for: values) }
  }

  func matches(_ values: [Datum], _ arguments: [Datum]) -> Bool {
    var next = 0
    for condition in conditions {
      let left = values[condition.column.index]
      let right: Datum
      if condition.takesArgument {
        right = arguments[next]
        next += 1
      } else {
        right = condition.constant ?? condition.other.map { values[$0.index] } ?? .null
      }
      if !condition.relation.holds(left, right) { return false }
    }
    return true
  }

  package func precedes(_ left: [Datum], _ right: [Datum]) -> Bool {
    Self.precedes(left, right, by: order)
  }

  static func precedes(_ left: [Datum], _ right: [Datum], by order: [Order]) -> Bool {
    for key in order {
      let (a, b) = (left[key.column.index], right[key.column.index])
      if a == b { continue }
      return key.isDescending ? b < a : a < b
    }
    return false
  }
}

extension LookupShape.Relation {
  /// As in SQL, null equals and orders with nothing.
  func holds(_ left: Datum, _ right: Datum) -> Bool {
    if isAboutNull { return left.isNull == (self == .isNull) }
    if left.isNull || right.isNull { return false }
    return switch self {
    case .equal: left == right
    case .less: left < right
    case .lessOrEqual: !(right < left)
    case .greater: right < left
    case .greaterOrEqual: !(left < right)
    case .isNull, .isNotNull: false
    }
  }
}
