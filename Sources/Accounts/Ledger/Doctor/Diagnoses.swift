import Engines
import Values

extension Diagnosis {
  static func of(
    _ problem: Problem, on day: CivilDate, now: Timestamp, _ settings: Settings,
    _ dialect: any Dialect
  ) -> Diagnosis {
    switch problem {
    case .overlappingOccupancy: overlappingOccupancy
    case .serviceWithoutMeter: serviceWithoutMeter(day)
    case .stoppedWithConsumption: stoppedWithConsumption
    case .eftOutlived: eftOutlived(day)
    case .prenoteOverdue: prenoteOverdue(day, settings)
    case .bouncingAddress: bouncingAddress(day)
    case .orphanLink: orphanLink
    case .duplicateEmail: duplicateEmail
    case .lockedInOutage: lockedInOutage(settings.zone)
    case .mailStuck: mailStuck(now)
    case .mailFailed: mailFailed(now)
    case .reportFailed: reportFailed
    case .portalAddressUnset: portalAddressUnset(settings)
    case .doubledPayment: doubledPayment
    case .repeatedReference: repeatedReference(dialect)
    case .doubledBill: doubledBill
    case .periodBilledTwice: periodBilledTwice
    case .paymentBeforeAccount: paymentBeforeAccount
    case .paymentInFuture: paymentInFuture(day, settings)
    case .unusualBillPeriod: unusualBillPeriod(settings)
    case .unusualRead: unusualRead(day, settings)
    case .moveWithoutReading: moveWithoutReading(day)
    case .unusualDate: unusualDate(day, settings)
    }
  }

  /// The second of two tenants who overlap begins when the first should have ended.
  private static var overlappingOccupancy: Diagnosis {
    Diagnosis(
      """
      SELECT a.account, a.cid, b.cid, b.from_on FROM account_customer a \
      JOIN account_customer b ON b.account = a.account AND b.role = a.role AND b.cid <> a.cid \
      AND (b.from_on > a.from_on \
      OR (b.from_on = a.from_on AND b.account_customer > a.account_customer)) \
      WHERE a.role = 'tenant' AND (a.to_on IS NULL OR a.to_on > b.from_on) \
      AND (b.to_on IS NULL OR b.to_on > b.from_on) ORDER BY a.account, b.from_on
      """
    ) { row in
      let (account, first, second, on) = (row.word(0), row.word(1), row.word(2), row.word(3))
      return (
        "account \(account)", "customers \(first) and \(second) are both tenants from \(on)",
        "account set \(account) --cid \(first) --role tenant --until \(on)"
      )
    }
  }

