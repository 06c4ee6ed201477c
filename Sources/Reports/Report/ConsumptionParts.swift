import Accounts

/// Consumption of some days from as few rows as can be: whole years from the totals by service, and where a
/// year is not asked whole, the rows of some of its days, added to the years or taken away from them.
struct ConsumptionParts {
  /// Days within a year.
  fileprivate struct Days {
    let year: Int
    let from: CivilDate
    let to: CivilDate
    let isTakenAway: Bool
  }

  fileprivate struct Window {
    let back: Int
    var years: ClosedRange<Int>?
    var days: [Days] = []
  }

  private let windows: [Window]
  private let namesDebtor: Bool

  /// - Parameters:
  ///   - windows: their days, the last one included; nil if they have no end.
  ///   - namesDebtor: whether each row says who owed it.
  init(
    windows: [(back: Int, from: CivilDate?, to: CivilDate?)], namesDebtor: Bool
  ) {
    self.windows = windows.map { Window(back: $0.back, from: $0.from, to: $0.to) }
    self.namesDebtor = namesDebtor
  }

  /// Rows with service, meter, unit, who owed it, whether it was estimated, year, the year's `back`, and sums.
  func sql(_ filter: ConsumptionFilter) -> (sql: String, arguments: [Datum]) {
    let arms = windows.flatMap { window in
      (window.years.map { [years($0, back: window.back, filter)] } ?? [])
        + window.days.map { days($0, back: window.back, filter) }
    }
    return (
      "(" + arms.map(\.sql).joined(separator: " UNION ALL ") + ")", arms.flatMap(\.arguments)
    )
  }

  private func years(
    _ years: ClosedRange<Int>, back: Int, _ filter: ConsumptionFilter
  ) -> Report.Condition {
    let narrow = filter.narrowConditions()
    return Report.Condition(
      """
      SELECT \(back) AS back, c.year, c.service, c.meter, c.unit, c.cid, c.estimated, c.quantity, c.days, \
      c.reads FROM consumption_by_service c WHERE c.year >= ? AND c.year <= ?\(Self.and(narrow))
      """,
      [String(years.lowerBound).datum, String(years.upperBound).datum]
        + narrow.flatMap(\.arguments))
  }

  /// The year's totals say which services to look at, and mostly who owed the whole year.
  private func days(
    _ days: Days, back: Int, _ filter: ConsumptionFilter
  ) -> Report.Condition {
    let narrow = filter.narrowConditions()
    let sign = days.isTakenAway ? "-" : ""
    let cid = namesDebtor ? "coalesce(y.cid, (\(DebtorSQL.cid)))" : "NULL"
    let debtor = namesDebtor ? ", CASE WHEN MIN(cid) = MAX(cid) THEN MIN(cid) END AS cid" : ""
    return Report.Condition(
      """
      SELECT \(back) AS back, '\(days.year)' AS year, c.service, c.meter, c.unit, \(cid) AS cid, \
      c.estimated, \(sign)c.quantity AS quantity, \(sign)c.days AS days, \(sign)1 AS reads \
      FROM (SELECT service\(debtor) FROM consumption_by_service c WHERE c.year = ?\(Self.and(narrow)) \
      GROUP BY service) y CROSS JOIN consumption c\(namesDebtor ? " CROSS JOIN service s" : "") \
      WHERE c.service = y.service AND c.to_on >= ? AND c.to_on <= ?\(Self.and(filter.meterConditions()))\
      \(namesDebtor ? " AND s.service = c.service" : "")
      """,
      [String(days.year).datum] + narrow.flatMap(\.arguments)
        + [days.from.datum, days.to.datum] + filter.meterConditions().flatMap(\.arguments))
  }

  private static func and(_ conditions: [Report.Condition]) -> String {
    conditions.map { " AND (\($0.sql))" }.joined()
  }
}

extension ConsumptionParts.Window {
  fileprivate init(back: Int, from: CivilDate?, to: CivilDate?) {
    self.back = back
    if let from, let to, from > to { return }
    let (first, last) = (
      from?.parts.year ?? Self.all.lowerBound, to?.parts.year ?? Self.all.upperBound
    )
    var (low, high) = (first, last)
    if first == last {
      if !takes(from, to, in: first) { low += 1 }
    } else {
      if !takes(from, nil, in: first) { low += 1 }
      if !takes(nil, to, in: last) { high -= 1 }
    }
    years = low <= high ? low...high : nil
  }

  /// All that a day can have.
  private static let all = 1900...2999

  /// Notes the rows that days of a year need, from its first or to its last where there is no other; answers
  /// whether the whole year is needed, too.
  private mutating func takes(_ from: CivilDate?, _ to: CivilDate?, in year: Int) -> Bool {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return false }
    let (from, to) = (from ?? first, to ?? last)
    let outside = (from - first) + (last - to)
    // The whole year is about as much as the rows of a month.
    guard outside == 0 || outside + 30 < to - from else {
      days.append(.init(year: year, from: from, to: to, isTakenAway: false))
      return false
    }
    if first < from {
      days.append(.init(year: year, from: first, to: from.adding(days: -1), isTakenAway: true))
    }
    if to < last {
      days.append(.init(year: year, from: to.adding(days: 1), to: last, isTakenAway: true))
    }
    return true
  }
}
