import Glibc
package import Values

/// What time it is; tests bring their own.
package struct Clock: Sendable {
  /// Seconds since 1970-01-01 UTC.
  package let now: @Sendable () -> Int64

  package init(now: @escaping @Sendable () -> Int64) { self.now = now }

  package static let system = Clock(now: { Int64(time(nil)) })

  /// Stands still at noon UTC of a day.
  package static func fixed(_ day: CivilDate) -> Clock {
    Clock(now: { Int64(day.daysSince1970) * 86_400 + 43_200 })
  }

  package func timestamp() -> String { Timestamp(seconds: now()).description }
}
