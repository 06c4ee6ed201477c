/// A moment as it is typed: with its offset, or as the city's clocks show it.
package enum TypedTime: FieldValue, Equatable {
  case exact(Timestamp)
  /// The second of the day.
  case shown(CivilDate, second: Int)
  /// From its first moment on.
  case day(TypedDay)

  package static let valueName = "time"
  package static let expected =
    "a day or a time, e.g. 2026-10-31, 10/31/2026 7:00 am, \"2026-10-31 07:00\" or "
    + "2026-10-31T07:00:00-05:00"

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let day = try? TypedDay(text) {
      self = .day(day)
      return
    }
    let end = text.firstIndex { $0 == "T" || $0 == "t" || $0 == " " } ?? text.endIndex
    let day: CivilDate
    do throws(ValueFault) {
      day = try CivilDate(String(text[..<end]))
    } catch {
      throw ValueFault(error.code, found: text, expected: Self.expected, remedy: error.remedy)
    }
    guard let time = TimeOfDay(text[end...].dropFirst()) else {
      throw ValueFault(
        .malformed, found: text, expected: Self.expected,
        remedy: "write the time of day as 07:00 or 7:00 am, with Z or an offset if it is not the "
          + "city's time")
    }
    if let offset = time.offset {
      self = .exact(
        Timestamp(
          seconds: Int64(day.daysSince1970) * 86_400 + Int64(time.second) - Int64(offset)))
    } else {
      self = .shown(day, second: time.second)
    }
  }

  /// The one moment that is meant.
  /// - Parameter today: the city's.
  package func moment(in zone: CityTimeZone, today: CivilDate) throws(ValueFault) -> Timestamp {
    switch self {
    case .exact(let moment): return moment
    case .day(let day): return zone.start(of: day.day(today: today))
    case .shown(let day, let second):
      let found = "\(day) \(Timestamp.clock(second))"
      let moments = zone.moments(day, second: second)
      guard let moment = moments.first else {
        throw ValueFault(
          .malformed, found: "\(found), which \(zone.name) skips when clocks are set forward",
          expected: "a time that exists on that day",
          remedy: "write \(zone.iso(zone.shownInstead(of: day, second: second)))")
      }
      guard moments.count == 1 else {
        throw ValueFault(
          .malformed, found: "\(found), which occurs twice that day in \(zone.name)",
          expected: "a time with an offset",
          remedy: "write " + moments.map { zone.iso($0) }.joined(separator: " or "))
      }
      return moment
    }
  }
}

/// `07:00`, `7:00:09 am`, `07:00Z`, `07:00:00-05:00`, `07:00:00.217Z` as logs of other programs have it.
private struct TimeOfDay {
  let second: Int
  /// Seconds east of UTC.
  let offset: Int?

  init?(_ text: Substring) {
    var clock = text.filter { $0 != " " }.lowercased()[...]
    var offset: Int?
    if clock.hasSuffix("z") {
      offset = 0
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let given = Self.offset(clock[sign...]) else { return nil }
      offset = given
      clock = clock[..<sign]
    }
    let half = ["am", "pm"].first { clock.hasSuffix($0) }
    if half != nil { clock = clock.dropLast(2) }
    var parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    // Moments are whole seconds.
    if parts.count == 3, let point = parts[2].firstIndex(of: ".") {
      guard Self.number(parts[2][point...].dropFirst()) != nil else { return nil }
      parts[2] = parts[2][..<point]
    }
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Self.number($0) }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    var hour = numbers[0]
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    guard hour < 24 else { return nil }
    second = hour * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    self.offset = offset
  }

  /// `+05`, `-0500` or `-05:00`; no city is further from UTC than 14 hours.
  private static func offset(_ text: Substring) -> Int? {
    let hours = text.dropFirst().prefix(2)
    var minutes = text.dropFirst(3)
    if minutes.count == 3, minutes.first == ":" { minutes = minutes.dropFirst() }
    guard hours.count == 2, minutes.isEmpty || minutes.count == 2, let hours = number(hours),
      hours <= 14, let minutes = minutes.isEmpty ? 0 : number(minutes), minutes < 60
    else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy(isDigit) ? Int(text) : nil
  }
}
