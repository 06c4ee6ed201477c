import Engines
import Ledger
import Values

/// The returns that an entry has had: a file that is imported again must not repeat them.
extension Row<EFTEntry> {
  /// Whether a file of that day has brought that code, and what it corrects, already.
  func hasHad(_ item: ReturnFile.Item, _ correction: String? = nil) -> Bool {
    let words = Self.words(item, correction)
    return earlier.contains { $0 == words || $0 == Self.byHand(words) }
  }

  /// Keeps the code with the day of its file.
  mutating func note(
    _ item: ReturnFile.Item, _ correction: String? = nil, isByHand: Bool = false
  ) {
    let words = Self.words(item, correction)
    self[EFTEntry.earlierCodes] = (earlier + [isByHand ? Self.byHand(words) : words])
      .joined(separator: ", ")
  }

  /// Of an entry from before they were kept, the last one alone.
  private var earlier: [String] {
    if let kept = self[EFTEntry.earlierCodes] {
      return kept.split(separator: ", ").map { String($0) }
    }
    guard let code = self[EFTEntry.code].flatMap({ EFTReturnCode($0) }),
      let day = self[EFTEntry.returnedOn]
    else { return [] }
    return ["\(code.text) \(day)"]
  }

  private static func byHand(_ words: String) -> String { "\(words) \(EFTEntry.byHand)" }

  private static func words(_ item: ReturnFile.Item, _ correction: String?) -> String {
    let words = "\(item.code) \(item.createdOn)"
    return correction.map { "\(words) \($0)" } ?? words
  }
}

extension Books {
  /// What to know where a return does not count, and its money was drafted once more before that was
  /// known: both payments count then.
  func draftedAgain(
    _ entry: Row<EFTEntry>, of account: AccountNumber
  ) throws(RuleError) -> [String] {
    var notices: [String] = []
    let amount = entry[EFTEntry.amount]
    try each(
      sql: Self.draftsSinceReturn,
      [account.datum, .integer(entry[EFTEntry.id]), .text("\(entry[EFTEntry.id])")]
    ) { row in
      let (file, payment, drafted) = (row.integer(0), row.integer(1), Money(units: row.integer(2)))
      notices.append(
        drafted == amount
          ? "file \(file) has drafted \(drafted) again since the return (payment \(payment)), and both count "
            + "now: refund the customer, or undo the export if that file was not sent"
          : "file \(file) has drafted \(drafted) since the return (payment \(payment)): if the \(amount) "
            + "are in it, they are paid twice; see `account show \(word: account)`, and refund the customer"
      )
      return true
    }
    return notices
  }

  /// Drafts that stand, of files from after the return: the entry's last line in the journal.
  private static let draftsSinceReturn = """
    SELECT n.file, q.payment, q.amount FROM eft_enrollment a \
    JOIN eft_entry n ON n.enrollment = a.enrollment \
    JOIN payment q ON q.payment = n.payment AND q.reversed_on IS NULL \
    WHERE a.account = ? AND n.entry > ? AND \(EFTEntry.firstChange(of: "n")) > \
    (SELECT max(r.change) FROM change_row r WHERE r.table_name = 'eft_entry' \
    AND r.action = 'update' AND r.row_key = ?) ORDER BY n.entry
    """
}
