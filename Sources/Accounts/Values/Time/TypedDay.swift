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
  package static let expected = "a date, e.g. 2015-11-25, 11/25/2015, today or +1w"

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    text = String(decoding: bytes, as: UTF8.self)
    do throws(ValueFault) {
      date = try CivilDate(parsing: bytes)
    } catch {
      // Whether a word is one does not depend on the day.
      guard DayWords.day(text, today: CivilDate(daysSince1970: 0)) != nil else {
        throw Self.fault(error) ?? error
      }
      date = nil
    }
  }
}

extension TypedDay {
  /// What is wrong with a date where day words are taken, too; nil for what is no fault of its form.
  package static func fault(_ fault: ValueFault) -> ValueFault? {
    guard fault.expected == CivilDate.expected else { return nil }
    let meant = NearestWord.nearest(to: fault.found, among: DayWords.alone)
    return ValueFault(
      fault.code, found: fault.found, expected: expected,
      remedy: meant.map { "did you mean \($0)?" } ?? fault.remedy)
  }
}
