import Glibc

/// What time it is, and what day in the city; tests bring their own.
public struct Clock: Sendable {
  /// Seconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64
  /// The civil day at that moment in a time zone of the tz database.
  public let day: @Sendable (_ seconds: Int64, _ zone: String) -> CivilDate

  public init(
    now: @escaping @Sendable () -> Int64,
    day: @escaping @Sendable (_ seconds: Int64, _ zone: String) -> CivilDate
  ) {
    self.now = now
    self.day = day
  }

  public static let system = Clock(now: { Int64(time(nil)) }, day: systemDay)

  /// Stands still at noon UTC of a day, whatever the zone.
  public static func fixed(_ day: CivilDate) -> Clock {
    Clock(now: { Int64(day.daysSince1970) * 86_400 + 43_200 }, day: { _, _ in day })
  }

  public func timestamp() -> String { Self.timestamp(now()) }

  /// `2026-11-23T14:05:09Z`.
  public static func timestamp(_ seconds: Int64) -> String {
    let days = Int32(truncatingIfNeeded: seconds.quotientFloored(by: 86_400))
    let rest = seconds - Int64(days) * 86_400
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(CivilDate(daysSince1970: days))T\(two(rest / 3600)):\(two(rest / 60 % 60))"
      + ":\(two(rest % 60))Z"
  }

  /// The C library keeps one zone a process; the program sets it to the city's.
  private static func systemDay(_ seconds: Int64, _ zone: String) -> CivilDate {
    setenv("TZ", zone, 1)
    tzset()
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CivilDate(daysSince1970: Int32(seconds / 86_400))
  }
}

extension Int64 {
  func quotientFloored(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
