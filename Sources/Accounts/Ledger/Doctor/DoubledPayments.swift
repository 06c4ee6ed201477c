import Values

extension Diagnosis {
  /// Payments that only their numbers tell apart. Two references make two payments.
  static var doubledPayment: Diagnosis {
    Diagnosis(
      """
      SELECT account, posted_on, amount, min(method), count(*), min(payment), max(payment) FROM payment \
      WHERE reversed_on IS NULL GROUP BY account, posted_on, amount \
      HAVING count(*) > 1 AND count(*) > count(DISTINCT reference) AND (count(*) > count(DISTINCT method) \
      OR sum(CASE WHEN method = 'other' THEN 1 ELSE 0 END) > 0) \
      ORDER BY account, posted_on, min(payment)
      """
    ) { row in
      let (count, first, last) = (row.integer(4), row.word(5), row.word(6))
      let amount = Money(units: row.integer(2))
      return (
        "account \(row.word(0))",
        "\(count) payments of \(amount) on \(row.word(1)), from \(first) to \(last), may be one",
        "payment reverse \(last) --reason posted-twice"
      )
    }
  }
}
