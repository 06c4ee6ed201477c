import Accounts

/// The days of an account that a user may see, as conditions on the rows of reports: those for
/// which the customer of a link answers or answered, and none of a neighbor's before or after.
struct PortalVisibility {
  let user: Int64
  let account: AccountNumber

  private static let responsibilities = """
    link k JOIN account_customer x ON x.account = k.account AND x.cid = k.cid
    """
  private static let own = "k.portal_user = ? AND k.account = ? AND k.removed_on IS NULL"

  /// One row where a linked customer answers on a day.
  static let holding = """
    SELECT 1 FROM \(responsibilities) WHERE \(own) \
    AND \(DayInterval.sql(contains: "?", of: "x"))
    """

  /// - Parameter days: what of the row must lie within the responsibility `x`.
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

  /// A payment goes with what it pays, as a last bill is paid after moving out; credit goes with
  /// its customer.
  var payments: Report.Condition {
    condition(
      """
      EXISTS (SELECT 1 FROM payment_application y WHERE y.payment = p.payment \
      AND \(Ledger.sees(application: "y")))
      """)
  }

  /// A newcomer sees nothing of the bank account of the customer before.
  var enrollments: Report.Condition {
    condition(Ledger.sees(moneyOf: "e.cid", on: "e.entered_on"))
  }

  /// Shares of bills for the linked customers' own days.
  var shares: Report.Condition { condition(DayInterval.sql(contains: "z.from_on", of: "x")) }

  /// Applications to them.
  var applications: Report.Condition { condition(Ledger.sees(shareOf: "a")) }

  /// Applications that count on a day.
  static func current(on day: CivilDate) -> Report.Condition {
    Report.Condition(
      DayInterval.sql(contains: "?", of: "a"), [day.datum, day.datum])
  }

  /// The linked customer who owes a share of a bill on a day; no row where none does.
  func debtor(_ dialect: any Dialect) -> String {
    """
    SELECT k.cid FROM \(Self.responsibilities) JOIN bill_share z ON z.account = k.account \
    AND \(DayInterval.sql(contains: "z.from_on", of: "x")) \
    WHERE \(Self.own) AND z.bill = ? \
    AND \(DayInterval.sql(isOpenOn: dialect.dateMark, of: "z")) ORDER BY k.link
    """
  }

  func debtorOf(_ bill: BillNumber, on day: CivilDate) -> [Datum] {
    [user.datum, account.datum, bill.datum, day.datum]
  }

  /// Only what lies within wholly: the rest would tell of others.
  var consumption: Report.Condition {
    condition("c.from_on >= x.from_on AND (x.to_on IS NULL OR c.to_on <= x.to_on)")
  }
}
