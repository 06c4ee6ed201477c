import Accounts

/// What a portal user sees of an account's services: the usage on the days of the linked customers, and nothing
/// from after they left.
package struct SeenServices: Sendable {
  /// SQL: a row of `consumption c` of a service `s` is visible.
  let use: String
  /// The day from which no linked customer is responsible anymore; nil if one still is.
  let left: CivilDate?

  /// The last day of the linked customers, as an SQL literal.
  var lastDay: String? { left.map { "'\($0.adding(days: -1))'" } }

  /// The stop date, empty if the stop came after the linked customers left.
  var stopDate: Report.Column? {
    left.map {
      Report.Column(
        "stop-date", "CASE WHEN s.stop_on <= '\($0)' THEN s.stop_on END", .date)
    }
  }

  /// The status of a service: as of the day if it had stopped before the linked customers left, else as of
  /// their last day. Nil if they have not left.
  func status(asOf day: CivilDate, _ dialect: any Dialect) -> String? {
    guard let left, let lastDay else { return nil }
    return """
      CASE WHEN s.stop_on <= '\(left)' \
      THEN \(ServiceStatus.sql(asOf: "'\(day)'", foresees: false, dialect)) \
      ELSE \(ServiceStatus.sql(asOf: lastDay, foresees: false, dialect)) END
      """
  }
}

extension PortalVisibility {
  /// What the user sees of the services on a day.
  func seenServices(on store: Store, asOf day: CivilDate) throws -> SeenServices {
    let days = try store.first(
      """
      SELECT MAX(x.to_on), SUM(CASE WHEN x.to_on IS NULL THEN 1 ELSE 0 END) \
      FROM \(Self.responsibilities) WHERE \(Self.own) AND x.from_on <= ?
      """, [user.datum, account.datum, day.datum])
    let end = days.flatMap { Int64($0[1]) > 0 || $0[0].isNull ? nil : CivilDate($0[0]) }
    return SeenServices(
      use: Ledger.isLinked(Self.wholly("c"), user: "\(user)", account: "s.account"),
      left: end.flatMap { $0 <= day ? $0 : nil })
  }
}
