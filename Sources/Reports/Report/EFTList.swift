package import Accounts

extension Report {
  /// Enrollments for automatic payments, by account, the latest first.
  package static func enrollments(
    account: String? = nil, state: EFTState? = nil, routing: String? = nil, asOf day: CivilDate,
    dialect: any Dialect
  ) -> Report {
    let current = "CASE WHEN e.ends_on <= d.day THEN 'cancelled' ELSE e.state END"
    var conditions: [Condition] = []
    if let account { conditions.append(Condition("e.account = ?", [account.datum])) }
    if let state { conditions.append(Condition("\(current) = ?", [state.datum])) }
    if let routing { conditions.append(Condition("e.routing = ?", [routing.datum])) }
    return Report(
      "eft list",
      columns: [
        Column("account", "e.account"), Column("cid", "e.cid", title: "CID"),
        Column("name", "cu.name"), Column("state", current), Column("routing", "e.routing"),
        Column("bank-account", "'•••' || e.last_four"), Column("type", "e.type"),
        Column("draft-day", "e.draft_day", .integer),
        Column("entered-on", "e.entered_on", title: "Entered", .date),
        Column("entered-by", "e.entered_by"), Column("confirmed-by", "e.confirmed_by"),
        Column("prenote-on", "e.prenote_on", title: "Prenote", .date),
        Column("ends-on", "e.ends_on", title: "Ends", .date), Column("reason", "e.reason"),
      ],
      from: """
        (SELECT \(dialect.dateMark) AS day) d CROSS JOIN eft_enrollment e \
        JOIN customer cu ON cu.cid = e.cid
        """, sourceArguments: [day.datum], where: conditions,
      orderBy: ["e.account", "e.enrollment DESC"])
  }

  /// What went to the bank for an account, the latest first.
  static func bankEntries(of account: AccountNumber) -> Report {
    Report(
      "entries",
      columns: [
        Column("on", "f.effective_on", .date), Column("kind", "n.kind"),
        Column("amount", "n.amount", .money), Column("attempt", "n.attempt", .integer),
        Column("trace", "n.trace"), Column("payment", "n.payment", .integer),
        Column("code", "n.code"), Column("returned-on", "n.returned_on", title: "Returned", .date),
      ],
      from: """
        eft_entry n JOIN eft_enrollment e ON e.enrollment = n.enrollment \
        JOIN eft_file f ON f.file = n.file
        """, where: [Condition("e.account = ?", [account.datum])], orderBy: ["n.entry DESC"])
  }
}
