import Accounts

/// Why a bill or a payment counts or does not, and how payments are applied.
struct FactsOfMoney {
  let day: CivilDate
  let dialect: any Dialect

  private var today: String { "'\(day)'" }

  static func history(_ payment: String) -> String { "'ubadmin history payment ' || \(payment)" }

  /// Shows what pays, of an application `a`.
  static let payerCommand =
    "CASE WHEN a.payment IS NULL THEN " + CommandSQL.line("bill show", "a.credit_bill")
    + " ELSE " + history("a.payment") + " END"

  /// Why an application `a` pays what it does.
  private static let rule = """
    CASE a.rule WHEN \(ApplicationRule.named.sql) THEN 'the payment names the bill' \
    WHEN \(ApplicationRule.oldestDue.sql) THEN 'the bill was due first' \
    ELSE CASE WHEN a.from_on > (SELECT z.billed_on FROM bill z WHERE z.bill = a.bill) \
    THEN 'it was credit while the bill was open' ELSE 'it was credit when the bill came' END END
    """

  private var isApplied: String { DayInterval.sql(contains: today, of: "a") }

  // MARK: Bills

  func bill(_ bill: BillNumber) -> [Fact] {
    let show = CommandSQL.line("bill show", "b.bill")
    let own = [bill.datum]
    let open = Ledger.open(of: "b", on: today)
    return [
      Fact(
        what: "'bill'", found: "'of account ' || b.account || ', due ' || CAST(b.due_on AS TEXT)",
        source: "bill b WHERE b.bill = ?", arguments: own, command: show, day: "b.billed_on",
        amount: "b.total", written: JournalLines.line(of: "billed_on", in: "bill", "b.bill")),
      Fact(
        what: "'void'", found: "coalesce(b.void_reason, 'it should not be')",
        source: "bill b WHERE b.bill = ? AND b.voided_on IS NOT NULL", arguments: own,
        command: CommandSQL.line("history bill", "b.bill"), day: "b.voided_on",
        amount: "b.total", written: JournalLines.line(of: "voided_on", in: "bill", "b.bill")),
      Fact(
        what: "'transfer'", found: "'a balance that customer ' || b.cid || ' took along'",
        source: "bill b WHERE b.bill = ? AND b.cid IS NOT NULL", arguments: own, command: show,
        amount: "b.total"),
      Fact(
        what: "'owed by'",
        found: "coalesce('customer ' || b.cid, 'no customer') "
          + "|| CASE WHEN \(open) > 0 THEN ': open' WHEN b.amount < 0 THEN ': credit' ELSE ': paid' END",
        source: "bill_share b WHERE b.bill = ? AND \(DayInterval.sql(isOpenOn: today, of: "b"))",
        arguments: own, command: show, day: "b.from_on",
        amount: "CASE WHEN \(open) > 0 THEN \(open) ELSE b.amount END", number: "b.number"),
      Fact(
        what: HistoryEvent.payer, found: "'applied: ' || \(Self.rule)",
        source: "payment_application a WHERE a.bill = ? AND \(isApplied)", arguments: own,
        command: Self.payerCommand, day: "a.from_on", amount: "a.amount", number: "a.number"),
      Fact(
        what: HistoryEvent.payer,
        found: "'no longer applied: reversed' || coalesce(': ' || p.reversal_reason, '')",
        source: """
          payment_application a JOIN payment p ON p.payment = a.payment AND p.reversed_on = a.to_on \
          WHERE a.bill = ? AND a.to_on <= \(today)
          """, arguments: own, command: Self.payerCommand, day: "a.to_on", amount: "a.amount",
        written: JournalLines.line(of: "reversed_on", in: "payment", dialect.key("p.payment")),
        number: "a.number"),
    ]
  }

  // MARK: Payments

  func payment(_ payment: Int64) -> [Fact] {
    let own = [payment.datum]
    let key = dialect.key("p.payment")
    let command = Self.history("p.payment")
    let drafts =
      "eft_entry d JOIN eft_enrollment e ON e.enrollment = d.enrollment "
      + "JOIN eft_file f ON f.file = d.file WHERE d.payment = ?"
    let show = CommandSQL.line("eft show", "e.account")
    return [
      Fact(
        what: "'payment'",
        found: "p.method || ', account ' || p.account || coalesce(', for bill ' || p.bill, '')",
        source: "payment p WHERE p.payment = ?", arguments: own, command: command,
        day: "p.posted_on", amount: "p.amount",
        written: JournalLines.line(of: "posted_on", in: "payment", key)),
      Fact(
        what: "'reversed'", found: "coalesce(p.reversal_reason, 'it does not count')",
        source: "payment p WHERE p.payment = ? AND p.reversed_on IS NOT NULL", arguments: own,
        command: command, day: "p.reversed_on", amount: "p.amount",
        written: JournalLines.line(of: "reversed_on", in: "payment", key)),
      moved(own, key),
      Fact(
        what: "d.kind", found: "'in file ' || d.file || ' for the bank'", source: drafts,
        arguments: own, command: show, day: "f.effective_on", amount: "d.amount",
        number: "d.entry"),
      .returned(drafts + " AND d.returned_on IS NOT NULL", own, dialect),
      Fact(
        what: "'bill ' || a.bill", found: "'applied: ' || \(Self.rule)",
        source: "payment_application a WHERE a.payment = ? AND a.bill IS NOT NULL AND \(isApplied)",
        arguments: own, command: CommandSQL.line("bill show", "a.bill"), day: "a.from_on",
        amount: "a.amount", number: "a.number"),
      Fact(
        what: "'credit'", found: "'no bill of account ' || a.account || ' has taken it yet'",
        source: "payment_application a WHERE a.payment = ? AND a.bill IS NULL AND \(isApplied)",
        arguments: own, command: CommandSQL.line("account show", "a.account"), day: "a.from_on",
        amount: "a.amount", number: "a.number"),
    ]
  }

  private func moved(_ own: [Datum], _ key: String) -> Fact {
    let account = JournalCell.account
    return Fact(
      what: "'moved'", found: "'from account ' || \(account.value(of: "r.before", dialect))",
      source: """
        payment p JOIN change_row r ON r.row_key = \(key) WHERE p.payment = ? \
        AND r.table_name = 'payment' AND r.action = 'update' AND \(account.isIn("r.before", dialect))
        """, arguments: own, command: Self.history("p.payment"), amount: "p.amount",
      written: JournalLines.number("r"), number: "r.change")
  }
}
