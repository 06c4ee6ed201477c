package import Engines
import Ledger
package import Values

/// What is owed and what is paid as of a day, as SQL for every engine, from the shares of bills and
/// the applications of payments. Source: the portal's Account Summary.
package struct Ledger: Sendable {
  /// Whose debts and money count.
  package enum Debtors: Sendable {
    case all
    case customer(CustomerID)
    /// What a user of the portal sees by the links to an account: what was billed for days on which
    /// the customer of a link was responsible.
    case linked(user: Int64, account: AccountNumber)
  }

  private let account: AccountNumber?
  private let debtors: Debtors
  private let day: CivilDate
  private let mark: String
  private let among: (sql: String, arguments: [Datum])?

  /// - Parameter among: a query for the only bills that count; nil for all bills and money.
  package init(
    asOf day: CivilDate, of account: AccountNumber? = nil, _ debtors: Debtors = .all,
    among: (sql: String, arguments: [Datum])? = nil, dialect: any Dialect
  ) {
    self.among = among
    self.day = day
    self.account = account
    self.debtors = debtors
    mark = dialect.dateMark
  }

  /// One row for each account that ever had a bill or payment: `account, billed, paid, balance,
  /// amount_due, credit, past_due, due_on, last_bill, last_posted`.
  package var accounts: (sql: String, arguments: [Datum]) { sums(by: ["account"]) }

  /// The same for each customer of each account, with `cid`.
  package var customers: (sql: String, arguments: [Datum]) { sums(by: ["account", "cid"]) }

  private func sums(by keys: [String]) -> (sql: String, arguments: [Datum]) {
    let shares = self.shares
    let notReversed = notReversed("a")
    let named = keys.joined(separator: ", ")
    func columns(of row: String) -> String { keys.map { "\(row).\($0)" }.joined(separator: ", ") }
    return (
      """
      (SELECT \(named), billed, paid, open - money AS balance, \
      open AS amount_due, money AS credit, \
      past_due, due_on, last_bill, last_posted FROM (\
      SELECT \(named), CAST(SUM(billed) AS BIGINT) AS billed, CAST(SUM(paid) AS BIGINT) AS paid, \
      CAST(SUM(open) AS BIGINT) AS open, CAST(SUM(money) AS BIGINT) AS money, \
      CAST(SUM(past_due) AS BIGINT) AS past_due, MIN(due_on) AS due_on, \
      MAX(last_bill) AS last_bill, MAX(last_posted) AS last_posted FROM (\
      SELECT \(columns(of: "s")), s.amount AS billed, 0 AS paid, s.open, 0 AS money, \
      CASE WHEN s.due_on < \(mark) THEN s.open ELSE 0 END AS past_due, \
      CASE WHEN s.open > 0 THEN s.due_on END AS due_on, s.billed_on AS last_bill, \
      NULL AS last_posted FROM \(shares.sql) s \
      UNION ALL SELECT \(columns(of: "a")), 0, CASE WHEN a.payment IS NULL THEN 0 ELSE a.amount END, 0, \
      CASE WHEN a.bill IS NULL THEN a.amount ELSE 0 END, 0, NULL, NULL, \
      CASE WHEN a.payment IS NULL THEN NULL ELSE a.posted_on END \
      FROM payment_application a WHERE \(notReversed.sql)) movement GROUP BY \(named)) sums)
      """, [day.datum] + shares.arguments + notReversed.arguments
    )
  }

  /// One row for each bill: `bill, account, billed_on, due_on, total, paid, open, last_posted`, of
  /// what the debtors owe of it. The last is the day of the last payment that is applied to it.
  package var bills: (sql: String, arguments: [Datum]) {
    let shares = self.shares
    return (
      """
      (SELECT bill, MIN(account) AS account, MIN(billed_on) AS billed_on, MIN(due_on) AS due_on, \
      CAST(SUM(amount) AS BIGINT) AS total, CAST(SUM(amount - open) AS BIGINT) AS paid, \
      CAST(SUM(open) AS BIGINT) AS open, MAX(last_posted) AS last_posted \
      FROM \(shares.sql) s GROUP BY bill)
      """, shares.arguments
    )
  }

  /// One row for each share of a bill: `bill, number, account, cid, billed_on, due_on, amount, open,
  /// last_posted`.
  package var shares: (sql: String, arguments: [Datum]) {
    let only = only("")
    let seen = seen("s", DayInterval.sql(contains: "s.from_on", of: "x"))
    return (
      """
      (SELECT s.bill, s.number, s.account, s.cid, s.billed_on, s.due_on, s.amount, \
      CASE WHEN s.amount < 0 THEN 0 ELSE s.amount - coalesce(a.paid, 0) END AS open, \
      a.last_posted FROM bill_share s LEFT JOIN (\
      SELECT bill, share, CAST(SUM(amount) AS BIGINT) AS paid, \
      MAX(CASE WHEN payment IS NULL THEN NULL ELSE posted_on END) AS last_posted \
      FROM payment_application p WHERE bill IS NOT NULL \
      AND \(DayInterval.sql(contains: mark, of: "p"))\(only.sql) GROUP BY bill, share\
      ) a ON a.bill = s.bill AND a.share = s.number \
      WHERE s.billed_on <= \(mark) AND \(DayInterval.sql(isOpenOn: mark, of: "s"))\(seen.sql))
      """,
      [day.datum, day.datum] + only.arguments + [day.datum, day.datum] + seen.arguments
    )
  }

  /// What is paid of a share of a bill on a day, in SQL.
  /// - Parameters:
  ///   - share: what the query calls the row of `bill_share`.
  ///   - day: a literal, or a mark, which then takes two arguments.
  package static func paid(of share: String, on day: String) -> String {
    """
    coalesce((SELECT CAST(SUM(q.amount) AS BIGINT) FROM payment_application q \
    WHERE q.bill = \(share).bill AND q.share = \(share).number \
    AND \(DayInterval.sql(contains: day, of: "q"))), 0)
    """
  }

  /// What is open of it on that day.
  package static func open(of share: String, on day: String) -> String {
    "CASE WHEN \(share).amount < 0 THEN 0 ELSE \(share).amount - \(paid(of: share, on: day)) END"
  }

  /// Applications that count on the day.
  private func notReversed(_ row: String) -> (sql: String, arguments: [Datum]) {
    let seen = seen(row, Self.sees(application: row))
    return (
      DayInterval.sql(contains: mark, of: row) + seen.sql,
      [day.datum, day.datum] + seen.arguments
    )
  }

  private func only(_ prefix: String) -> (sql: String, arguments: [Datum]) {
    let debtors = onlyDebtors(prefix)
    guard let among else { return debtors }
    return (
      debtors.sql + " AND \(prefix)bill IN (\(among.sql))", debtors.arguments + among.arguments
    )
  }

  private func onlyDebtors(_ prefix: String) -> (sql: String, arguments: [Datum]) {
    if let account { return (" AND \(prefix)account = ?", [account.datum]) }
    guard case .customer(let cid) = debtors else { return ("", []) }
    return (
      " AND \(prefix)account IN (SELECT account FROM account_customer WHERE cid = ?)",
      [cid.datum]
    )
  }

  /// - Parameter test: what a user sees by a responsibility `x` of a linked customer.
  private func seen(_ row: String, _ test: String) -> (sql: String, arguments: [Datum]) {
    let only = only(row + ".")
    switch debtors {
    case .all: return only
    case .customer(let cid):
      return (only.sql + " AND \(row).cid = ?", only.arguments + [cid.datum])
    case .linked(let user, let account):
      return (
        only.sql + " AND " + Self.isLinked("x.account = \(row).account AND \(test)"),
        only.arguments + [user.datum, account.datum]
      )
    }
  }
}
