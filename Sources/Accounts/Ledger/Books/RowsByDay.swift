package import Engines
package import Values

/// Rows of a record by their days, among which lookups look for the nearest.
package final class RowsByDay<E: Entity>: Sendable {
  let owner: ColumnInfo
  let day: ColumnInfo
  fileprivate let conditions: [Lookup<E>.Condition]

  /// - Parameter conditions: what the lookups ask for besides record and day, without arguments.
  package init<V>(
    _ owner: Column<E, V>, _ day: Column<E, CivilDate>, _ conditions: [Lookup<E>.Condition]
  ) {
    self.owner = owner.info
    self.day = day.info
    self.conditions = conditions
  }

  func isMeant(_ values: [Datum]) -> Bool {
    conditions.allSatisfy { $0.shape.mayHold(for: values) }
  }
}

/// The first rows of a kind up to a day, the latest first, or after it, the first first.
package struct NearestLookup<E: Entity>: Sendable {
  fileprivate let kind: RowsByDay<E>
  fileprivate let all: Lookup<E>
  /// The same as far as a gap, over which the next question jumps.
  fileprivate let asFarAsGap: Lookup<E>
  package var limit: Int? { all.limit }

  private init(
    _ kind: RowsByDay<E>, _ near: LookupShape.Relation, _ far: LookupShape.Relation,
    isDescending: Bool, _ limit: Int?
  ) {
    let owner = Lookup<E>.Condition(shape: .init(column: kind.owner, relation: .equal))
    let bounds = [near, far].map {
      Lookup<E>.Condition(shape: .init(column: kind.day, relation: $0))
    }
    let order = [Lookup<E>.Order(shape: .init(column: kind.day, isDescending: isDescending))]
    self.kind = kind
    all = Lookup([owner, bounds[0]] + kind.conditions, order: order, limit: limit)
    asFarAsGap = Lookup([owner] + bounds + kind.conditions, order: order, limit: limit)
  }

  package static func upTo(_ kind: RowsByDay<E>, limit: Int?) -> NearestLookup {
    NearestLookup(kind, .lessOrEqual, .greater, isDescending: true, limit)
  }

  package static func after(_ kind: RowsByDay<E>, limit: Int?) -> NearestLookup {
    NearestLookup(kind, .greater, .lessOrEqual, isDescending: false, limit)
  }
}

extension Books {
  /// What is found up to and on a day, the latest first.
  package func rows<E: Entity>(
    _ lookup: NearestLookup<E>, _ owner: any DatumValue, upTo day: CivilDate
  ) throws(RuleError) -> [Row<E>] {
    let known = gaps.gaps(of: lookup.kind, owner.datum)
    var found: [Row<E>] = []
    var last = Int(day.daysSince1970)
    while true {
      if let span = known?.span(holding: last) { last = span.lowerBound - 1 }
      if last < DayGaps.past { break }
      let gap = known?.long(before: last)
      found += try rows(lookup, owner, from: last, asFarAs: gap?.upperBound)
      guard let gap, found.count < lookup.limit ?? .max else { break }
      last = gap.upperBound
    }
    let end = Int(day.daysSince1970)
    let first = found.first.map { $0.day(of: lookup.kind) + 1 } ?? DayGaps.past
    if first <= end { noteFound(lookup, owner, first...end) }
    return Array(found.prefix(lookup.limit ?? .max))
  }

  /// What is found after a day, the first first.
  package func rows<E: Entity>(
    _ lookup: NearestLookup<E>, _ owner: any DatumValue, after day: CivilDate
  ) throws(RuleError) -> [Row<E>] {
    let known = gaps.gaps(of: lookup.kind, owner.datum)
    var found: [Row<E>] = []
    var last = Int(day.daysSince1970)
    while true {
      if let span = known?.span(holding: last + 1) { last = span.upperBound }
      if last >= DayGaps.future { break }
      let gap = known?.long(after: last)
      found += try rows(lookup, owner, from: last, asFarAs: gap.map { $0.lowerBound - 1 })
      guard let gap, found.count < lookup.limit ?? .max else { break }
      last = gap.lowerBound - 1
    }
    let next = Int(day.daysSince1970) + 1
    let end = found.first.map { $0.day(of: lookup.kind) - 1 } ?? DayGaps.future
    if next <= end { noteFound(lookup, owner, next...end) }
    return Array(found.prefix(lookup.limit ?? .max))
  }

  private func noteFound<E: Entity>(
    _ lookup: NearestLookup<E>, _ owner: any DatumValue, _ span: DayGaps.Span
  ) {
    gaps.noteFound(lookup.kind, owner.datum, span, together: connection is any BatchConnection)
  }

  private func rows<E: Entity>(
    _ lookup: NearestLookup<E>, _ owner: any DatumValue, from day: Int, asFarAs gap: Int?
  ) throws(RuleError) -> [Row<E>] {
    let day = CivilDate(daysSince1970: Int32(day))
    guard let gap else { return try rows(lookup.all, owner, day) }
    return try rows(lookup.asFarAsGap, owner, day, CivilDate(daysSince1970: Int32(gap)))
  }
}

extension Row {
  fileprivate func day(of kind: RowsByDay<E>) -> Int {
    Int(CivilDate(values[kind.day.index]).daysSince1970)
  }
}
