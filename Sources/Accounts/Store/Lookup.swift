/// Rows of one entity that meet conditions, in order: one statement, and the same test in code
/// for rows that are not written yet.
public final class Lookup<E: Entity>: Sendable {
  /// A test of one column against an argument, or against a constant.
  public struct Condition: Sendable {
    let column: ColumnInfo
    let relation: Relation
    let constant: Datum?

    public static func equal<V>(_ column: Column<E, V>) -> Condition {
      Condition(column: column.info, relation: .equal, constant: nil)
    }
    public static func before<V>(_ column: Column<E, V>) -> Condition {
      Condition(column: column.info, relation: .less, constant: nil)
    }
    public static func notAfter<V>(_ column: Column<E, V>) -> Condition {
      Condition(column: column.info, relation: .lessOrEqual, constant: nil)
    }
    public static func after<V>(_ column: Column<E, V>) -> Condition {
      Condition(column: column.info, relation: .greater, constant: nil)
    }
    public static func notBefore<V>(_ column: Column<E, V>) -> Condition {
      Condition(column: column.info, relation: .greaterOrEqual, constant: nil)
    }
    public static func `is`<V>(_ column: Column<E, V>, _ value: V) -> Condition {
      Condition(column: column.info, relation: .equal, constant: value.datum)
    }
  }

  enum Relation: String, Sendable {
    case equal = "="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// A column to sort by.
  public struct Order: Sendable {
    let column: ColumnInfo
    let isDescending: Bool

    public static func ascending<V>(_ column: Column<E, V>) -> Order {
      Order(column: column.info, isDescending: false)
    }
    public static func descending<V>(_ column: Column<E, V>) -> Order {
      Order(column: column.info, isDescending: true)
    }
  }

  let conditions: [Condition]
  let order: [Order]
  let limit: Int?
  let statement: Statement

  public init(_ conditions: [Condition], order: [Order] = [], limit: Int? = nil) {
    self.conditions = conditions
    self.order = order
    self.limit = limit
    let names = E.table.columns.map(\.name).joined(separator: ", ")
    let tests = conditions.map { condition in
      let right = condition.constant.map { Self.literal($0) } ?? "?"
      return "\(condition.column.name) \(condition.relation.rawValue) \(right)"
    }
    var sql = "SELECT \(names) FROM \(E.table.name) WHERE " + tests.joined(separator: " AND ")
    if !order.isEmpty {
      let keys = order.map { $0.column.name + ($0.isDescending ? " DESC" : "") }
      sql += " ORDER BY " + keys.joined(separator: ", ")
    }
    if limit != nil { sql += " LIMIT ?" }
    statement = Statement(sql)
  }

  /// Constants are words of this program, never input.
  private static func literal(_ value: Datum) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .text(let word): "'\(word)'"
    }
  }

  func matches(_ values: [Datum], _ arguments: [Datum]) -> Bool {
    var next = 0
    for condition in conditions {
      let left = values[condition.column.index]
      let right: Datum
      if let constant = condition.constant {
        right = constant
      } else {
        right = arguments[next]
        next += 1
      }
      // As in SQL, null equals and orders with nothing.
      if left.isNull || right.isNull { return false }
      let holds =
        switch condition.relation {
        case .equal: left == right
        case .less: left < right
        case .lessOrEqual: !(right < left)
        case .greater: right < left
        case .greaterOrEqual: !(left < right)
        }
      if !holds { return false }
    }
    return true
  }

  func precedes(_ left: [Datum], _ right: [Datum]) -> Bool {
    for key in order {
      let (a, b) = (left[key.column.index], right[key.column.index])
      if a == b { continue }
      return key.isDescending ? b < a : a < b
    }
    return false
  }
}
