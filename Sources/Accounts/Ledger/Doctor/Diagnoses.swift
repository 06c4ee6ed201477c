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
    case .otherBankKey: sealedAccounts(day)
    case .bankFileUnplaced: bankFileUnplaced
    case .bouncingAddress: bouncingAddress(day)
    case .orphanLink: orphanLink
    case .duplicateEmail: duplicateEmail
    case .lockedInOutage: lockedInOutage(settings.zone)
    case .mailStuck: mailStuck(now)
    case .mailFailed: mailFailed(now)
    case .reportFailed: reportFailed
    case .portalAddressUnset: portalAddressUnset(settings)
    case .doubledPayment: doubledPayment
    case .repeatedPayment: repeatedPayment(dialect)
    case .repeatedReference: repeatedReference(dialect)
    case .doubledBill: doubledBill
    case .repeatedBill: repeatedBill(dialect)
    case .periodBilledTwice: periodBilledTwice
    case .paymentBeforeAccount: paymentBeforeAccount
    case .paymentInFuture: paymentInFuture(day, settings)
    case .unusualPayment: unusualPayment(day, settings)
    case .unusualBill: unusualBill(day, settings)
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
      WHERE a.role = \(ResponsibilityRole.tenant.sql) \
      AND \(DayInterval.sql(isOpenOn: "b.from_on", of: "a")) \
      AND \(DayInterval.sql(isOpenOn: "b.from_on", of: "b")) ORDER BY a.account, b.from_on
      """
    ) { row in
      let (account, first, second, on) = (row.word(0), row.word(1), row.word(2), row.word(3))
      return (
        "account \(account)", "customers \(first) and \(second) are both tenants from \(on)",
        .command("account set", account, options: ["cid": first, "role": "tenant", "until": on])
      )
    }
  }

  private static func serviceWithoutMeter(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT s.account, t.name FROM service s JOIN service_type t ON t.code = s.code \
      WHERE t.metered AND s.cancelled_on IS NULL AND s.start_on <= ? \
      AND (s.stop_on IS NULL OR s.stop_on > ?) AND NOT EXISTS (SELECT 1 FROM meter_install i \
      WHERE i.service = s.service AND \(DayInterval.sql(contains: "?", of: "i"))) \
      ORDER BY s.account, t.name
      """, [day.datum, day.datum, day.datum, day.datum]
    ) { row in
      let (account, service) = (row.word(0), row.word(1))
      return (
        "account \(account)", "\(service) is active without a meter",
        .command("service stop", account, service, options: ["on": day])
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
        .command("read void", meter, options: ["on": last])
      )
    }
  }

  private static func bouncingAddress(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT p.account, count(*), max(e.event_on) FROM delivery_preference p \
      JOIN delivery_event e ON e.delivery_preference = p.delivery_preference \
      AND e.kind = \(DeliveryEventKind.bounce.sql) \
      WHERE p.method <> \(DeliveryMethod.mail.sql) AND \(DayInterval.sql(contains: "?", of: "p")) \
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account = p.account AND a.closed_on <= ?) \
      GROUP BY p.account ORDER BY p.account
      """, [day.datum, day.datum, day.datum]
    ) { row in
      let account = row.word(0)
      let count = row.integer(1)
      return (
        "account \(account)",
        "bills go by e-mail; \(count) mail\(count == 1 ? "" : "s") bounced, the last on "
          + row.word(2), "delivery set \(word: account) mail"
      )
    }
  }

  private static var orphanLink: Diagnosis {
    Diagnosis(
      """
      SELECT u.email, k.account, k.cid, u.status FROM link k \
      JOIN portal_user u ON u.portal_user = k.portal_user \
      WHERE k.removed_on IS NULL AND (u.status = \(UserStatus.deprovisioned.sql) OR NOT EXISTS \
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
        "link remove \(word: email) \(word: account)"
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
        .command("customer merge", second, options: ["into": first])
      )
    }
  }
}
