package import Engines
package import Values

/// Payments that were moved to another account; a file that is imported again still has the first account.
extension Books {
  /// The payments of some days, or of any day, from before this change that were moved away from an account,
  /// as such a file has them: on that account, and without the bill, which the move took away. They are
  /// looked up once, however many rows a file has.
  package func paymentsMoved(
    from account: AccountNumber, on days: ClosedRange<CivilDate>? = nil
  ) throws(RuleError) -> [Row<Payment>] {
    guard let moved = try movedPaymentsByDay()[account.datum] else { return [] }
    var found: [Row<Payment>] = []
    if let days {
      var day = days.lowerBound
      while day <= days.upperBound {
        found += moved[day] ?? []
        day = day.adding(days: 1)
      }
    } else {
      found = moved.values.flatMap(\.self)
    }
    return found.map { payment in
      var payment = payment
      payment[Payment.account] = account
      payment[Payment.bill] = nil
      return payment
    }
  }

  private func movedPaymentsByDay() throws(RuleError) -> [Datum: [CivilDate: [Row<Payment>]]] {
    if let movedPayments { return movedPayments }
    let last = try baseline(of: Payment.self)
    guard last > 0 else { return [:] }
    let columns = Payment.table.columns
    var moved: [Datum: [CivilDate: [Row<Payment>]]] = [:]
    // An undone move is none. Of the journal, only the lines in the index of what left an account are read.
    let sql = """
      SELECT \(columns.map { "p.\($0.name)" }.joined(separator: ", ")), r.before FROM change_row r \
      JOIN payment p ON p.payment = CASE WHEN r.table_name = 'payment' THEN CAST(r.row_key AS BIGINT) END \
      JOIN change c ON c.change = r.change \
      WHERE r.table_name = 'payment' AND r.action = 'update' AND r.before IS NOT NULL \
      AND \(dialect.migration("{position}"))(r.before, '"account":"') > 0 \
      AND p.payment <= ? AND c.undoes IS NULL ORDER BY p.payment, r.change
      """
    try each(sql: sql, [.integer(last)]) { row in
      let payment = Row<Payment>(values: row.values(columns.count))
      let before = RowCells.parse(String(decoding: row.text(columns.count), as: UTF8.self)) ?? []
      let day = payment[Payment.postedOn]
      for cell in before where cell.name == Payment.account.name {
        let isBack = cell.value == payment[Payment.account].datum
        if !isBack, moved[cell.value]?[day]?.contains(payment) != true {
          moved[cell.value, default: [:]][day, default: []].append(payment)
        }
      }
      return true
    }
    movedPayments = moved
    return moved
  }
}
