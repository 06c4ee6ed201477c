import Accounts

/// How a list finds its first rows without working out the others.
struct ShortForm: Sendable {
  /// A column that the rows can be sorted by before they are worked out, in a list's own SQL.
  struct Key: Sendable {
    let sql: String
    let isDescending: Bool
    var term: String { sql + SortOrder.words(isDescending: isDescending) }
  }

  /// The SQL of the columns, by their names.
  let columns: [String: String]
  /// A report of the same first rows, so many at least, by these keys and then in the usual order.
  let report: @Sendable (Int, [Key]) -> Report

  /// Nil if the rows must be worked out to be sorted.
  func keys(_ sort: [Selection.SortKey], _ sources: [Report.Column]) -> [Key]? {
    var keys: [Key] = []
    for key in sort {
      guard let sql = columns[sources[key.column].name] else { return nil }
      keys.append(Key(sql: sql, isDescending: key.isDescending))
    }
    return keys
  }
}
