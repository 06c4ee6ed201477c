import Accounts

/// How a list finds its first rows without calculating the others.
struct ShortForm: Sendable {
  /// A column by which rows can be sorted before they are calculated, in a list's own SQL.
  struct Key: Sendable {
    let sql: String
    let isDescending: Bool
    var term: String { sql + SortOrder.words(isDescending: isDescending) }
  }

  /// The SQL of the columns, by their names.
  let columns: [String: String]
  /// A report of at least this many of the first rows, sorted by these keys and then in the usual order.
  let report: @Sendable (Int, [Key]) -> Report

  /// Nil if the rows must be calculated before they can be sorted.
  func keys(_ sort: [Selection.SortKey], _ sources: [Report.Column]) -> [Key]? {
    var keys: [Key] = []
    for key in sort {
      guard let sql = columns[sources[key.column].name] else { return nil }
      keys.append(Key(sql: sql, isDescending: key.isDescending))
    }
    return keys
  }
}
