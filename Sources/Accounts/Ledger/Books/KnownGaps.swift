package import Engines
package import Values

/// Rows of a record by their days, among which lookups look for the nearest.
package final class RowsByDay<E: Entity>: Sendable {
  fileprivate let owner: Int
  fileprivate let day: Int
  fileprivate let isMeant: @Sendable (Row<E>) -> Bool

  /// - Parameter isMeant: what the lookups ask for beside record and day.
  package init<V>(
    _ owner: Column<E, V>, _ day: Column<E, CivilDate>,
    where isMeant: @escaping @Sendable (Row<E>) -> Bool
  ) {
    self.owner = owner.index
    self.day = day.index
    self.isMeant = isMeant
  }
}

/// Days on which a record has no row of a kind, as lookups of this change found, so that the next
/// lookup does not step over the rows there again: a file may void all reads of a meter.
struct KnownGaps {
  private struct Place: Hashable {
    let kind: ObjectIdentifier
    let owner: Datum
  }

  /// How a row is known to end a gap.
  private struct Kind {
    let table: Table
    let owner: Int
    let day: Int
    let isMeant: ([Datum]) -> Bool
  }

  private var kinds: [ObjectIdentifier: Kind] = [:]
  private var known: [Place: DayGaps] = [:]
  /// Of operations that are written together: until then all of them ask alike.
  private var fresh: [(Place, DayGaps.Span)] = []
  /// Of the operation at hand.
  private var pending: [(Place, DayGaps.Span)] = []

  private static let mostPlaces = 10_000

  func span<E>(of kind: RowsByDay<E>, _ owner: Datum, holding day: CivilDate) -> DayGaps.Span? {
    if known.isEmpty { return nil }
    return known[Place(kind: ObjectIdentifier(kind), owner: owner)]?
      .span(holding: Int(day.daysSince1970))
  }

  mutating func note<E>(_ kind: RowsByDay<E>, _ owner: Datum, _ span: DayGaps.Span) {
    let id = ObjectIdentifier(kind)
    if kinds[id] == nil {
      kinds[id] = Kind(
        table: E.table, owner: kind.owner, day: kind.day,
        isMeant: { kind.isMeant(Row(values: $0)) })
    }
    pending.append((Place(kind: id, owner: owner), span))
  }

  /// A row that is meant ends the gap on its day.
  mutating func note(_ change: RowChange) {
    guard let after = change.after else { return }
    for (id, kind) in kinds where kind.table === change.table && kind.isMeant(after) {
      let place = Place(kind: id, owner: after[kind.owner])
      let day = Int(CivilDate(after[kind.day]).daysSince1970)
      known[place]?.cut(at: day)
      pending = Self.cut(pending, place, day)
      fresh = Self.cut(fresh, place, day)
    }
  }

  private static func cut(
    _ spans: [(Place, DayGaps.Span)], _ place: Place, _ day: Int
  ) -> [(Place, DayGaps.Span)] {
    spans.filter { $0.0 != place || !$0.1.contains(day) }
  }

  /// The operation has ended well.
  mutating func keep() {
    fresh += pending
    pending.removeAll(keepingCapacity: true)
  }

  mutating func drop() { pending.removeAll(keepingCapacity: true) }

  /// What was kept is written.
  mutating func settle() {
    guard !fresh.isEmpty else { return }
    if known.count > Self.mostPlaces { known.removeAll() }
    for (place, span) in fresh { known[place, default: DayGaps()].add(span) }
    fresh.removeAll(keepingCapacity: true)
  }
}

extension Books {
  /// What a lookup finds up to and on a day, the latest first.
  package func rows<E: Entity>(
    _ lookup: Lookup<E>, of kind: RowsByDay<E>, _ owner: any DatumValue, upTo day: CivilDate
  ) throws(RuleError) -> [Row<E>] {
    let span = gaps.span(of: kind, owner.datum, holding: day)
    if let span, span.lowerBound == DayGaps.past { return [] }
    let last = span.map { CivilDate(daysSince1970: Int32($0.lowerBound - 1)) } ?? day
    let found = try rows(lookup, owner, last)
    let first = found.first.map { $0.day(of: kind) + 1 } ?? DayGaps.past
    let end = Int(day.daysSince1970)
    if first <= end { gaps.note(kind, owner.datum, first...end) }
    return found
  }

  /// What a lookup finds after a day, the first first.
  package func rows<E: Entity>(
    _ lookup: Lookup<E>, of kind: RowsByDay<E>, _ owner: any DatumValue, after day: CivilDate
  ) throws(RuleError) -> [Row<E>] {
    let next = Int(day.daysSince1970) + 1
    let span = gaps.span(of: kind, owner.datum, holding: day.adding(days: 1))
    if let span, span.upperBound == DayGaps.future { return [] }
    let last = span.map { CivilDate(daysSince1970: Int32($0.upperBound)) } ?? day
    let found = try rows(lookup, owner, last)
    let end = found.first.map { $0.day(of: kind) - 1 } ?? DayGaps.future
    if next <= end { gaps.note(kind, owner.datum, next...end) }
    return found
  }
}

extension Books {
  /// A record has no row of a kind on a day any more.
  package func noteGap<E: Entity>(
    of kind: RowsByDay<E>, _ owner: any DatumValue, on day: CivilDate
  ) {
    let day = Int(day.daysSince1970)
    gaps.note(kind, owner.datum, day...day)
  }
}

extension Row {
  fileprivate func day(of kind: RowsByDay<E>) -> Int {
    Int(CivilDate(values[kind.day]).daysSince1970)
  }
}
