package import Accounts

/// A list that is read: typed columns, the rows that they come from, what narrows and orders them.
/// Rows stream from the engine to a writer, so a report of any length takes the same memory.
package struct Report: Sendable {
  /// A condition and what its marks stand for.
  package struct Condition: Sendable {
    let sql: String
    let arguments: [Datum]

    package init(_ sql: String, _ arguments: [Datum] = []) {
      self.sql = sql
      self.arguments = arguments
    }

    /// A column has one of the values; no condition where there are none.
    static func among(_ values: [String], _ column: String) -> [Condition] {
      guard values.count != 1 else { return [Condition("\(column) = ?", [values[0].datum])] }
      let marks = values.map { _ in "?" }.joined(separator: ", ")
      return values.isEmpty ? [] : [Condition("\(column) IN (\(marks))", values.map(\.datum))]
    }
  }

  package let name: String
  package let columns: [ReportColumn]
  let sources: [Column]
  /// FROM and JOINs.
  let source: String
  let sourceArguments: [Datum]
  let conditions: [Condition]
  let groups: [String]
  /// What a group must meet.
  let having: String?
  private(set) var short: ShortForm?
  /// SQL that gives the usual order; it must end in a key, so that the order is total.
  let order: [String]

  package init(
    _ name: String, columns: [Column], from source: String,
    sourceArguments: [Datum] = [], where conditions: [Condition] = [],
    groupBy groups: [String] = [], having: String? = nil,
    orderBy order: [String]
  ) {
    self.name = name
    let unit = columns.first(where: \.isUnit).map { "see \($0.name)" }
    sources = columns.map { column in
      guard column.column.kind == .quantity, column.column.unit == nil, let unit else {
        return column
      }
      return column.measured(in: unit)
    }
    self.columns = sources.map(\.column)
    self.source = source
    self.sourceArguments = sourceArguments
    self.conditions = conditions
    self.groups = groups
    self.having = having
    self.order = order
  }

  /// - Parameter short: makes reports of the first rows alone.
  func shortened(_ short: ShortForm) -> Report {
    var report = self
    report.short = short
    return report
  }

  /// The same rows with a few of the columns, for a table within a page.
  func only(_ names: [String]) -> Report {
    Report(
      name, columns: names.compactMap { name in sources.first { $0.name == name } },
      from: source, sourceArguments: sourceArguments, where: conditions, groupBy: groups,
      having: having, orderBy: order)
  }

  /// Those of the rows that meet a condition more.
  func narrowed(_ condition: Condition) -> Report {
    Report(
      name, columns: sources, from: source, sourceArguments: sourceArguments,
      where: conditions + [condition], groupBy: groups, having: having,
      orderBy: order)
  }
}
