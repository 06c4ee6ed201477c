import Engines
import Values

extension Diagnosis {
  /// Payments that differ only in their numbers. Two references make two payments, and so do two
  /// bills.
  static var doubledPayment: Diagnosis {
    Diagnosis(
      """
      SELECT account, posted_on, amount, min(method), count(*), min(payment), max(payment) FROM payment \
      WHERE reversed_on IS NULL GROUP BY account, posted_on, amount \
      HAVING count(*) > 1 AND count(*) > count(DISTINCT reference) \
      AND count(*) > count(DISTINCT bill) AND (count(*) > count(DISTINCT method) \
      OR sum(CASE WHEN method = \(PaymentMethod.other.sql) THEN 1 ELSE 0 END) > 0) \
      ORDER BY account, posted_on, min(payment)
      """
    ) { row in
      let (count, first, last) = (row.integer(4), row.word(5), row.word(6))
      let amount = Money(units: row.integer(2))
      return (
        "account \(row.word(0))",
        "\(count) payments of \(amount) on \(row.word(1)), from \(first) to \(last), may be duplicates",
        .command("payment reverse", last, options: ["reason": "posted-twice"])
      )
    }
  }
}

extension Diagnosis {
  /// A check or transfer that was posted on two days within three weeks; its number may have lost its zeros. A
  /// reference that several accounts share is an agency's or a channel's, and comes with each payment; two
  /// accounts may have checks of one number on different days.
  static func repeatedReference(_ dialect: any Dialect) -> Diagnosis {
    Diagnosis(
      """
      SELECT n.account, n.earlier_reference, n.amount, n.earlier, n.before_on, n.payment, n.posted_on \
      FROM (SELECT account, amount, payment, posted_on, reference, lag(payment) OVER w AS earlier, \
      lag(posted_on) OVER w AS before_on, lag(reference) OVER w AS earlier_reference FROM payment \
      WHERE reversed_on IS NULL AND reference IS NOT NULL WINDOW w AS (PARTITION BY account, amount, \
      ltrim(reference, '0') ORDER BY posted_on, payment)) n WHERE n.posted_on > n.before_on \
      AND n.posted_on <= \(dialect.day("n.before_on", plus: "\(RepeatPolicy.days)")) \
      AND n.reference NOT IN (SELECT reference FROM payment WHERE reference IS NOT NULL \
      AND reversed_on IS NULL GROUP BY reference HAVING count(DISTINCT account) > 2) \
      AND NOT EXISTS (SELECT 1 FROM payment o WHERE o.reference = n.reference AND o.account <> n.account \
      AND o.posted_on IN (n.before_on, n.posted_on) AND o.reversed_on IS NULL) \
      ORDER BY n.account, n.before_on, n.earlier
      """
    ) { row in
      pair(row, " have reference \(row.word(1)) and the amount \(Money(units: row.integer(2)))")
    }
  }

  /// Payments that came in two changes, a few days apart, one or both without a reference. Rows of one file
  /// are as many payments. Each is compared with one of the day before it, so that thousands of an account
  /// take no longer than those of many accounts.
  static func repeatedPayment(_ dialect: any Dialect) -> Diagnosis {
    Diagnosis(
      """
      SELECT n.account, n.method, n.amount, a.payment, a.posted_on, b.payment, b.posted_on \
      FROM (SELECT account, amount, method, posted_on, lag(posted_on) OVER w AS before_on, \
      lag(coalesce(min(CASE WHEN reference IS NULL THEN payment END), min(payment))) OVER w AS earlier \
      FROM payment WHERE reversed_on IS NULL GROUP BY account, amount, method, posted_on \
      WINDOW w AS (PARTITION BY account, amount, method ORDER BY posted_on)) n \
      JOIN payment a ON a.payment = n.earlier JOIN payment b ON b.account = n.account \
      AND b.posted_on = n.posted_on AND b.amount = n.amount AND b.method = n.method \
      WHERE n.posted_on <= \(dialect.day("n.before_on", plus: "\(RepeatPolicy.movedDays)")) \
      AND b.reversed_on IS NULL AND (a.reference IS NULL OR b.reference IS NULL) \
      AND (a.bill IS NULL OR b.bill IS NULL OR a.bill = b.bill) \
      AND \(change(of: "a.payment", in: "payment")) <> \(change(of: "b.payment", in: "payment")) \
      ORDER BY n.account, a.posted_on, a.payment, b.payment
      """
    ) { row in
      pair(row, ", both \(Money(units: row.integer(2))) by \(row.word(1)), may be duplicates")
    }
  }

  /// Two payments of an account: numbers and days from the fourth cell on.
  private static func pair(_ row: any BorrowedRow, _ rest: String) -> Words {
    (
      "account \(row.word(0))",
      "payments \(row.word(3)) of \(row.word(4)) and \(row.word(5)) of \(row.word(6))\(rest)",
      .command(
        "payment reverse", max(row.integer(3), row.integer(5)), options: ["reason": "posted-twice"])
    )
  }

