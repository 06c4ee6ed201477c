import Accounts

/// The result for a file's rows so far.
struct BulkTally {
  var applied = 0
  var unchanged = 0
  var rejected = 0
  /// What is wrong with the rejected rows.
  var kinds = FaultKinds()
  /// What is wrong with the first of them, for programs; `--rejects` has all.
  private(set) var faults: [(line: Int, rejection: Rejection)] = []
  var rows: Int { applied + unchanged + rejected }

  /// Rows that are like one on record of another day, and the first of them.
  private var alike = 0
  private var firstAlike: (place: String, likeness: Likeness)?
  /// The days that those have in the file, from the first to the last.
  private var alikeDays: ClosedRange<CivilDate>?
  /// How many rows add a record of a day.
  private var rowsOfDay: [CivilDate: Int] = [:]
  /// The first line that says no day for what it adds.
  private(set) var undatedLine: Int?

  /// Rows with a note.
  private var noted = 0
  /// The first of the notes, as they are told.
  private var notes: [String] = []

  /// Counts a row that was not refused, and keeps its notes.
  mutating func count(
    _ performed: Performed, line: Int? = nil, at place: @autoclosure () -> String
  ) {
    if performed.isUnchanged, !performed.effect.isAlike { unchanged += 1 } else { applied += 1 }
    if let like = performed.effect.like {
      if alike == 0 { firstAlike = (place(), like) }
      alike += 1
    }
    if let day = performed.effect.day {
      note(day, isAlike: performed.effect.like != nil)
      if !day.isGiven, undatedLine == nil { undatedLine = line }
    }
    let notices = performed.effect.notices
    guard !notices.isEmpty else { return }
    noted += 1
    if noted <= Self.notesShown { notes += notices.map { "note: \(place()): \($0)" } }
  }

  private mutating func note(_ record: RecordDay, isAlike: Bool) {
    rowsOfDay[record.day, default: 0] += 1
    guard isAlike else { return }
    let (first, last) = (alikeDays?.lowerBound ?? record.day, alikeDays?.upperBound ?? record.day)
    alikeDays = min(first, record.day)...max(last, record.day)
  }

  /// Whether so many are alike that all of them have probably come again with other days. A file that has
  /// grown has rows of later days, too, which tell nothing, and so has one whose other rows are refused.
  /// Of 100 customers one or two pay the same twice in a week.
  var isLikelyMoved: Bool {
    guard alike > 1, let days = alikeDays else { return false }
    let among = rowsOfDay.reduce(0) { days.contains($1.key) ? $0 + $1.value : $0 }
    return alike * 4 >= among
  }

  /// The same in words.
  var likelyMoved: String {
    guard let (place, like) = firstAlike else { return "" }
    return
      "\(alike) of \(rows) rows have the \(like.common) of a \(like.noun) of a few days before "
      + "or after, e.g. \(place), like \(like.record)"
  }

  /// What they are, e.g. `payments`.
  var likelyMovedNoun: String { (firstAlike?.likeness.noun ?? "record") + "s" }

  /// The first notes, and how many more rows have some.
  var toldNotes: [String] {
    let further = noted - Self.notesShown
    guard further > 0 else { return notes }
    return notes + ["note: \(further) more \(further == 1 ? "row has" : "rows have") similar notes"]
  }

  private static let notesShown = 3

  /// Memory does not grow with the file.
  private static let kept = 1000

  mutating func keep(_ rejection: Rejection, line: Int) {
    guard faults.count < Self.kept else { return }
    faults += rejection.all.map { (line, $0) }
  }
}
