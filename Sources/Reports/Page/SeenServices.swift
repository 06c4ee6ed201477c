import Accounts

/// What a user of the portal sees of the services of an account: the use on the days of the linked
/// customers, and nothing of what came after they left.
package struct SeenServices: Sendable {
  /// Whether a row of `consumption c` of a service `s` counts.
  let use: String
  /// The first day on which no linked customer is responsible any more; nil if one is.
  let left: CivilDate?

  /// The last day of the linked customers, as a literal.
  var lastDay: String? { left.map { "'\($0.adding(days: -1))'" } }

  /// A stop after the linked customers left is another's.
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
