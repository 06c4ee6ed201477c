import Glibc

/// What time it is; tests bring their own.
public struct Clock: Sendable {
  /// Seconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64

  public init(now: @escaping @Sendable () -> Int64) { self.now = now }

  public static let system = Clock(now: { Int64(time(nil)) })

  /// Stands still at noon UTC of a day.
  public static func fixed(_ day: CivilDate) -> Clock {
    Clock(now: { Int64(day.daysSince1970) * 86_400 + 43_200 })
  }

  public func timestamp() -> String { Timestamp(seconds: now()).description }
}
