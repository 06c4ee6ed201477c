import Engines
import Values

/// Automatic payments that outlive their reason, or wait too long.
extension Diagnosis {
  /// Of an account that is closed, or of a customer who has left.
  static func eftOutlived(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT e.account, e.cid, a.closed_on FROM eft_enrollment e \
      JOIN account a ON a.account = e.account \
      WHERE (e.state = \(EFTState.entered.sql) OR e.state = \(EFTState.prenotePending.sql) \
      OR e.state = \(EFTState.active.sql) OR e.state = \(EFTState.onHold.sql)) \
      AND (e.ends_on IS NULL OR e.ends_on > ?) AND (a.closed_on <= ? \
      OR NOT EXISTS (SELECT 1 FROM account_customer x WHERE x.account = e.account \
      AND x.cid = e.cid AND \(DayInterval.sql(contains: "?", of: "x")))) \
      ORDER BY e.account, e.enrollment
      """, [day.datum, day.datum, day.datum, day.datum]
    ) { row in
      let (account, cid, closed) = (row.word(0), row.word(1), row.word(2))
      return (
        "account \(account)",
        closed.isEmpty
          ? "customer \(cid) is not responsible for it; automatic payments continue"
          : "closed on \(closed); automatic payments continue",
        .command(
          "eft cancel", account, options: ["reason": closed.isEmpty ? "moved-out" : "closed"])
      )
    }
  }

  /// Enrollments that wait for confirmation, for a prenote, or too long for activation.
  static func prenoteOverdue(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let waits = settings.integer(.eftPrenoteDays)
    let next = day.addingBankingDays(1)
    return Diagnosis(
      """
      SELECT account, state, entered_on, prenote_on FROM eft_enrollment \
      WHERE (state = \(EFTState.entered.sql) OR state = \(EFTState.prenotePending.sql)) \
      AND (ends_on IS NULL OR ends_on > ?) \
      ORDER BY account
      """, [day.datum]
    ) { row in
      let account = row.word(0)
      let record = "account \(account)"
      guard let entered = CivilDate(iso: row.word(2)) else { return nil }
      if row.word(1) == EFTState.entered.rawValue {
        guard entered.addingBankingDays(patience) < day else { return nil }
        return (record, "enrolled on \(entered), not confirmed yet", "eft confirm \(word: account)")
      }
      guard let sent = CivilDate(iso: row.word(3)) else {
        guard entered.addingBankingDays(patience) < day else { return nil }
        return (
          record, "enrolled on \(entered), no prenote sent to the bank yet",
          .command("eft export", options: ["on": next, "output": "prenotes.ach"])
        )
      }
      guard sent.addingBankingDays(waits + patience) < day else { return nil }
      return (
        record, "the prenote of \(sent) was not returned, and payments have not begun",
        "eft confirm \(word: account)"
      )
    }
  }

  /// Its drafts are posted, and are in no later file.
  static var bankFileUnplaced: Diagnosis {
    Diagnosis(ChangeMark.unplacedBankFiles) { row in
      let file = row.word(0)
      return (
        "bank file \(file)",
        "change \(row.word(1)) made it for \(row.word(2)), but its command ended before it was in its place; "
          + "send it if the bank has not received it",
        .command("eft export", options: ["again": file, "output": "bank-file-\(file).ach"])
      )
    }
  }

  /// Banking days that staff have to act.
  private static let patience = 5
}
