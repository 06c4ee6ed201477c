import Engines
import Values

/// Amounts of the last year that the rules would refuse as unusual today. Older ones are left out, so that correct
/// amounts are not reported forever. As in the rules, bills of zero are nothing to compare with.
extension Diagnosis {
  static func unusualPayment(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let most = settings.integer(.amountsTimesUsual)
    return Diagnosis(
      """
      SELECT u.payment, u.account, u.amount, u.largest FROM (\
      SELECT p.payment, p.account, p.amount, p.posted_on, \
      \(largest("o.account = p.account")) AS largest \
      FROM payment p WHERE p.posted_on > ? AND p.amount >= \(least(settings)) \
      AND p.reversed_on IS NULL) u \
      WHERE u.largest > 0 AND u.amount > \(most) * u.largest AND u.amount > (\
      SELECT CAST(coalesce(SUM(a.amount), 0) AS BIGINT) FROM payment_application a \
      WHERE a.payment = u.payment AND a.bill IS NOT NULL \
      AND \(DayInterval.sql(contains: "u.posted_on", of: "a"))) ORDER BY u.payment
      """, [day.adding(months: -12).datum]
    ) { row in
      guard most > 0 else { return nil }
      let number = row.word(0)
      return (
        "payment \(number)", found(row, "amount", "bill"),
        .command("payment reverse", number, options: ["reason": "wrong-amount"])
      )
    }
  }

  static func unusualBill(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let most = settings.integer(.amountsTimesUsual)
    let others = "o.account = b.account AND o.bill <> b.bill"
    return Diagnosis(
      """
      SELECT u.bill, u.account, u.amount, u.largest, u.number FROM (\
      SELECT b.bill, b.account, l.number, l.amount, \(largest(others)) AS largest, \
      (SELECT count(*) FROM bill o WHERE \(others) AND o.voided_on IS NULL) AS bills \
      FROM bill b JOIN bill_line l ON l.bill = b.bill \
      WHERE b.billed_on > ? AND b.voided_on IS NULL AND b.cid IS NULL \
      AND abs(l.amount) >= \(least(settings))) u \
      WHERE u.largest > 0 AND abs(u.amount) > \(most) * u.largest * CASE WHEN u.bills < \(UsualBill.few) \
      THEN \(UsualBill.timesOfFew) ELSE 1 END ORDER BY u.bill, u.number
      """, [day.adding(months: -12).datum]
    ) { row in
      guard most > 0 else { return nil }
      return (
        "bill \(row.word(0))", found(row, "line \(row.integer(4))", "other bill"),
        .command("bill void", row.word(0), options: ["reason": "wrong-amount"])
      )
    }
  }

  private static func found(_ row: any BorrowedRow, _ what: String, _ other: String) -> String {
    "its \(what) is \(Money(units: row.integer(2))); the largest \(other) of account "
      + "\(row.word(1)) is \(Money(units: row.integer(3)))"
  }

  private static func least(_ settings: Settings) -> Int64 {
    Int64(settings.integer(.amountsUnusualFrom)) * Money.scale
  }

  /// Of the bills `o` that pass the test.
  private static func largest(_ test: String) -> String {
    "(SELECT MAX(abs(o.total)) FROM bill o WHERE \(test) AND o.voided_on IS NULL)"
  }
}
