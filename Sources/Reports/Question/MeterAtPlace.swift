import Accounts

/// A meter at its place, regardless of the customer: a move ends one installation and begins another, and
/// the meter stays where it is.
enum MeterAtPlace {
  /// The installations `j` of the meter of installation `i` at the location of account `a`.
  static let stays = stays(of: "i.meter")

  /// The installations of a meter at that location.
  static func stays(of meter: String) -> String {
    """
    meter_install j JOIN service w ON w.service = j.service JOIN account b ON b.account = w.account \
    WHERE j.meter = \(meter) AND b.location = a.location
    """
  }

  /// The services that the meter of `i` has measured at that location.
  static let services = services(of: "i.meter")

  /// The services that a meter has measured at the location of account `a`.
  static func services(of meter: String) -> String {
    "(SELECT j.service FROM \(stays(of: meter)))"
  }

  /// SQL for the day on which the meter was installed there: after it was last elsewhere.
  static let since = """
    (SELECT MIN(j.from_on) FROM \(stays) AND j.from_on >= COALESCE((SELECT MAX(o.to_on) \
    FROM meter_install o JOIN service y ON y.service = o.service \
    JOIN account e ON e.account = y.account WHERE o.meter = i.meter AND o.from_on < i.from_on \
    AND e.location <> a.location), j.from_on))
    """

  /// SQL: the meter was there on a day.
  static func wasThere(on day: String) -> String {
    "EXISTS (SELECT 1 FROM \(stays) AND \(DayInterval.sql(contains: day, of: "j")))"
  }

  /// The meter was there on both days, and `i` is its installation on the later one.
  static func stayed(_ first: String, _ last: String) -> Report.Condition {
    Report.Condition(
      "\(DayInterval.sql(contains: last, of: "i")) AND \(wasThere(on: first))")
  }
}
