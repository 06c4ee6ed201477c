package import Engines
package import Values

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
  /// Of the current operation.
  private var pending: [(Place, DayGaps.Span)] = []

  private static let mostPlaces = 10_000

  func gaps<E>(of kind: RowsByDay<E>, _ owner: Datum) -> DayGaps? {
    known.isEmpty ? nil : known[Place(kind: ObjectIdentifier(kind), owner: owner)]
  }

  /// What a lookup did not find. Where operations are written together it counts only for records of
  /// which rows were taken away: what the ones before add there would change what the next ones ask.
  mutating func noteFound<E>(
    _ kind: RowsByDay<E>, _ owner: Datum, _ span: DayGaps.Span, together: Bool
  ) {
    guard !together || gaps(of: kind, owner) != nil else { return }
    note(kind, owner, span)
  }

  mutating func note<E>(_ kind: RowsByDay<E>, _ owner: Datum, _ span: DayGaps.Span) {
    let id = ObjectIdentifier(kind)
    if kinds[id] == nil {
      kinds[id] = Kind(
        table: E.table, owner: kind.owner.index, day: kind.day.index,
        isMeant: kind.isMeant)
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
  /// A record has no row of a kind on a day any more.
  package func noteGap<E: Entity>(
    of kind: RowsByDay<E>, _ owner: any DatumValue, on day: CivilDate
  ) {
    let day = Int(day.daysSince1970)
    gaps.note(kind, owner.datum, day...day)
  }
}
