import Accounts

/// Events of a bill and of a payment.
extension HistoryEvent {
  static func bill(_ dialect: any Dialect) -> [HistoryEvent] {
    let own = [
      (
        "billed_on",
        "'bill of account ' || b.account || ', due ' || CAST(b.due_on AS TEXT)"
      ),
      ("voided_on", "'void' || coalesce(': ' || b.void_reason, '')"),
    ].map { day, what in
      HistoryEvent(
        event: "bill", moment: .on("b.\(day)"), what: what, source: "bill b WHERE b.bill = ?",
        amount: "b.total", written: JournalLines.line(of: day, in: "bill", "b.bill"))
    }
    return own + [
      updates(
        "bill", of: "bill", "b", "b.bill", where: "b.bill = ?", words: addedLine,
        what: addedLine, number: "r.change"),
      billLines,
    ] + appliedToBill(dialect)
      + entries(by: "payment p ON p.payment = d.payment", where: "p.bill = ?")
  }

  /// Of a change after the one that added the bill.
  private static let addedLine = """
    CASE WHEN r.after LIKE '%"total":%' AND r.change > (SELECT MIN(x.change) FROM change_row x \
    WHERE x.table_name = 'bill' AND x.row_key = r.row_key) \
    THEN 'total changed by change ' || r.change END
    """

  private static let billLines = HistoryEvent(
    event: "line", moment: .on("b.billed_on"),
    what: """
      'line ' || l.number || coalesce(', ' || t.name, '') \
      || coalesce(', from ' || CAST(l.from_on AS TEXT), '') \
      || coalesce(' to ' || CAST(l.to_on AS TEXT), '')
      """,
    source: """
      bill_line l JOIN bill b ON b.bill = l.bill LEFT JOIN service_type t ON t.code = l.code \
      WHERE l.bill = ?
      """, amount: "l.amount", number: "l.number")

  /// What pays, of an application `a`.
  static let payer =
    "CASE WHEN a.payment IS NULL THEN 'credit of bill ' || a.credit_bill "
    + "ELSE 'payment ' || a.payment END"

  /// What pays the bill, and since when it does not.
  private static func appliedToBill(_ dialect: any Dialect) -> [HistoryEvent] {
    func line(_ column: String, if test: String) -> String {
      let line = JournalLines.line(of: column, in: "payment", dialect.key("p.payment"))
      return "CASE WHEN \(test) THEN \(line) END"
    }
    let isReversal = "p.reversed_on = a.to_on"
    return [
      (
        "from_on", "\(payer) || ' applied'",
        line("posted_on", if: "p.posted_on = a.from_on")
      ),
      (
        "to_on",
        """
        CASE WHEN \(isReversal) THEN 'payment ' || p.payment || ' is reversed' \
        || coalesce(': ' || p.reversal_reason, '') ELSE \(payer) || ' no longer applied' END
        """, line("reversed_on", if: isReversal)
      ),
    ].map { day, what, written in
      HistoryEvent(
        event: "payment", moment: .on("a.\(day)"), what: what,
        source: """
          payment_application a LEFT JOIN payment p ON p.payment = a.payment WHERE a.bill = ?
          """, amount: "a.amount", written: written, number: "a.number")
    }
  }

  static func payment(_ dialect: any Dialect) -> [HistoryEvent] {
    let key = dialect.key("p.payment")
    let own = [
      (
        "posted_on",
        "p.method || coalesce(' ' || p.reference, '') || ', account ' || p.account"
      ),
      ("reversed_on", "'reversed' || coalesce(': ' || p.reversal_reason, '')"),
    ].map { day, what in
      HistoryEvent(
        event: "payment", moment: .on("p.\(day)"), what: what,
        source: "payment p WHERE p.payment = ?", amount: "p.amount",
        written: JournalLines.line(of: day, in: "payment", key))
    }
    let account = JournalCell.account
    let moved = """
      CASE WHEN \(account.isIn("r.before", dialect)) \
      THEN 'moved from account ' || \(account.value(of: "r.before", dialect)) END
      """
    return own + [
      updates(
        "payment", of: "payment", "p", key, where: "p.payment = ?", words: moved, what: moved,
        number: "r.change")
    ] + applications
      + entries(by: "payment p ON p.payment = d.payment", where: "d.payment = ?")
  }

  /// What the payment pays, and since when it does not.
  private static let applications = [
    (
      "from_on",
      """
      CASE WHEN a.bill IS NULL THEN 'credit on account ' || a.account \
      ELSE 'applied to bill ' || a.bill END
      """
    ),
    (
      "to_on",
      """
      CASE WHEN a.bill IS NULL THEN 'no longer credit on account ' || a.account \
      ELSE 'no longer applied to bill ' || a.bill END
      """
    ),
  ].map { day, what in
    HistoryEvent(
      event: "bill", moment: .on("a.\(day)"), what: what,
      source: "payment_application a WHERE a.payment = ?", amount: "a.amount", number: "a.number")
  }
}
