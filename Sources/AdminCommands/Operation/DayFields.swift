import Accounts

/// The dates among an operation's fields: words such as `yesterday` become days, and what is not
/// given is today where the field says so. It owns the bytes of the days.
final class DayFields {
  private let today: CivilDate
  private let fields: [FieldInfo]
  /// The day that a field's last cell stood for.
  private var days: [PinnedBytes?]

  init(_ fields: [FieldInfo], today: CivilDate) {
    self.today = today
    self.fields = fields
    days = fields.map { _ in nil }
  }

  /// The words with days in the place of day words, and today where nothing is given.
  /// - Parameter column: whether a file has a column for the field, whose cells come later.
  func filled(
    _ words: [[UInt8]?], unless column: (Int) -> Bool = { _ in false }
  ) -> [[UInt8]?] {
    var filled = words
    for (index, field) in fields.enumerated() where field.isDate {
      if let word = words[index] {
        let text = String(decoding: word, as: UTF8.self)
        if let day = DayWords.day(text, today: today) { filled[index] = Array("\(day)".utf8) }
      } else if field.isTodayByDefault, !column(index) {
        filled[index] = Array("\(today)".utf8)
      }
    }
    return filled
  }

  /// A cell of a file; valid until the field's next cell. Day words are for people who type: a file
  /// that comes again on the next day would be another one.
  func cell(_ index: Int, _ bytes: CellBytes) -> CellBytes {
    guard fields[index].isTodayByDefault, CellBlanks.trimmed(bytes) == nil else { return bytes }
    let kept = PinnedBytes("\(today)".utf8)
    days[index] = kept
    return kept.lent
  }

  /// Refuses day words for all rows of a file, as in its cells.
  func refuseWords(_ words: [[UInt8]?]) throws {
    for (index, field) in fields.enumerated() where field.isDate {
      guard let word = words[index] else { continue }
      let text = String(decoding: word, as: UTF8.self)
      guard let day = DayWords.day(text, today: today) else { continue }
      throw CommandError(
        .usage,
        "--\(field.name): found \(text), expected a date: the file would get another one if it were "
          + "imported again on another day", remedy: "use --\(field.name) \(day)")
    }
  }

  /// What was understood of the words, for people: `--on yesterday is 2026-11-27`.
  func notices(_ words: [[UInt8]?]) -> [String] {
    fields.enumerated().compactMap { index, field in
      guard field.isDate, let word = words[index] else { return nil }
      let text = String(decoding: word, as: UTF8.self)
      return DayWords.day(text, today: today).map { "--\(field.name) \(text) is \($0)" }
    }
  }

  /// Whether the words cannot be understood without knowing the city's day.
  static func areNeeded(by words: [[UInt8]?], of fields: [FieldInfo]) -> Bool {
    fields.enumerated().contains { index, field in
      guard field.isDate else { return false }
      guard let word = words[index] else { return field.isTodayByDefault }
      let text = String(decoding: word, as: UTF8.self)
      return DayWords.day(text, today: CivilDate(daysSince1970: 0)) != nil
    }
  }
}
