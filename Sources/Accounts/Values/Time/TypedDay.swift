/// A day as it was typed: a date, or a word that only the city's day gives a meaning.
package struct TypedDay: Equatable, Sendable {
  package let text: String
  private let date: CivilDate?

  /// The day that is meant.
  package func day(today: CivilDate) -> CivilDate {
    date ?? DayWords.day(text, today: today) ?? today
  }

  /// The day's meaning has to be told.
  package var isWord: Bool { date == nil }
}

extension TypedDay: FieldValue {
  package static let valueName = CivilDate.valueName
  package static let expected = CivilDate.expected + ", or " + DayWords.examples

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    text = String(decoding: bytes, as: UTF8.self)
    do throws(ValueFault) {
      date = try CivilDate(parsing: bytes)
    } catch {
      // Whether a word is one does not depend on the day.
      guard DayWords.day(text, today: CivilDate(daysSince1970: 0)) != nil else { throw error }
      date = nil
    }
  }
}
