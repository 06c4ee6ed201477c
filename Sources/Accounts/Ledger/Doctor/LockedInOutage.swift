import Values

extension Diagnosis {
  /// Users whom the policy has locked out and who are still locked, in the order of the moments.
  static func lockedInOutage(_ zone: CityTimeZone) -> Diagnosis {
    let outage = Outage(zone)
    return Diagnosis(
      """
      SELECT status_since FROM portal_user WHERE status = \(UserStatus.lockedOut.sql) \
      AND locked_by = \(LockedBy.policy.sql) ORDER BY status_since
      """
    ) { row in outage.add(Timestamp(.text(row.word(0)))) }
  }
}

/// Finds an hour in which many were locked out, and reports it once.
private final class Outage {
  private static let many = 5
  private let zone: CityTimeZone
  private var moments: [Timestamp] = []
  private var told: Timestamp?

  init(_ zone: CityTimeZone) { self.zone = zone }

  func add(_ moment: Timestamp) -> Diagnosis.Words? {
    moments.append(moment)
    moments.removeAll { $0.adding(hours: 1) < moment }
    if let told, moment < told.adding(hours: 1) { return nil }
    guard moments.count >= Self.many, let first = moments.first else { return nil }
    told = first
    return (
      "users",
      "\(Self.many) or more users were locked out within an hour from \(zone.text(first))",
      .command("user unlock", options: ["locked-since": zone.iso(first), "yes": nil])
    )
  }
}
