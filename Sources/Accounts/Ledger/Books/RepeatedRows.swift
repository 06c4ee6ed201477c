package import Engines

/// What to do with a row that repeats an existing record and has no key of its own.
package enum RepeatPolicy: String, Sendable {
  /// For typed commands: it is done, with a note.
  case note
  /// A file, which may have come twice: it is refused.
  case refuse
  case skip
  /// It is meant.
  case again

  /// A repeated row is at most this many days off; monthly rows may be equal each month.
  package static let days = 20

  /// How many days a file's dates can be off, if posting dates were taken for receipt dates, or
  /// times for those of another zone. Weekly rows are not meant.
  package static let movedDays = 6

  /// Whether rows are compared with the records.
  package var compares: Bool { self != .again }
  /// Whether the rows of a file are compared with the records.
  package var isOfFile: Bool { self == .refuse || self == .skip }
}

/// Which rows on record the rows of this change have been matched with, so that two equal rows of a
/// file are two. What an operation claims counts when the operation has ended well.
struct RepeatedRows {
  private var known = RecentRows()
  private var pendingRows: [(place: String, rows: KnownRows)] = []
  /// The operation is refused because its row is on record.
  private var isKnown = false
  /// The greatest keys before the change.
  private var baselines: [String: Int64] = [:]

  func rows(at place: String) -> KnownRows? {
    pendingRows.first { $0.place == place }?.rows ?? known[place]
  }

  mutating func note(_ rows: KnownRows, at place: String) {
    pendingRows.append((place, rows))
  }

  /// The operation has ended well.
  mutating func keep() {
    for (_, rows) in pendingRows { rows.keep() }
    remember()
  }

  /// The operation was refused: its rows are not counted as written.
  mutating func refuse() {
    for (_, rows) in pendingRows { if isKnown { rows.keepMatch() } else { rows.drop() } }
    remember()
  }

  /// Keeps the match although the row is refused: two equal rows of a file match two records.
  mutating func noteKnown() { isKnown = true }

  /// It is tried again, as not all was loaded.
  mutating func drop() {
    for (_, rows) in pendingRows { rows.drop() }
    clear()
  }

  private mutating func remember() {
    // An empty place is not kept: it is loaded again when it is asked for.
    for (place, rows) in pendingRows where !rows.isEmpty { known.insert(rows, at: place) }
    clear()
  }

  private mutating func clear() {
    pendingRows.removeAll(keepingCapacity: true)
    isKnown = false
  }

  func baseline(_ table: Table) -> Int64? { baselines[table.name] }
  mutating func setBaseline(_ table: Table, _ key: Int64) { baselines[table.name] = key }
}

/// What was known at the last ten thousand places or so, and at each where something was matched.
private struct RecentRows {
  private var new: [String: KnownRows] = [:]
  private var old: [String: KnownRows] = [:]
  private var matched: [String: KnownRows] = [:]

  subscript(place: String) -> KnownRows? { matched[place] ?? new[place] ?? old[place] }

  mutating func insert(_ rows: KnownRows, at place: String) {
    if rows.hasMatched {
      matched[place] = rows
    } else {
      if new.count >= 5_000 { (old, new) = (new, [:]) }
      new[place] = rows
    }
  }
}

extension Books {
  /// The rows at a place that were there before this change, loaded once however many rows of a file
  /// are about it.
  package func known(
    at place: String, _ load: () throws(RuleError) -> KnownRows
  ) throws(RuleError) -> KnownRows {
    let rows = if let rows = repeated.rows(at: place) { rows } else { try load() }
    repeated.note(rows, at: place)
    return rows
  }

  /// Skips what a file has said before, or refuses it.
  package func alreadyThere(_ record: String, field: String) throws(RuleError) -> Effect {
    guard repeats == .refuse else {
      return Effect("\(record) is unchanged: it already has these values")
    }
    throw refusalOfKnown(
      field: field, found: "\(record), which has the same contents",
      expected: "something that is not on record yet")
  }

  /// A file's row that was matched with one on record.
  package func refusalOfKnown(field: String, found: String, expected: String) -> RuleError {
    repeated.noteKnown()
    return .refuse(
      .duplicate, field: field, found: found, expected: expected, remedy: repeatRemedy)
  }

  /// Whether it is meant to be another one.
  package var addsEqualRow: Bool { repeats == .again }

  /// What to do about a row that is there already.
  private var repeatRemedy: String {
    let options =
      "\(option: "skip-known") skips rows that are on record, \(option: "again") adds "
      + "them again"
    return isPlan ? "make the plan again from its file; for that command, \(options)" : options
  }

  /// The greatest key that the table had before this change.
  package func baseline<E: Entity>(of entity: E.Type) throws(RuleError) -> Int64 {
    if let known = repeated.baseline(E.table) { return known }
    let key = try direct.greatestKey(of: E.table)
    repeated.setBaseline(E.table, key)
    return key
  }
}
