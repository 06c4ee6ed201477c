package import Engines
package import Values

/// A draft of a bill in a file for the bank.
package struct DraftAtBank {
  private let bill: BillNumber
  private let file: Int64
  package let payment: Int64
  private let amount: Money

  /// - Parameter row: file, payment and amount.
  package init(_ row: any BorrowedRow, of bill: BillNumber) {
    self.bill = bill
    file = row.integer(0)
    payment = row.integer(1)
    amount = Money(units: row.integer(2))
  }

  /// What becomes of it without the bill.
  package var phrase: String {
    "file \(file) has drafted bill \(bill) (payment \(payment) of \(amount)); the draft cannot be "
      + "recalled, and its money pays other bills or becomes credit"
  }
}

/// Drafts in files for the bank whose bill or return an undo takes back: they cannot be recalled, so the
/// undo asks.
extension Undo {
  /// Bills that go, while a draft of theirs is at the bank. Looked for before any row changes.
  func draftedBills() throws -> [String] {
    try connection.all(Self.draftedBillsSQL, [.integer(change)]) { row in
      let bill = BillNumber(trusted: String(decoding: row.text(3), as: UTF8.self))
      return DraftAtBank(row, of: bill).phrase
    }
  }

  private static let draftedBillsSQL = Statement(
    """
    SELECT DISTINCT n.file, p.payment, p.amount, l.row_key FROM change_row l \
    JOIN payment_application a ON a.bill = l.row_key AND a.to_on IS NULL \
    JOIN payment p ON p.payment = a.payment AND p.reversed_on IS NULL \
    JOIN eft_entry n ON n.payment = p.payment \
    WHERE l.change = ? AND l.table_name = 'bill' AND l.action = 'insert' \
    ORDER BY n.file, p.payment, l.row_key
    """)

  /// Drafts that count again, while a later file has drafted the account once more.
  func draftsSince() throws -> [String] {
    var found: [String] = []
    for payment in remains.draftsBack.sorted() {
      found += try connection.all(Self.draftsSinceSQL, [.integer(payment), .integer(change)]) {
        row in
        let (own, other) = (Money(units: row.integer(2)), Money(units: row.integer(3)))
        let drafted =
          "file \(row.integer(0)) has drafted \(other) since (payment \(row.integer(1)))"
        return "payment \(payment) of \(own) counts again, and \(drafted): "
          + (own == other
            ? "the same money is paid twice" : "check whether that draft includes it")
      }
    }
    return found
  }

  private static let draftsSinceSQL = Statement(
    """
    SELECT n.file, q.payment, e.amount, q.amount FROM eft_entry e \
    JOIN eft_enrollment o ON o.enrollment = e.enrollment \
    JOIN eft_enrollment a ON a.account = o.account \
    JOIN eft_entry n ON n.enrollment = a.enrollment AND n.entry > e.entry \
    JOIN payment q ON q.payment = n.payment AND q.reversed_on IS NULL \
    WHERE e.payment = ? AND \(EFTEntry.firstChange(of: "n")) > ? ORDER BY n.entry
    """)
}

extension EFTEntry {
  /// SQL: the change that made an entry.
  /// - Parameter entry: what the query calls it.
  package static func firstChange(of entry: String) -> String {
    """
    (SELECT min(i.change) FROM change_row i WHERE i.table_name = 'eft_entry' \
    AND i.action = 'insert' AND i.row_key = CAST(\(entry).entry AS TEXT))
    """
  }
}
