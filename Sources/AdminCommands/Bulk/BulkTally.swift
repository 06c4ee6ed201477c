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
  private var firstAlike = ""

  /// Rows with a note.
  private var noted = 0
  /// The first of the notes, as they are told.
  private var notes: [String] = []

  /// Counts a row that was not refused, and keeps its notes.
  mutating func count(_ performed: Performed, at place: @autoclosure () -> String) {
    if performed.isUnchanged, !performed.effect.isAlike { unchanged += 1 } else { applied += 1 }
    if let like = performed.effect.like {
      if alike == 0 { firstAlike = "\(place()), like \(like)" }
      alike += 1
    }
    let notices = performed.effect.notices
    guard !notices.isEmpty else { return }
    noted += 1
    if noted <= Self.notesShown { notes += notices.map { "note: \(place()): \($0)" } }
  }

  /// Whether so many are alike that all of them have probably come again with other days.
  var isLikelyMoved: Bool { alike > 1 && alike * 2 >= rows }

  /// The same in words.
  var likelyMoved: String {
    "\(alike) of \(rows) rows have the account, amount and method of a payment of a few days before or "
      + "after, e.g. \(firstAlike)"
  }

  /// The first notes, and how many more rows have some.
  var toldNotes: [String] {
    let further = noted - Self.notesShown
    return further > 0 ? notes + ["note: \(further) more rows have similar notes"] : notes
  }

  private static let notesShown = 3

  /// Memory does not grow with the file.
  private static let kept = 1000

  mutating func keep(_ rejection: Rejection, line: Int) {
    guard faults.count < Self.kept else { return }
    faults += rejection.all.map { (line, $0) }
  }
}
