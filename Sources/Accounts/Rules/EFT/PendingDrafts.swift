import Engines
package import Ledger
package import Values

/// What a bank has been asked to draft on one day, and has not drafted yet.
package struct PendingDraft: Sendable, Equatable {
  package let on: CivilDate
  package let amount: Money

  /// `draft of 69.95 on 2026-12-07 under way`
  package var phrase: String { "draft of \(amount) on \(on) under way" }
}

extension Store {
  /// An account's drafts that are in a file for the bank and settle after a day.
  package func pendingDrafts(
    of account: AccountNumber, asOf day: CivilDate, _ debtors: Ledger.Debtors
  ) throws -> [PendingDraft] {
    var drafts: [PendingDraft] = []
    let isPayer = debtors.isPayer
    try each(
      sql: """
        SELECT p.posted_on, CAST(SUM(p.amount) AS BIGINT) FROM payment p \
        JOIN eft_entry n ON n.payment = p.payment JOIN eft_file f ON f.file = n.file \
        WHERE p.account = ? AND p.posted_on > ? AND f.created_on <= ? \
        AND p.reversed_on IS NULL\(isPayer.sql) GROUP BY p.posted_on ORDER BY p.posted_on
        """, [account.datum, day.datum, day.datum] + isPayer.arguments
    ) { row in
      drafts.append(
        PendingDraft(on: CivilDate(row.datum(0)), amount: Money(units: row.integer(1))))
      return true
    }
    return drafts
  }
}
