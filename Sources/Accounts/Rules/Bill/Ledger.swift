package import Engines
package import Values

/// What is owed and what is paid, as SQL for every engine: the only place that applies payments to
/// bills. A payment for a bill pays that bill; any excess, and payments without a bill, pay the
/// account's bills in order of due date. The rest is credit. Nothing of this is stored, so posting
/// and reversing payments in any order gives the same result.
package struct Ledger: Sendable {
  /// An extra condition where the query is about one account.
  private let only: String
  private let account: AccountNumber?
  private let day: CivilDate
  private let mark: String

  package init(asOf day: CivilDate, of account: AccountNumber? = nil, dialect: any Dialect) {
    self.day = day
    self.account = account
    mark = dialect.dateMark
    only = account == nil ? "" : " AND account = ?"
  }

  /// One row for each account that ever had a bill or payment: `account, billed, paid, balance,
  /// amount_due, credit, past_due, due_on, last_bill, last_posted`.
  package var accounts: (sql: String, arguments: [Datum]) {
    let bills = self.bills
    return (
      """
      (SELECT account, billed, paid, billed - paid AS balance, \
      CASE WHEN billed > paid THEN billed - paid ELSE 0 END AS amount_due, \
      CASE WHEN paid > billed THEN paid - billed ELSE 0 END AS credit, \
      past_due, due_on, last_bill, last_posted FROM (\
      SELECT account, CAST(SUM(billed) AS BIGINT) AS billed, CAST(SUM(paid) AS BIGINT) AS paid, \
      CAST(SUM(past_due) AS BIGINT) AS past_due, MIN(due_on) AS due_on, \
      MAX(last_bill) AS last_bill, MAX(last_posted) AS last_posted FROM (\
      SELECT o.account, o.total AS billed, 0 AS paid, \
      CASE WHEN o.due_on < \(mark) THEN o.open ELSE 0 END AS past_due, \
      CASE WHEN o.open > 0 THEN o.due_on END AS due_on, o.billed_on AS last_bill, \
      NULL AS last_posted FROM \(bills.sql) o \
      UNION ALL SELECT account, 0, amount, 0, NULL, NULL, posted_on FROM payment \
      WHERE \(standing)) movement GROUP BY account) sums)
      """, [day.datum] + bills.arguments + standingArguments
    )
  }

  /// One row for each bill: `bill, account, billed_on, due_on, total, paid, open, last_posted`. The last
  /// is the date of the last payment for this bill, or of the account's last payment where other
  /// payments paid it.
  package var bills: (sql: String, arguments: [Datum]) {
    (
      """
      (SELECT bill, account, billed_on, due_on, total, total - open AS paid, open, \
      CASE WHEN total > open THEN last_posted END AS last_posted FROM (\
      SELECT bill, account, billed_on, due_on, total, last_posted, \(Self.open) AS open FROM (\
      SELECT bill, account, billed_on, due_on, total, rest, last_posted, \
      CAST(SUM(rest) OVER (PARTITION BY account ORDER BY due_on, bill ROWS UNBOUNDED PRECEDING) \
      AS BIGINT) AS running, \
      CAST(SUM(rest - total) OVER (PARTITION BY account) AS BIGINT) + received AS money FROM (\
      SELECT b.bill, b.account, b.billed_on, b.due_on, b.total, \
      \(Self.rest) AS rest, coalesce(r.amount, 0) AS received, \
      coalesce(m.last_posted, r.last_posted) AS last_posted \
      FROM (SELECT * FROM bill WHERE billed_on <= \(mark)\(only)) b \
      LEFT JOIN \(payments(by: "bill", " AND bill IS NOT NULL")) m ON m.bill = b.bill \
      LEFT JOIN \(payments(by: "account", "")) r ON r.account = b.account) rests) runs) opens)
      """,
      [day.datum] + ownArguments + standingArguments + standingArguments
    )
  }

  /// What remains of a bill after the payments for it.
  private static let rest = """
    CASE WHEN b.total <= coalesce(m.amount, 0) THEN 0 WHEN b.total <= 0 THEN 0 \
    ELSE b.total - coalesce(m.amount, 0) END
    """

  /// `running` is what remains of this bill and earlier ones; `money` is what is left to pay them:
  /// everything received, less the payments that were for specific bills and used by them.
  private static let open = """
    CASE WHEN running <= money THEN 0 WHEN running - money < rest THEN running - money \
    ELSE rest END
    """

  /// Payments that count on the day.
  private var standing: String {
    "posted_on <= \(mark) AND (reversed_on IS NULL OR reversed_on > \(mark))\(only)"
  }

  private var standingArguments: [Datum] { [day.datum, day.datum] + ownArguments }

  private var ownArguments: [Datum] { account.map { [$0.datum] } ?? [] }

  private func payments(by column: String, _ more: String) -> String {
    "(SELECT \(column), CAST(SUM(amount) AS BIGINT) AS amount, "
      + "MAX(posted_on) AS last_posted FROM payment "
      + "WHERE \(standing)\(more) GROUP BY \(column))"
  }
}
