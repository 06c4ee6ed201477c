package import Engines
package import Values

/// Payments that were moved to another account: a file that comes again does not know of that.
extension Books {
  /// The payments of a day from before this change that were moved away from an account. They are looked up
  /// once for a day, however many rows of a file are of it.
  package func paymentsMoved(
    from account: AccountNumber, on day: CivilDate
  ) throws(RuleError) -> [Row<Payment>] {
    if let known = movedPayments[day] { return known[account.datum] ?? [] }
    let last = try baseline(of: Payment.self)
    guard last > 0 else { return [] }
    let columns = Payment.table.columns
    var moved: [Datum: [Row<Payment>]] = [:]
    // An undone move is none.
    let sql = """
      SELECT \(columns.map { "p.\($0.name)" }.joined(separator: ", ")), r.before FROM payment p \
      JOIN change_row r ON r.table_name = 'payment' AND r.row_key = CAST(p.payment AS TEXT) \
      JOIN change c ON c.change = r.change \
      WHERE p.posted_on = ? AND p.payment <= ? AND r.action = 'update' \
      AND r.before LIKE '%"account":%' AND c.undoes IS NULL ORDER BY p.payment, r.change
      """
    try each(sql: sql, [day.datum, .integer(last)]) { row in
      let payment = Row<Payment>(values: row.values(columns.count))
      let before = RowCells.parse(String(decoding: row.text(columns.count), as: UTF8.self)) ?? []
      for cell in before where cell.name == Payment.account.name {
        let isBack = cell.value == payment[Payment.account].datum
        if !isBack, moved[cell.value]?.contains(payment) != true {
          moved[cell.value, default: []].append(payment)
        }
      }
      return true
    }
    movedPayments[day] = moved
    return moved[account.datum] ?? []
  }
}
