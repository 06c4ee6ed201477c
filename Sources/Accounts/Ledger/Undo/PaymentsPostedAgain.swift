import Engines
import Values

extension Undo {
  /// Refuses to bring payments back that were posted once more after they were undone: each of them alone looks
  /// right, and together they are double.
  /// - Parameter last: the last change before this undo.
  func refusePostedAgain(through last: Int64) throws {
    // A standby writes nothing, so there is nothing to read.
    guard isUndo, transaction.unwritten == nil else { return }
    let refusal = try connection.first(
      Self.postedAgain, [.integer(change), .integer(last), .integer(change)]
    ) { row in
      let (restored, again, by) = (row.integer(0), row.integer(1), row.integer(2))
      return Rejection(
        .duplicate, field: "change",
        found:
          "payment \(restored) of \(Money(units: row.integer(3))), which change \(by) posted again as "
          + "payment \(again)", expected: "payments that were not posted again",
        remedy: "undo change \(by) first with `change undo \(by)`, or leave this one undone")
    }
    if let refusal { throw refusal }
  }

  private static let postedAgain = Statement(
    """
    SELECT p.payment, q.payment, n.change, p.amount FROM change_row l \
    JOIN payment p ON p.payment = CAST(l.row_key AS BIGINT) \
    JOIN payment q ON q.account = p.account AND q.posted_on = p.posted_on AND q.amount = p.amount \
    AND q.payment <> p.payment AND q.reversed_on IS NULL \
    AND (q.reference IS NULL OR p.reference IS NULL OR q.reference = p.reference) \
    JOIN change_row n ON n.change > ? AND n.change <= ? AND n.table_name = 'payment' AND n.action = 'insert' \
    AND n.row_key = CAST(q.payment AS TEXT) \
    WHERE l.change = ? AND l.table_name = 'payment' AND l.action = 'delete' \
    AND p.reversed_on IS NULL LIMIT 1
    """)
}
