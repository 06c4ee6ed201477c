import Accounts

/// The days that are typed most.
extension Completer {
  /// Today and its neighbors, then the first and last days of months.
  /// - Parameter last: the last day that is possible.
  static func dates(
    _ today: CivilDate, _ typed: String, upTo last: CivilDate? = nil
  ) -> Suggestions {
    let neighbors = ["today", "yesterday", "tomorrow"].compactMap { word in
      DayWords.day(word, today: today).map { (word: word, day: $0) }
    }.filter { neighbor in last.map { neighbor.day <= $0 } ?? true }
    if typed.first?.isLetter == true {
      return Suggestions(neighbors.map { .init(value: $0.word, meaning: "\($0.day)") })
        .beginning(with: typed)
    }
    let thisMonth = today.adding(days: 1 - today.parts.day)
    var days = neighbors.map { Suggestions.Suggestion(value: "\($0.day)", meaning: $0.word) }
    for back in 0...3 {
      let first = thisMonth.adding(months: -back)
      days.append(.init(value: "\(first.adding(days: -1))", meaning: "end of month"))
      if back < 2 { days.append(.init(value: "\(first)", meaning: "first of month")) }
    }
    days.append(
      .init(value: "\(thisMonth.adding(months: 1).adding(days: -1))", meaning: "end of month"))
    var seen: Set<String> = []
    return Suggestions(
      days.filter { day in
        seen.insert(day.value).inserted && (last.map { day.value <= "\($0)" } ?? true)
      }
    ).beginning(with: typed)
  }
}
