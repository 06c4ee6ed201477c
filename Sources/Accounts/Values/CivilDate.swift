/// A civil day without time or zone, counted from 1970-01-01; years 1900 to 2999.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let daysSince1970: Int32

  package init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// Later than every day that can be written.
  package static let endOfTime = CivilDate(daysSince1970: 376200)

  /// Nil if the month has no such day.
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysIn(month: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Source: the same paper, civil_from_days.
  package var parts: (year: Int, month: Int, day: Int) {
    let days = Int(daysSince1970) + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  package func adding(days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 + Int32(clamping: days))
  }

  /// The same day of a later month, or that month's last day.
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let last = Self.daysIn(month: newMonth, year: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  package static func - (left: CivilDate, right: CivilDate) -> Int {
    Int(left.daysSince1970) - Int(right.daysSince1970)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601, `2015-11-25`.
  package var description: String {
    let (year, month, day) = parts
    return unsafe String(unsafeUninitializedCapacity: 10) { buffer in
      func put(_ value: Int, at index: Int, digits: Int) {
        var rest = value
        for position in stride(from: index + digits - 1, through: index, by: -1) {
          unsafe buffer[position] = UInt8(48 + rest % 10)
          rest /= 10
        }
      }
      put(year, at: 0, digits: 4)
      put(month, at: 5, digits: 2)
      put(day, at: 8, digits: 2)
      unsafe buffer[4] = UInt8(ascii: "-")
      unsafe buffer[7] = UInt8(ascii: "-")
      return 10
    }
  }
}

extension CivilDate: DatumValue {
  package static var columnType: ColumnType { .date }

  package init(_ datum: Datum) {
    self = datum.text.flatMap { Self(iso: $0) } ?? CivilDate(daysSince1970: 0)
  }

  package var datum: Datum { .text(description) }

  /// Exactly `YYYY-MM-DD`.
  package init?(iso text: String) {
    var text = text
    let parsed = text.withCellBytes { Self(iso: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  init?(iso bytes: CellBytes) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7),
      let day = digits(bytes, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CivilDate: FieldValue {
  package static let valueName = "date"
  package static let expected = "a date, e.g. 2015-11-25 or 11/25/2015"

  /// ISO (2015-11-25) or US (11/25/2015).
  package init(parsing bytes: CellBytes) throws(ValueFault) {
    if let date = CivilDate(iso: bytes) ?? CivilDate(us: bytes) {
      self = date
      return
    }
    throw Self.fault(bytes)
  }

  init?(us bytes: CellBytes) {
    let slash = UInt8(ascii: "/")
    guard let first = bytes.firstIndex(of: slash),
      let second = bytes[(first + 1)...].firstIndex(of: slash),
      (1...2).contains(first), (1...2).contains(second - first - 1), bytes.count - second == 5,
      let month = digits(bytes, 0..<first), let day = digits(bytes, first + 1..<second),
      let year = digits(bytes, second + 1..<bytes.count)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Recognizes what spreadsheets do to dates: day numbers, day first, two-digit years.
  private static func fault(_ bytes: CellBytes) -> ValueFault {
    if let fault = DayWords.fault(bytes) ?? DateDamage.fault(bytes) { return fault }
    if bytes.count == 5 || bytes.count > 5 && bytes[5] == UInt8(ascii: "."),
      let serial = digits(bytes, 0..<5), serial > 20_000
    {
      let likely = CivilDate(daysSince1970: Int32(serial - 25_569))
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a spreadsheet's day number; likely \(likely)")
    }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count == 3 {
      let numbers = parts.map { part in digits(bytes, part.startIndex..<part.endIndex) }
      if let a = numbers[0], let b = numbers[1], let c = numbers[2] {
        if a > 12, let turned = CivilDate(year: c, month: b, day: a) {
          return ValueFault(
            .spreadsheetDamage, found: bytes, expected: expected,
            remedy: "the day comes first; likely \(turned)")
        }
        if parts[2].count < 3 {
          let likely = CivilDate(year: TurnedDate.fourDigits(c), month: a, day: b)
          return ValueFault(
            .malformed, found: bytes, expected: expected,
            remedy: "use a four-digit year" + (likely.map { "; likely \($0)" } ?? ""))
        }
      }
    }
    return ValueFault(
      .malformed, found: bytes, expected: expected, remedy: DateRemedy.remedy(bytes))
  }
}

private func digits(_ bytes: CellBytes, _ range: Range<Int>) -> Int? {
  guard !range.isEmpty, range.count <= 9 else { return nil }
  var value = 0
  for index in range {
    let digit = bytes[index] &- 48
    guard digit <= 9 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
