package import Engines
import Values

/// Rows of one entity that meet conditions, in order: one statement, and the same test in code
/// for rows that are not written yet.
package final class Lookup<E: Entity>: Sendable {
  /// A test of one column against an argument, or against a constant.
  package struct Condition: Sendable {
    let shape: LookupShape.Condition

    init(shape: LookupShape.Condition) { self.shape = shape }

    private init<V>(_ column: Column<E, V>, _ relation: LookupShape.Relation, _ value: V? = nil) {
      shape = LookupShape.Condition(
        column: column.info, relation: relation, constant: value.map(\.datum))
    }

    package static func equal<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .equal)
    }
    package static func before<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .less)
    }
    package static func notAfter<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .lessOrEqual)
    }
    package static func after<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .greater)
    }
    package static func notBefore<V>(_ column: Column<E, V>) -> Condition {
      Condition(column, .greaterOrEqual)
    }
    package static func unknown<V>(_ column: Column<E, V?>) -> Condition {
      Condition(column, .isNull)
    }
    package static func known<V>(_ column: Column<E, V?>) -> Condition {
      Condition(column, .isNotNull)
    }
    /// The day until which a row is in force is after its first day.
    static func lasts(from: Column<E, CivilDate>, until: Column<E, CivilDate?>) -> Condition {
      Condition(shape: .init(column: until.info, relation: .greater, other: from.info))
    }
    package static func `is`<V>(_ column: Column<E, V>, _ value: V) -> Condition {
      Condition(column, .equal, value)
    }
  }

  /// A column to sort by.
  package struct Order: Sendable {
    let shape: LookupShape.Order

    package static func ascending<V>(_ column: Column<E, V>) -> Order {
      Order(shape: LookupShape.Order(column: column.info, isDescending: false))
    }
    package static func descending<V>(_ column: Column<E, V>) -> Order {
      Order(shape: LookupShape.Order(column: column.info, isDescending: true))
    }
  }

  let shape: LookupShape
  package var limit: Int? { shape.limit }

  package init(_ conditions: [Condition], order: [Order] = [], limit: Int? = nil) {
    shape = LookupShape(E.table, conditions.map(\.shape), order.map(\.shape), limit)
  }
}
