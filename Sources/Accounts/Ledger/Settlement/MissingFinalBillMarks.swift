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

  /// Accounts that lack marks, as after a migration that was interrupted.
  func missingMarks() throws(StoreError) -> [Finding] {
    try accounts(withMark: "s.final_billed_on IS NULL").map { account in
      Finding(
        rule: .finalBillMark, severity: .warning, record: "account \(account)",
        what: "a service with a final bill is not marked so, and `today` counts it as due",
        remedy: "run `store migrate`, which marks it")
    }
  }

  /// A mark with a future date may hide an earlier bill.
  private func accountsWithoutMarks() throws(StoreError) -> [AccountNumber] {
    try accounts(withMark: "(s.final_billed_on IS NULL OR s.final_billed_on > '\(today)')")
  }

  /// Accounts that have a stopped service with a final bill and such a mark.
  private func accounts(withMark condition: String) throws(StoreError) -> [AccountNumber] {
    let sql = """
      SELECT DISTINCT s.account FROM service s WHERE s.cancelled_on IS NULL \
      AND s.stop_on IS NOT NULL AND \(condition) \
      AND \(FinalBill.sql(asOf: "'\(CivilDate.endOfTime)'", dialect)) ORDER BY s.account
      """
    return try connection.all(Statement(sql)) { AccountNumber($0.datum(0)) }
  }
}
