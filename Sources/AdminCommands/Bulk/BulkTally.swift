import Accounts

/// So many rows resemble records that the whole file has probably been imported already.
struct LikelyMoved {
  let words: String
  /// What is probably wrong, e.g. `the dates are wrong`.
  let cause: String
  /// How to fix it, e.g. `correct them`.
  let remedy: String
  /// What the rows may be instead, e.g. `other payments`.
  let others: String
}

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
  private var duplicates = 0
  /// Of those, the ones that are like it in the amount alone, and how many amounts these have.
  private var duplicatesByAmount = 0
  private var soleAmounts: Set<Money> = []
  private var firstDuplicate: (place: String, record: PossibleDuplicate)?
  /// The days that those have in the file.
  private var duplicateDays = SpannedDays()
  /// Those of another amount than on record.
  private var corrected = CorrectedAmounts()
  /// How many rows add a record of a day.
  private var rowsOfDay: [CivilDate: Int] = [:]
  /// The first line that says no day for what it adds.
  private(set) var undatedLine: Int?

  /// Kept for operations that do not compare each row with the records.
  var changedLines = ChangedLines()
  private var notes = BulkNotes()
  /// The contents of rows that were applied, as hashes.
  private var contents: Set<Int> = []

  /// Counts a row that was not refused, and keeps its notes.
  mutating func count(
    _ performed: Performed, row: BulkRow? = nil, at place: @autoclosure () -> String
  ) {
    if performed.isUnchanged, !performed.effect.isAlike {
      let isEqual = !contents.isEmpty && row.map { contents.contains($0.raw.hashValue) } ?? false
      return countKnown(performed, isEqual: isEqual, at: place())
    }
    applied += 1
    if let row, contents.count < Self.mostContents { contents.insert(row.raw.hashValue) }
    if let duplicate = performed.effect.possibleDuplicate {
      if duplicates == 0 { firstDuplicate = (place(), duplicate) }
      duplicates += 1
      if let amount = duplicate.soleAmount {
        duplicatesByAmount += 1
        if soleAmounts.count < Self.kept { soleAmounts.insert(amount) }
      }
    }
    if let day = performed.effect.day {
      note(day, isDuplicate: performed.effect.possibleDuplicate != nil)
      if !day.isGiven, undatedLine == nil { undatedLine = row?.line }
      if let correction = performed.effect.possibleCorrection {
        corrected.add(correction, of: day.day, at: place())
      }
    }
    notes.add(performed.effect, at: place())
  }

  /// Counts a row that changes nothing.
  /// - Parameter isEqual: an earlier row has done it.
  private mutating func countKnown(
    _ performed: Performed, isEqual: Bool, at place: @autoclosure () -> String
  ) {
    unchanged += 1
    if let day = performed.effect.day { corrected.noteKnown(of: day.day) }
    let isTold = !isEqual || !performed.effect.notices.isEmpty
    notes.add(isTold ? performed.effect : .ofEqualRow(performed.effect.message), at: place())
  }

  private mutating func note(_ record: RecordDay, isDuplicate: Bool) {
    rowsOfDay[record.day, default: 0] += 1
    if isDuplicate { duplicateDays.add(record.day) }
  }

  /// Set if there are so many that all rows have probably come again with other days. Only days within theirs are
  /// counted: a file that has grown has rows of later days, too. Of 100 customers, one or two pay the same
  /// twice in a week.
  private var likelyMoved: LikelyMoved? {
    let areFlat = soleAmounts.count < Self.kept && soleAmounts.count * 2 <= duplicatesByAmount
    let duplicates = areFlat ? duplicates - duplicatesByAmount : duplicates
    guard duplicates > 1, let (place, duplicate) = firstDuplicate,
      !duplicateDays.isEmpty, duplicates * 4 >= duplicateDays.count(rowsOfDay)
    else {
      return nil
    }
    let words =
      "\(duplicates) of \(rows) rows have the \(duplicate.common) of a \(duplicate.noun) "
      + "\(duplicate.when), e.g. \(place), like \(duplicate.record)"
    return LikelyMoved(
      words: words, cause: "\(duplicate.suspect) are wrong", remedy: "correct them",
      others: "other \(duplicate.noun)s")
  }

  /// Set if the rows have probably come again, with other days or with corrected amounts.
  func likelyKnown(in books: Books) -> LikelyMoved? {
    likelyMoved ?? corrected.likely(books, added: rowsOfDay, of: rows)
  }

  /// The notes of the rows, as they are told.
  var toldNotes: [String] { notes.told }

  /// Memory does not grow with the file.
  private static let kept = 1000
  private static let mostContents = 100_000

  mutating func reject(_ rejection: Rejection) {
    rejected += 1
    corrected.note(rejection)
  }

  mutating func keep(_ rejection: Rejection, line: Int) {
    guard faults.count < Self.kept else { return }
    faults += rejection.all.map { (line, $0) }
  }
}
