package import Accounts

extension Report {
  /// Enrollments for automatic payments that were entered by a day, by account, the latest first.
  /// - Parameter prenote: SQL of a step; see `PrenoteStep`.
  package static func enrollments(
    accounts: [String] = [], state: EFTState? = nil, routing: String? = nil,
    isToBeCorrected: Bool = false, prenote: String? = nil, asOf day: CivilDate,
    dialect: any Dialect
  ) -> Report {
    let cancelled = EFTState.cancelled.sql
    let current = "CASE WHEN e.ends_on <= d.day THEN \(cancelled) ELSE e.state END"
    var conditions: [Condition] = []
    conditions += Condition.among(accounts, "e.account")
    if let state { conditions.append(Condition("\(current) = ?", [state.datum])) }
    conditions.append(Condition("e.entered_on <= d.day"))
    if let routing { conditions.append(Condition("e.routing = ?", [routing.datum])) }
    if let prenote { conditions.append(Condition("\(current) = e.state AND \(prenote)")) }
    if isToBeCorrected {
      let found = "SELECT n.enrollment FROM \(BankCorrections.entries)"
      conditions.append(Condition("e.state <> \(cancelled) AND e.enrollment IN (\(found))"))
    }
    return Report(
      "eft list",
      columns: [
        Column("account", of: EFTEnrollment.account, "e"),
        Column("cid", of: EFTEnrollment.cid, "e", title: "CID"),
        Column("name", of: Customer.name, "cu"), Column("state", current),
        Column("routing", of: EFTEnrollment.routing, "e"),
        Column("bank-account", "'•••' || e.last_four"), Column("type", of: EFTEnrollment.type, "e"),
        Column("draft-day", of: EFTEnrollment.draftDay, "e"),
        Column("channel", "coalesce(e.channel, \(EFTChannel.paper.sql))"),
        Column("entered-on", of: EFTEnrollment.enteredOn, "e", title: "Entered"),
        Column("entered-by", of: EFTEnrollment.enteredBy, "e"),
        Column("confirmed-by", of: EFTEnrollment.confirmedBy, "e"),
        Column("prenote-on", of: EFTEnrollment.prenoteOn, "e", title: "Prenote"),
        Column("ends-on", of: EFTEnrollment.endsOn, "e", title: "Ends"),
        Column("reason", of: EFTEnrollment.reason, "e"),
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
        Column("on", of: EFTFile.effectiveOn, "f"), Column("kind", of: EFTEntry.kind, "n"),
        Column("class", of: EFTEntry.entryClass, "n"),
        Column("amount", of: EFTEntry.amount, "n"), Column("attempt", of: EFTEntry.attempt, "n"),
        Column("trace", of: EFTEntry.trace, "n"), Column("payment", of: EFTEntry.payment, "n"),
        Column("code", of: EFTEntry.code, "n"),
        Column("returned-on", of: EFTEntry.returnedOn, "n", title: "Returned"),
      ],
      from: """
        eft_entry n JOIN eft_enrollment e ON e.enrollment = n.enrollment \
        JOIN eft_file f ON f.file = n.file
        """, where: [Condition("e.account = ?", [account.datum])], orderBy: ["n.entry DESC"])
  }
}

/// What the bank has said is wrong with an entry, and the program did not put right: a name, what the city
/// is called, or bank details that were changed since. It waits until the next entry goes out.
enum BankCorrections {
  /// FROM and WHERE of the entries `n`.
  static let entries = """
    eft_entry n WHERE n.code IS NOT NULL \
    AND (n.code IN ('C04', 'C08', 'C09', 'C10', 'C11', 'C12', 'C13') \
    OR n.earlier_codes LIKE '%\(EFTEntry.byHand)%') AND NOT EXISTS \
    (SELECT 1 FROM eft_entry x WHERE x.enrollment = n.enrollment AND x.entry > n.entry)
    """
}
