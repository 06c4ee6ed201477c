import Accounts

/// What makes up an account's balance.
extension FactsOfAccount {
  var balance: [Fact] {
    let ledger = Ledger(asOf: day, of: account, dialect: dialect)
    let (owed, bills) = (ledger.accounts, ledger.bills)
    func sum(_ column: String, _ words: String, _ command: String) -> Fact {
      Fact(
        what: "'\(column)'", found: "'\(words)'", source: "\(owed.sql) b",
        arguments: owed.arguments, command: CommandSQL.line(command, "b.account"),
        amount: "b.\(column)")
    }
    return [
      sum("balance", "billed less paid, of all customers; below zero is credit", "account show"),
      sum("billed", "bills that are not void", "bill list"),
      sum("paid", "payments that are not reversed", "payment list"),
      Fact(
        what: "'bill ' || b.bill",
        found: "'open, due ' || CAST(b.due_on AS TEXT) "
          + "|| CASE WHEN b.due_on < \(today) THEN ': past due' ELSE '' END",
        source: "\(bills.sql) b WHERE b.open > 0", arguments: bills.arguments,
        command: CommandSQL.line("bill show", "b.bill"), day: "b.billed_on", amount: "b.open",
        written: JournalLines.line(of: "billed_on", in: "bill", "b.bill")),
      Fact(
        what: "'bill ' || b.bill", found: "'void' || coalesce(': ' || b.void_reason, '')",
        source: """
          bill b WHERE b.account = ? AND b.voided_on > \(recently) AND b.voided_on <= \(today)
          """, arguments: [account.datum], command: CommandSQL.line("history bill", "b.bill"),
        day: "b.voided_on", amount: "b.total",
        written: JournalLines.line(of: "voided_on", in: "bill", "b.bill")),
      Fact(
        what: "'payment ' || p.payment",
        found: "'reversed' || coalesce(': ' || p.reversal_reason, '')",
        source: """
          payment p WHERE p.account = ? AND p.reversed_on > \(recently) \
          AND p.reversed_on <= \(today)
          """, arguments: [account.datum], command: FactsOfMoney.history("p.payment"),
        day: "p.reversed_on", amount: "p.amount",
        written: JournalLines.line(of: "reversed_on", in: "payment", dialect.key("p.payment")),
        number: "p.payment"),
      Fact(
        what: HistoryEvent.payer, found: "'credit: no bill has taken it yet'",
        source: """
          payment_application a WHERE a.account = ? AND a.bill IS NULL \
          AND \(DayInterval.sql(contains: today, of: "a"))
          """, arguments: [account.datum], command: FactsOfMoney.payerCommand, day: "a.from_on",
        amount: "a.amount", number: "a.number"),
    ]
  }
}