  private static func serviceWithoutMeter(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT s.account, t.name FROM service s JOIN service_type t ON t.code = s.code \
      WHERE t.metered AND s.cancelled_on IS NULL AND s.start_on <= ? \
      AND (s.stop_on IS NULL OR s.stop_on > ?) AND NOT EXISTS (SELECT 1 FROM meter_install i \
      WHERE i.service = s.service AND i.from_on <= ? AND (i.to_on IS NULL OR i.to_on > ?)) \
      ORDER BY s.account, t.name
      """, [day.datum, day.datum, day.datum, day.datum]
    ) { row in
      let (account, service) = (row.word(0), row.word(1))
      return (
        "account \(account)", "\(service) is active without a meter",
        "service stop \(account) \(service) --on \(day)"
      )
    }
  }

  private static var stoppedWithConsumption: Diagnosis {
    Diagnosis(
      """
      SELECT s.account, t.name, s.stop_on, c.meter, max(c.to_on) FROM service s \
      JOIN service_type t ON t.code = s.code JOIN consumption c ON c.service = s.service \
      WHERE c.to_on > s.stop_on AND s.cancelled_on IS NULL \
      GROUP BY s.account, t.name, s.stop_on, c.meter ORDER BY s.account, t.name, c.meter
      """
    ) { row in
      let (account, service, stop, meter, last) = (
        row.word(0), row.word(1), row.word(2), row.word(3), row.word(4)
      )
      return (
        "account \(account)",
        "\(service) stopped on \(stop); meter \(meter) has consumption up to \(last)",
        "read void \(meter) --on \(last)"
      )
    }
  }

  private static func eftOutlived(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT e.account, e.cid, a.closed_on FROM eft_enrollment e \
      JOIN account a ON a.account = e.account \
      WHERE (e.state = 'entered' OR e.state = 'prenote_pending' OR e.state = 'active' \
      OR e.state = 'on_hold') AND (e.ends_on IS NULL OR e.ends_on > ?) AND (a.closed_on <= ? \
      OR NOT EXISTS (SELECT 1 FROM account_customer x WHERE x.account = e.account \
      AND x.cid = e.cid AND x.from_on <= ? AND (x.to_on IS NULL OR x.to_on > ?))) \
      ORDER BY e.account, e.enrollment
      """, [day.datum, day.datum, day.datum, day.datum]
    ) { row in
      let (account, cid, closed) = (row.word(0), row.word(1), row.word(2))
      return (
        "account \(account)",
        closed.isEmpty
          ? "customer \(cid) is not responsible for it; automatic payments continue"
          : "closed on \(closed); automatic payments continue",
        "eft cancel \(account) --reason \(closed.isEmpty ? "moved-out" : "closed")"
      )
    }
  }

  /// Waits for a colleague, for a file to the bank, or for nobody any more.
  private static func prenoteOverdue(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let waits = settings.integer(.eftPrenoteDays)
    let next = day.addingBankingDays(1)
    return Diagnosis(
      """
      SELECT account, state, entered_on, prenote_on FROM eft_enrollment \
      WHERE (state = 'entered' OR state = 'prenote_pending') AND (ends_on IS NULL OR ends_on > ?) \
      ORDER BY account
      """, [day.datum]
    ) { row in
      let account = row.word(0)
      let record = "account \(account)"
      guard let entered = CivilDate(iso: row.word(2)) else { return nil }
      if row.word(1) == EFTState.entered.rawValue {
        guard entered.addingBankingDays(patience) < day else { return nil }
        return (record, "enrolled on \(entered), not confirmed yet", "eft confirm \(account)")
      }
      guard let sent = CivilDate(iso: row.word(3)) else {
        guard entered.addingBankingDays(patience) < day else { return nil }
        return (
          record, "enrolled on \(entered), no prenote sent to the bank yet",
          "eft export --on \(next) -o prenotes.ach"
        )
      }
      guard sent.addingBankingDays(waits + patience) < day else { return nil }
      return (
        record, "the prenote of \(sent) was not returned, and payments have not begun",
        "eft confirm \(account)"
      )
    }
  }

  /// Banking days within which staff do what falls to them.
  private static let patience = 5

  private static func bouncingAddress(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT p.account, count(*), max(e.event_on) FROM delivery_preference p \
      JOIN delivery_event e ON e.delivery_preference = p.delivery_preference AND e.kind = 'bounce' \
      WHERE p.method <> 'mail' AND p.from_on <= ? AND (p.to_on IS NULL OR p.to_on > ?) \
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account = p.account AND a.closed_on <= ?) \
      GROUP BY p.account ORDER BY p.account
      """, [day.datum, day.datum, day.datum]
    ) { row in
      let account = row.word(0)
      let count = row.integer(1)
      return (
        "account \(account)",
        "bills go by e-mail; \(count) mail\(count == 1 ? "" : "s") bounced, the last on "
          + row.word(2), "delivery set \(account) mail"
      )
    }
  }

  private static var orphanLink: Diagnosis {
    Diagnosis(
      """
      SELECT u.email, k.account, k.cid, u.status FROM link k \
      JOIN portal_user u ON u.portal_user = k.portal_user \
      WHERE k.removed_on IS NULL AND (u.status = 'deprovisioned' OR NOT EXISTS \
      (SELECT 1 FROM account_customer x WHERE x.account = k.account AND x.cid = k.cid)) \
      ORDER BY u.email, k.account
      """
    ) { row in
      let (email, account, cid) = (row.word(0), row.word(1), row.word(2))
      let isGone = row.word(3) == UserStatus.deprovisioned.rawValue
      return (
        "user \(email)",
        isGone
          ? "the login was deactivated; the link to account \(account) remains"
          : "linked to account \(account) by customer \(cid), who was never responsible for it",
        "link remove \(email) \(account)"
      )
    }
  }

  private static var duplicateEmail: Diagnosis {
    Diagnosis(
      """
      SELECT min(cid), max(cid) FROM customer \
      WHERE email IS NOT NULL AND merged_into IS NULL \
      GROUP BY lower(email), lower(name) HAVING count(*) > 1 ORDER BY min(cid)
      """
    ) { row in
      let (first, second) = (row.word(0), row.word(1))
      return (
        "customer \(second)", "has the name and the e-mail address of customer \(first)",
        "customer merge \(second) --into \(first)"
      )
    }
  }
}
