/// When the clocks change year after year, as a zone file says it for the time after its last
/// transition, e.g. `CST6CDT,M3.2.0,M11.1.0`.
/// Source: POSIX.1-2017, section 8.3 (TZ), with the hours of RFC 9636 section 3.3.1.
struct DaylightRule {
  /// Seconds east of UTC.
  private let standard: Int
  private let daylight: (offset: Int, start: Day, end: Day)?

  init?(_ text: String) {
    var scanner = Scanner(rest: text.utf8[...])
    guard scanner.skipName(), let west = scanner.time() else { return nil }
    standard = -west
    guard !scanner.rest.isEmpty else {
      daylight = nil
      return
    }
    guard scanner.skipName() else { return nil }
    var offset = standard + 3600
    if !scanner.skip(",") {
      guard let west = scanner.time(), scanner.skip(",") else { return nil }
      offset = -west
    }
    guard let start = Day(&scanner), scanner.skip(","), let end = Day(&scanner),
      scanner.rest.isEmpty
    else { return nil }
    daylight = (offset, start, end)
  }

  /// Seconds east of UTC at a moment in seconds since 1970 UTC.
  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standard }
    let local = seconds + Int64(standard)
    let year = CivilDate(daysSince1970: Int32(clamping: local.quotientFloored(by: 86_400))).parts
      .year
    let start = daylight.start.moment(in: year) - Int64(standard)
    let end = daylight.end.moment(in: year) - Int64(daylight.offset)
    let isDaylight =
      start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start)
    return isDaylight ? daylight.offset : standard
  }

  /// A day of each year and the time on it.
  private struct Day {
    private enum Form {
      /// 1 to 365, February 29 never counted.
      case dayWithoutLeap(Int)
      /// 0 to 365.
      case day(Int)
      /// Week 5 is the last; weekday 0 is Sunday.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    private let form: Form
    private let second: Int

    init?(_ scanner: inout Scanner) {
      if scanner.skip("M") {
        guard let month = scanner.number(), (1...12).contains(month), scanner.skip("."),
          let week = scanner.number(), (1...5).contains(week), scanner.skip("."),
          let weekday = scanner.number(), (0...6).contains(weekday)
        else { return nil }
        form = .weekday(month: month, week: week, weekday: weekday)
      } else if scanner.skip("J") {
        guard let day = scanner.number(), (1...365).contains(day) else { return nil }
        form = .dayWithoutLeap(day)
      } else {
        guard let day = scanner.number(), (0...365).contains(day) else { return nil }
        form = .day(day)
      }
      guard scanner.skip("/") else {
        second = 2 * 3600
        return
      }
      guard let time = scanner.time() else { return nil }
      second = time
    }

    /// On the wall clock, as seconds since 1970-01-01 00:00.
    func moment(in year: Int) -> Int64 { Int64(day(in: year)) * 86_400 + Int64(second) }

    private func day(in year: Int) -> Int {
      func first(of month: Int) -> Int {
        Int(CivilDate(year: year, month: month, day: 1)?.daysSince1970 ?? 0)
      }
      switch form {
      case .day(let number): return first(of: 1) + number
      case .dayWithoutLeap(let number):
        let isAfterLeapDay = number >= 60 && CivilDate.daysIn(month: 2, year: year) == 29
        return first(of: 1) + number - (isAfterLeapDay ? 0 : 1)
      case .weekday(let month, let week, let weekday):
        // 1970-01-01 was a Thursday.
        let start = first(of: month)
        let ahead = (weekday - (start + 4) % 7 + 14) % 7
        let day = start + ahead + (week - 1) * 7
        let length = CivilDate.daysIn(month: month, year: year)
        return day >= start + length ? day - 7 : day
      }
    }
  }

  /// Goes through the text.
  private struct Scanner {
    var rest: Substring.UTF8View

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest.removeFirst()
      return true
    }

    /// `CST`, or `<-03>`.
    mutating func skipName() -> Bool {
      if skip("<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[rest.index(after: end)...]
        return true
      }
      let name = rest.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
      rest = rest.dropFirst(name.count)
      return name.count >= 3
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { isDigit($0) }
      guard (1...3).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// Seconds of `[+-]hh[:mm[:ss]]`.
    mutating func time() -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where skip(":") {
        guard let part = number(), part < 60 else { return nil }
        seconds += part * unit
      }
      return isNegative ? -seconds : seconds
    }
  }
}
