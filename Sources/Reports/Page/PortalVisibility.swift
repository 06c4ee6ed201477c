import Accounts

/// The data of an account that a user may see, as conditions on the rows of reports: that of the days on which the
/// customer of one of the user's links is or was responsible, and nothing of earlier or later customers.
struct PortalVisibility {
  let user: Int64
  let account: AccountNumber

  static let responsibilities = """
    link k JOIN account_customer x ON x.account = k.account AND x.cid = k.cid
    """
  static let own = "k.portal_user = ? AND k.account = ? AND k.removed_on IS NULL"

  /// Whether a linked customer is responsible on a day.
  func isResponsible(on day: CivilDate, _ store: Store) throws -> Bool {
    let sql = """
      SELECT 1 FROM \(Self.responsibilities) WHERE \(Self.own) \
      AND \(DayInterval.sql(contains: "?", of: "x"))
      """
    return try store.first(sql, [user.datum, account.datum, day.datum, day.datum]) != nil
  }

  /// - Parameter days: SQL: the days of the row lie within the responsibility `x`.
  private func condition(_ days: String) -> Report.Condition {
    Report.Condition(Ledger.isLinked(days), [user.datum, account.datum])
  }

  var customers: Report {
    Report(
      "customers",
      columns: [
        Report.Column("cid", of: AccountCustomer.cid, "x", title: "CID"),
        Report.Column("name", of: Customer.name, "c"),
        Report.Column("mailing-address", of: Customer.address, "c"),
        Report.Column("from", of: AccountCustomer.fromOn, "x"),
        Report.Column("to", of: AccountCustomer.toOn, "x"),
      ], from: "\(Self.responsibilities) JOIN customer c ON c.cid = x.cid",
      where: [Report.Condition(Self.own, [user.datum, account.datum])],
      orderBy: ["x.from_on", "x.account_customer", "k.link"])
  }

  var services: Report.Condition {
    condition(
      DayInterval.sql(isOpenOn: "s.start_on", of: "x")
        + " AND (s.stop_on IS NULL OR s.stop_on > x.from_on)")
  }

  /// Payments as of a day, each with the amount applied to shares that the user sees: a final bill is paid after
  /// moving out, and a payment may cover several customers' shares. Credit is shown to its own customer.
  func payments(asOf day: CivilDate) -> Report {
    Report(
      "payments",
      columns: [
        Report.Column("bill", of: Payment.bill, "p"),
        Report.Column("on", of: Payment.postedOn, "p", title: "Posted"),
        Report.Column("amount", "q.amount", .money),
        Report.Column("method", of: Payment.method, "p"),
      ],
      from: """
        (SELECT y.payment, CAST(SUM(y.amount) AS BIGINT) AS amount FROM payment_application y \
        WHERE y.account = ? AND \(DayInterval.sql(contains: "?", of: "y")) \
        AND \(Ledger.isLinked(Ledger.sees(application: "y"))) GROUP BY y.payment) q \
        JOIN payment p ON p.payment = q.payment
        """,
      sourceArguments: [account.datum, day.datum, day.datum, user.datum, account.datum],
      orderBy: ["p.posted_on DESC", "p.payment DESC"])
  }

  /// A new customer does not see the bank account of an earlier one.
  var enrollments: Report.Condition {
    condition(Ledger.sees(moneyOf: "e.cid", on: "e.entered_on"))
  }

  /// Payment applications `a` to shares that the user sees.
  var applications: Report.Condition { condition(Ledger.sees(shareOf: "a")) }

  /// Payment applications `a` that are valid on a day.
  static func current(on day: CivilDate) -> Report.Condition {
    Report.Condition(
      DayInterval.sql(contains: "?", of: "a"), [day.datum, day.datum])
  }

  /// The linked customer who owes a share of a bill on a day; nil if none does.
  func debtor(of bill: BillNumber, on day: CivilDate, _ store: Store) throws -> Datum? {
    let sql = """
      SELECT k.cid FROM \(Self.responsibilities) JOIN bill_share z ON z.account = k.account \
      AND \(DayInterval.sql(contains: "z.from_on", of: "x")) \
      WHERE \(Self.own) AND z.bill = ? \
      AND \(DayInterval.sql(isOpenOn: store.dialect.dateMark, of: "z")) ORDER BY k.link
      """
    return try store.first(sql, [user.datum, account.datum, bill.datum, day.datum])?[0]
  }

  /// Only periods that lie wholly within a responsibility: others include another customer's usage.
  var consumption: Report.Condition { condition(Self.wholly("c")) }

  /// A row whose days all lie within the responsibility `x`.
  static func wholly(_ row: String) -> String {
    "\(row).from_on >= x.from_on AND (x.to_on IS NULL OR \(row).to_on <= x.to_on)"
  }
}
