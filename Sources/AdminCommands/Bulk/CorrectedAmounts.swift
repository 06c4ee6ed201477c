import Accounts

/// Rows that have the account, day and method of a record, but another amount. Together with
/// those that are on record as they are, they show whether the file came again with corrected amounts; another
/// batch of the day has some of the same accounts only.
struct CorrectedAmounts {
  /// The first of them, which stand for all.
  private var first: [(place: String, correction: PossibleCorrection)] = []
  private var rows = 0
  private var days = SpannedDays()
  /// How many rows of a day are on record as they are.
  private var knownOfDay: [CivilDate: Int] = [:]
  /// Those of them that were rejected for it.
  private var knownRejected = 0

  private static let kept = 1000

  mutating func add(
    _ correction: PossibleCorrection, of day: CivilDate, at place: @autoclosure () -> String
  ) {
    rows += 1
    days.add(day)
    if first.count < Self.kept { first.append((place(), correction)) }
  }

  mutating func noteKnown(of day: CivilDate) { knownOfDay[day, default: 0] += 1 }

  mutating func note(_ rejection: Rejection) {
    if rejection.all.contains(where: { $0.code == .duplicate }) { knownRejected += 1 }
  }

  /// Set if most rows of the days are on record with the same amount or another, and most of the amounts are the
  /// same or nearly so; or if so many are that no other batch would have all of these accounts.
  /// - Parameters:
  ///   - added: how many rows of a day would be added.
  ///   - count: all rows of the file.
  func likely(_ books: Books, added: [CivilDate: Int], of count: Int) -> LikelyMoved? {
    // What another row of the file says after all was not corrected.
    let open = first.filter { !books.isOnFile($0.correction) }
    guard let example = open.first else { return nil }
    let known = knownRejected + days.count(knownOfDay)
    let changed = rows * open.count / first.count
    let nearly = rows * open.filter { $0.correction.isSmall }.count / first.count
    let (alike, among) = (known + changed, known + days.count(added))
    let areNearlySame = (known + nearly) * 2 >= alike
    let areAll = changed >= 10 && alike * 10 >= among * 9
    guard alike * 2 > among, areNearlySame || areAll else { return nil }
    let noun = example.correction.noun
    let examples = open.prefix(3).map { row in
      "\(row.place), \(row.correction.amount), where \(noun) \(row.correction.key) is "
        + "\(row.correction.recorded)"
    }
    return LikelyMoved(
      words: "\(alike) of \(count) rows have the account, day and method of a \(noun) on record, "
        + "\(changed) of them with another amount, e.g. " + examples.joined(separator: "; "),
      cause: "the file corrects what is on record",
      remedy: example.correction.remedy, others: "other \(noun)s")
  }
}
