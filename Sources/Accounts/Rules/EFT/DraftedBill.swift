import Engines
import Ledger
import Values

extension Books {
  /// What a void of a bill must tell: files for the bank that have drafted it. The void does not recall them.
  func draftsAtBank(of bill: Row<Bill>) throws(RuleError) -> [String] {
    var found: [String] = []
    let today = today
    let sql = """
      SELECT DISTINCT n.file, p.payment, p.amount, p.posted_on FROM payment_application a \
      JOIN payment p ON p.payment = a.payment AND p.reversed_on IS NULL \
      JOIN eft_entry n ON n.payment = p.payment \
      WHERE a.bill = ? AND a.to_on IS NULL ORDER BY n.file, p.payment
      """
    try each(sql: sql, [bill[Bill.bill].datum]) { row in
      let (draft, day) = (DraftAtBank(row, of: bill[Bill.bill]), CivilDate(row.datum(3)))
      found.append(
        draft.phrase
          + (day < today
            ? ""
            : "; if the bank stops it before \(day), "
              + String.run(
                "payment reverse", draft.payment,
                options: ["reason": "stopped", "accept": "unusual"])
              + " reverses it"))
      return true
    }
    return found
  }
}
