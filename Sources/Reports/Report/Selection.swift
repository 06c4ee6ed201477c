public import Accounts

/// Which columns of a report, in which order, how many rows.
public struct Selection: Sendable {
  struct SortKey: Sendable {
    let column: Int
    let isDescending: Bool
  }

  let columns: [Int]
  let sort: [SortKey]
  /// Nil is all.
  let limit: Int?
  /// Whether personal data is shown whole.
  let reveals: Bool

  /// `fields` and `sort` as they stand on a command line, e.g. `account,-quantity`.
  public init(
    fields: String?, sort: String?, limit: Int?, reveals: Bool = false, of report: Report
  ) throws(ValueFault) {
    var columns = Array(report.columns.indices)
    if let fields {
      columns = []
      for name in fields.split(separator: ",") {
        columns.append(try Self.index(of: name, in: report, option: "fields"))
      }
    }
    var keys: [SortKey] = []
    for word in (sort ?? "").split(separator: ",") {
      let isDescending = word.hasPrefix("-")
      let name = isDescending ? word.dropFirst() : word
      keys.append(
        SortKey(
          column: try Self.index(of: name, in: report, option: "sort"), isDescending: isDescending))
    }
    guard (limit ?? 0) >= 0 else {
      throw ValueFault(.outOfRange, found: "--limit \(limit ?? 0)", expected: "0 or more rows")
    }
    self.columns = columns
    self.sort = keys
    self.limit = limit == 0 ? nil : limit
    self.reveals = reveals
  }

  public init(allOf report: Report, limit: Int? = nil, reveals: Bool = false) {
    columns = Array(report.columns.indices)
    sort = []
    self.limit = limit
    self.reveals = reveals
  }

  private static func index(of name: Substring, in report: Report, option: String)
    throws(ValueFault) -> Int
  {
    let name = name.filter { $0 != " " }
    guard let index = report.columns.firstIndex(where: { $0.name == name }) else {
      throw ValueFault(
        .unknownChoice, found: "--\(option) \(name)",
        expected: "fields of \(report.name): " + report.columns.map(\.name).joined(separator: ", "))
    }
    return index
  }
}
