import Engines
import Values

extension Diagnosis {
  /// Payments that only their numbers tell apart. Two references make two payments.
  static var doubledPayment: Diagnosis {
    Diagnosis(
      """
      SELECT account, posted_on, amount, min(method), count(*), min(payment), max(payment) FROM payment \
      WHERE reversed_on IS NULL GROUP BY account, posted_on, amount \
      HAVING count(*) > 1 AND count(*) > count(DISTINCT reference) AND (count(*) > count(DISTINCT method) \
      OR sum(CASE WHEN method = \(PaymentMethod.other.sql) THEN 1 ELSE 0 END) > 0) \
      ORDER BY account, posted_on, min(payment)
      """
    ) { row in
      let (count, first, last) = (row.integer(4), row.word(5), row.word(6))
      let amount = Money(units: row.integer(2))
      return (
        "account \(row.word(0))",
        "\(count) payments of \(amount) on \(row.word(1)), from \(first) to \(last), may be duplicates",
        "payment reverse \(last) --reason posted-twice"
      )
    }
  }
}

extension Diagnosis {
  /// A check or transfer that was posted on two days within three weeks; its number may have lost its zeros.
  static func repeatedReference(_ dialect: any Dialect) -> Diagnosis {
    let latest = dialect.day("a.posted_on", plus: "\(RepeatPolicy.days)")
    return Diagnosis(
      """
      SELECT a.account, a.reference, a.amount, a.payment, a.posted_on, b.payment, b.posted_on \
      FROM payment a JOIN payment b ON b.account = a.account \
      AND ltrim(b.reference, '0') = ltrim(a.reference, '0') \
      AND b.posted_on > a.posted_on AND b.posted_on <= \(latest) AND b.amount = a.amount \
      WHERE a.reversed_on IS NULL AND b.reversed_on IS NULL AND a.reference IS NOT NULL \
      ORDER BY a.account, a.posted_on, a.payment
      """
    ) { row in
      let (first, last) = (row.word(3), row.word(5))
      return (
        "account \(row.word(0))",
        "payments \(first) of \(row.word(4)) and \(last) of \(row.word(6)) have reference "
          + "\(row.word(1)) and the amount \(Money(units: row.integer(2)))",
        "payment reverse \(last) --reason posted-twice"
      )
    }
  }

  /// Payments that came in two changes, a few days apart, one or both without a reference. Rows of one file
  /// are as many payments.
  static func repeatedPayment(_ dialect: any Dialect) -> Diagnosis {
    let latest = dialect.day("a.posted_on", plus: "\(RepeatPolicy.movedDays)")
    func change(_ payment: String) -> String {
      "(SELECT min(r.change) FROM change_row r WHERE r.table_name = 'payment' "
        + "AND r.row_key = CAST(\(payment).payment AS TEXT))"
    }
    return Diagnosis(
      """
      SELECT a.account, a.method, a.amount, a.payment, a.posted_on, b.payment, b.posted_on \
      FROM payment a JOIN payment b ON b.account = a.account AND b.posted_on > a.posted_on \
      AND b.posted_on <= \(latest) AND b.amount = a.amount AND b.method = a.method \
      WHERE a.reversed_on IS NULL AND b.reversed_on IS NULL \
      AND (a.reference IS NULL OR b.reference IS NULL) AND \(change("a")) <> \(change("b")) \
      ORDER BY a.account, a.posted_on, a.payment, b.payment
      """
    ) { row in
      let (first, last) = (row.word(3), row.word(5))
      return (
        "account \(row.word(0))",
        "payments \(first) of \(row.word(4)) and \(last) of \(row.word(6)), both "
          + "\(Money(units: row.integer(2))) by \(row.word(1)), may be duplicates",
        "payment reverse \(last) --reason posted-twice"
      )
    }
  }

  /// Bills of one account, day and total.
  static var doubledBill: Diagnosis {
    Diagnosis(
      """
      SELECT account, billed_on, total, count(*), min(bill), max(bill) FROM bill \
      WHERE voided_on IS NULL AND total > 0 GROUP BY account, billed_on, total \
      HAVING count(*) > 1 ORDER BY account, billed_on, min(bill)
      """
    ) { row in
      let (count, first, last) = (row.integer(3), row.word(4), row.word(5))
      return (
        "account \(row.word(0))",
        "\(count) bills of \(Money(units: row.integer(2))) on \(row.word(1)), from \(first) to "
          + "\(last), may be duplicates",
        "bill void \(word: last) --reason billed-twice"
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
        "bill void \(word: last) --reason billed-twice"
      )
    }
  }
}
