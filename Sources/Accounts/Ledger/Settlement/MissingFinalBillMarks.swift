import Engines
import Values

extension Store {
  /// Marks the services that have a final bill on record but no mark, as an older program left them.
  /// - Returns: how many there were.
  @discardableResult
  package func markFinalBills(by author: Author) throws -> Int64 {
    let accounts = try accountsWithoutMarks()
    guard !accounts.isEmpty else { return 0 }
    return try change(by: author) { change in
      let marks = FinalBillMarks(connection)
      for page in accounts.chunks(of: KeyPage.count) {
        try change.write(marks.corrections(of: Array(page)))
      }
      return .commit(change.writtenRows)
    }.value
  }

  private func accountsWithoutMarks() throws(StoreError) -> [AccountNumber] {
    let sql = """
      SELECT DISTINCT s.account FROM service s WHERE s.cancelled_on IS NULL \
      AND s.stop_on IS NOT NULL \
      AND (s.final_billed_on IS NULL OR s.final_billed_on > '\(today)') \
      AND \(FinalBill.sql(asOf: "'\(CivilDate.endOfTime)'", dialect)) ORDER BY s.account
      """
    return try connection.all(Statement(sql)) { AccountNumber($0.datum(0)) }
  }
}
