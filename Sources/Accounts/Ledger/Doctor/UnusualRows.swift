import Engines
import Values

/// Records that the rules would refuse as unusual today.
extension Diagnosis {
  /// Days outside the window, in every table that is not worked out from another.
  static func unusualDate(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let window = DateWindow(settings, today: day)
    let parts = EntityCatalogue.tables.filter { !EntityCatalogue.followsFromOthers($0) }
      .flatMap { table in
        table.columns.filter { $0.type == .date }.map { column in
          let keys = table.columns[0..<table.keyCount].map { "CAST(\($0.name) AS TEXT)" }
          let name = table.name.replacing("_", with: " ")
          let label = column.name.replacing("_on", with: "").replacing("_", with: " ")
          return """
            SELECT '\(name) ' || \(keys.joined(separator: " || ' ' || ")) AS record, \
            '\(label)' AS what, \(column.name) AS found FROM \(table.name) \
            WHERE (\(column.name) < ? OR \(column.name) > ?)\(stands(table, column))
            """
        }
      }
    return Diagnosis(
      "SELECT record, what, found FROM (" + parts.joined(separator: " UNION ALL ")
        + ") days ORDER BY record, what",
      parts.flatMap { _ in [window.earliest.datum, window.latest.datum] }
    ) { row in
      let record = row.word(0)
      let year = row.word(2).prefix(4)
      return (
        record, "\(row.word(1)): \(row.word(2)), in the year \(year)", fix(record)
      )
    }
  }

  /// Condition: the row was not undone; otherwise its day does no harm.
  private static func stands(_ table: Table, _ column: ColumnInfo) -> String {
    let endings = [
      (Payment.table, Payment.reversedOn.info), (Bill.table, Bill.voidedOn.info),
      (Service.table, Service.cancelledOn.info), (EFTFile.table, EFTFile.withdrawnOn.info),
    ].filter { $0.0 === table && $0.1.name != column.name }
    return endings.map { " AND \($0.1.name) IS NULL" }.joined()
      + (table === Read.table ? " AND state = \(ReadState.current.sql)" : "")
      + (table === BillLine.table
        ? " AND EXISTS (SELECT 1 FROM bill b WHERE b.bill = bill_line.bill AND b.voided_on IS NULL)"
        : "")
  }

  /// The command that takes a row with a wrong day back, or shows where it belongs.
  private static func fix(_ record: String) -> String {
    let words = record.split(separator: " ").map(String.init)
    let number = words.last ?? ""
    return switch words.first {
    case "payment": .command("payment reverse", number, options: ["reason": "wrong-date"])
    case "bill":
      words.count == 2
        ? .command("bill void", number, options: ["reason": "wrong-date"])
        : "bill show \(word: words[words.count - 2])"
    case "read": .command("read void", words[1], options: ["on": words[2]])
    case "account" where words.count == 2: "account show \(word: number)"
    default: .command("change list", options: ["limit": "20"])
    }
  }

  static func paymentInFuture(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let ahead = settings.integer(.latestDaysAhead)
    return Diagnosis(
      "SELECT payment, posted_on, reversed_on FROM payment WHERE "
        + "posted_on > ? AND reversed_on IS NULL OR reversed_on > ? AND reversed_on > posted_on "
        + "ORDER BY payment",
      [day.adding(days: ahead).datum, day.adding(days: ahead).datum]
    ) { row in
      let number = row.word(0)
      let reversed = row.word(2)
      if !reversed.isEmpty {
        return (
          "payment \(number)",
          "reversed on \(reversed), more than \(ahead) days ahead, and counts until then",
          .command("change list", options: ["table": "payment", "key": number])
        )
      }
      return (
        "payment \(number)", "posted on \(row.word(1)), more than \(ahead) days ahead",
        .command("payment reverse", number, options: ["reason": "wrong-date"])
      )
    }
  }

  static var paymentBeforeAccount: Diagnosis {
    Diagnosis(
      """
      SELECT p.payment, p.posted_on, a.account, a.opened_on FROM payment p \
      JOIN account a ON a.account = p.account \
      WHERE p.posted_on < a.opened_on AND p.reversed_on IS NULL ORDER BY p.payment
      """
    ) { row in
      let number = row.word(0)
      return (
        "payment \(number)",
        "posted on \(row.word(1)), before account \(row.word(2)) was opened on \(row.word(3))",
        .command("payment reverse", number, options: ["reason": "wrong-date"])
      )
    }
  }

  static func unusualBillPeriod(_ settings: Settings) -> Diagnosis {
    let most = settings.integer(.billPeriodDays)
    return Diagnosis(
      """
      SELECT b.bill, b.billed_on, a.opened_on, l.from_on, l.to_on FROM bill_line l \
      JOIN bill b ON b.bill = l.bill JOIN account a ON a.account = b.account \
      WHERE b.voided_on IS NULL AND (l.from_on IS NOT NULL OR l.to_on IS NOT NULL) \
      ORDER BY b.bill, l.number
      """
    ) { row in
      let period = BillPeriod(
        from: CivilDate(iso: row.word(3)), to: CivilDate(iso: row.word(4)))
      guard let billed = CivilDate(iso: row.word(1)), let opened = CivilDate(iso: row.word(2)),
        let odd = period.oddity(billedOn: billed, openedOn: opened, atMost: most)
      else { return nil }
      return (
        "bill \(row.word(0))", "its period: \(odd.phrase)",
        .command("bill void", row.word(0), options: ["reason": "wrong-period"])
      )
    }
  }

  /// Only of the last year, so that rows already reviewed are not reported forever.
  static func unusualRead(_ day: CivilDate, _ settings: Settings) -> Diagnosis {
    let most = settings.integer(.readTimesUsual)
    let since = day.adding(months: -12)
    let history = day.adding(months: -30)
    return Diagnosis(
      """
      SELECT u.meter, u.to_on, u.unit, u.quantity, u.days, u.used, u.used_days, u.periods FROM \
      (SELECT c.meter, c.to_on, c.unit, c.quantity, c.days, c.read_number, \
      CAST(sum(c.quantity) OVER earlier AS BIGINT) AS used, \
      CAST(sum(CASE WHEN c.quantity > 0 THEN c.days ELSE 0 END) OVER earlier AS BIGINT) \
      AS used_days, \
      CAST(sum(CASE WHEN c.quantity > 0 THEN 1 ELSE 0 END) OVER earlier AS BIGINT) AS periods \
      FROM consumption c WHERE c.to_on > ? WINDOW earlier AS (PARTITION BY c.service, c.unit \
      ORDER BY c.to_on, c.meter ROWS BETWEEN \(UsualMonth.periods) PRECEDING AND 1 PRECEDING)) u \
      JOIN read r ON r.meter = u.meter AND r.read_on = u.to_on AND r.number = u.read_number \
      WHERE u.to_on > ? AND u.quantity > u.used / 12 AND r.kind <> \(ReadKind.verified.sql) \
      ORDER BY u.meter, u.to_on
      """, [history.datum, since.datum]
    ) { row in
      guard most > 0,
        let usual = UsualMonth(
          quantity: row.integer(5), days: row.integer(6), periods: Int(row.integer(7))),
        let times = usual.times(row.integer(3), days: Int(row.integer(4)), above: most)
      else { return nil }
      let unit = row.word(2)
      return (
        "meter \(row.word(0))",
        "\(row.word(1)): a usage of \(Quantity(units: row.integer(3))) \(unit), "
          + "\(times) times the usual month of \(usual.phrase) \(unit)",
        .command("read void", row.word(0), options: ["on": row.word(1)])
      )
    }
  }
}
