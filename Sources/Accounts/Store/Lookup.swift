/// Rows of one entity that meet conditions, in order: one statement, and the same test in code
/// for rows that are not written yet.
public final class Lookup<E: Entity>: Sendable {
  /// A test of one column against an argument, or against a constant.
  public struct Condition: Sendable {
    let shape: LookupShape.Condition

    private init<V>(_ column: Column<E, V>, _ relation: LookupShape.Relation, _ value: V? = nil) {
      shape = LookupShape.Condition(
        column: column.info, relation: relation, constant: value.map(\.datum))
    }

    public static func equal<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .equal)
    }
    public static func before<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .less)
    }
    public static func notAfter<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .lessOrEqual)
    }
    public static func after<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .greater)
    }
    public static func notBefore<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .greaterOrEqual)
    }
    public static func `is`<V>(_ column: Column<E, V>, _ value: V) -> Condition {
      Condition(column, .equal, value)
    }
  }

  /// A column to sort by.
  public struct Order: Sendable {
    let shape: LookupShape.Order

    public static func ascending<V>(_ column: Column<E, V>) -> Order {
      Order(shape: LookupShape.Order(column: column.info, isDescending: false))
    }
    public static func descending<V>(_ column: Column<E, V>) -> Order {
      Order(shape: LookupShape.Order(column: column.info, isDescending: true))
    }
  }

  let shape: LookupShape
  var limit: Int? { shape.limit }

  public init(_ conditions: [Condition], order: [Order] = [], limit: Int? = nil) {
    shape = LookupShape(E.table, conditions.map(\.shape), order.map(\.shape), limit)
  }
}
