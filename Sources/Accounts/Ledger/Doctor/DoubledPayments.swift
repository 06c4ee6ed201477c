import Values

extension Diagnosis {
  /// Payments that only their numbers tell apart. Two references make two payments.
  static var doubledPayment: Diagnosis {
    Diagnosis(
      """
      SELECT account, posted_on, amount, method, count(*), min(payment), max(payment) FROM payment \
      WHERE reversed_on IS NULL GROUP BY account, posted_on, amount, method \
      HAVING count(*) > 1 AND count(*) > count(DISTINCT reference) \
      ORDER BY account, posted_on, min(payment)
      """
    ) { row in
      let (count, first, last) = (row.integer(4), row.word(5), row.word(6))
      let amount = Money(units: row.integer(2))
      return (
        "account \(row.word(0))",
        "\(count) payments of \(amount) on \(row.word(1)) by \(row.word(3)), from \(first) to "
          + "\(last), may be one", "payment reverse \(last) --reason posted-twice"
      )
    }
  }
}