  /// The change that added a record.
  private static func change(of key: String, in table: String) -> String {
    "(SELECT min(r.change) FROM change_row r WHERE r.table_name = '\(table)' "
      + "AND r.row_key = CAST(\(key) AS TEXT))"
  }

  /// Bills of one account, day and total. Those of different services are different bills, and so are those of a
  /// transferred balance.
  static var doubledBill: Diagnosis {
    Diagnosis(
      """
      SELECT g.account, g.billed_on, g.total, g.bills, g.earliest, g.latest FROM \
      (SELECT account, billed_on, total, count(*) AS bills, min(bill) AS earliest, max(bill) AS latest \
      FROM bill WHERE voided_on IS NULL AND total > 0 AND cid IS NULL GROUP BY account, billed_on, total \
      HAVING count(*) > 1) g WHERE g.bills > (SELECT count(DISTINCT s.code) FROM \
      (SELECT (SELECT min(l.code) FROM bill_line l WHERE l.bill = b.bill) AS code FROM bill b \
      WHERE b.account = g.account AND b.billed_on = g.billed_on AND b.total = g.total \
      AND b.voided_on IS NULL AND b.cid IS NULL) s) ORDER BY g.account, g.billed_on, g.earliest
      """
    ) { row in
      let (count, first, last) = (row.integer(3), row.word(4), row.word(5))
      return (
        "account \(row.word(0))",
        "\(count) bills of \(Money(units: row.integer(2))) on \(row.word(1)), from \(first) to "
          + "\(last), may be duplicates",
        .command("bill void", last, options: ["reason": "billed-twice"])
      )
    }
  }

  /// Bills that came in two changes, a few days apart, with the same total and a line that may be the same.
  static func repeatedBill(_ dialect: any Dialect) -> Diagnosis {
    Diagnosis(
      """
      SELECT n.account, n.total, n.earlier, n.before_on, b.bill, b.billed_on \
      FROM (SELECT account, total, billed_on, lag(billed_on) OVER w AS before_on, \
      lag(min(bill)) OVER w AS earlier FROM bill WHERE voided_on IS NULL AND total > 0 \
      GROUP BY account, total, billed_on \
      WINDOW w AS (PARTITION BY account, total ORDER BY billed_on)) n \
      JOIN bill b ON b.account = n.account AND b.billed_on = n.billed_on AND b.total = n.total \
      WHERE n.billed_on <= \(dialect.day("n.before_on", plus: "\(RepeatPolicy.movedDays)")) \
      AND b.voided_on IS NULL AND EXISTS (SELECT 1 FROM bill_line x JOIN bill_line y \
      ON y.bill = b.bill AND y.amount = x.amount WHERE x.bill = n.earlier \
      AND (x.code IS NULL OR y.code IS NULL OR x.code = y.code) \
      AND (x.to_on IS NULL OR y.from_on IS NULL OR x.to_on > y.from_on) \
      AND (y.to_on IS NULL OR x.from_on IS NULL OR y.to_on > x.from_on)) \
      AND \(change(of: "n.earlier", in: "bill")) <> \(change(of: "b.bill", in: "bill")) \
      ORDER BY n.account, n.before_on, n.earlier, b.bill
      """
    ) { row in
      let (first, last) = (row.word(2), row.word(4))
      return (
        "account \(row.word(0))",
        "bills \(first) of \(row.word(3)) and \(last) of \(row.word(5)), both "
          + "\(Money(units: row.integer(1))), may be duplicates",
        .command("bill void", last, options: ["reason": "billed-twice"])
      )
    }
  }

  /// Bills of one account that charge for the same service and period.
  static var periodBilledTwice: Diagnosis {
    Diagnosis(
      """
      SELECT b.account, l.code, l.from_on, l.to_on, count(DISTINCT l.bill), min(l.bill), max(l.bill) \
      FROM bill_line l JOIN bill b ON b.bill = l.bill WHERE b.voided_on IS NULL AND l.amount > 0 \
      AND l.code IS NOT NULL AND l.from_on IS NOT NULL GROUP BY b.account, l.code, l.from_on, l.to_on \
      HAVING count(DISTINCT l.bill) > 1 ORDER BY b.account, l.code, l.from_on
      """
    ) { row in
      let (first, last) = (row.word(5), row.word(6))
      return (
        "account \(row.word(0))",
        "\(row.integer(4)) bills, from \(first) to \(last), charge for service \(row.word(1)) from "
          + "\(row.word(2)) to \(row.word(3))",
        .command("bill void", last, options: ["reason": "billed-twice"])
      )
    }
  }
}
