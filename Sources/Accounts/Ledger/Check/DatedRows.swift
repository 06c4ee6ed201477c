import Engines
import Values

/// Rows that count from a day until (not including) another, in the order of their first days.
enum DatedRows {
  /// Pairs of rows that count on one day; an empty period counts on none.
  package static func overlaps<E: Entity>(
    _ rows: [Row<E>], from: Column<E, CivilDate>, to: Column<E, CivilDate?>
  ) -> [(earlier: Row<E>, later: Row<E>)] {
    var found: [(Row<E>, Row<E>)] = []
    var longest: Row<E>?
    for row in rows {
      if let end = row[to], end <= row[from] { continue }
      guard let earlier = longest else {
        longest = row
        continue
      }
      let end = earlier[to] ?? .distantFuture
      if row[from] < end { found.append((earlier, row)) }
      if (row[to] ?? .distantFuture) > end { longest = row }
    }
    return found
  }

  /// `2026-01-01 to 2026-02-01`, or `2026-01-01 on`.
  static func period(_ from: CivilDate, _ to: CivilDate?) -> String {
    to.map { "\(from) to \($0)" } ?? "\(from) on"
  }
}

extension CivilDate {
  /// After every day that a store can hold.
  static let distantFuture = CivilDate(daysSince1970: .max)
}
