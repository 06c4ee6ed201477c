import Accounts

/// One sort of event, as SQL over rows that belong to the record.
struct HistoryEvent {
  /// When it happened.
  enum Moment {
    case on(String)
    case at(String)
  }

  /// What a mark stands for.
  enum Mark {
    /// The record's key; of a service two values, for its account and for its code.
    case own
    /// The key as the journal and notes keep it, which is text for every record.
    case text
  }

  let event: String
  let moment: Moment
  /// Text of the event; nothing personal.
  let what: String
  /// FROM and WHERE, with marks.
  let source: String
  var amount = "CAST(NULL AS BIGINT)"
  var quantity = "CAST(NULL AS BIGINT)"
  /// Who did it, where the journal's line does not tell; empty for nobody on the staff.
  var operatorName = "CAST(NULL AS TEXT)"
  /// The line of the journal that wrote it, as `JournalLines.line` numbers it.
  var written = "CAST(NULL AS BIGINT)"
  /// Tells events of a day apart.
  var number = "CAST(0 AS BIGINT)"
  var marks: [Mark] = [.own]

  func sql(
    _ own: [Datum], _ key: String, _ filter: HistoryFilter, _ zone: CityTimeZone,
    _ dialect: any Dialect
  ) -> (String, [Datum]) {
    var arguments = marks.flatMap { mark -> [Datum] in
      switch mark {
      case .own: own
      case .text: [.text(key)]
      }
    }
    let (on, at): (String, String)
    var tests = ""
    switch moment {
    case .on(let column):
      (on, at) = (column, "CAST(NULL AS \(dialect.migration("{timestamp}")))")
      tests += " AND \(column) IS NOT NULL"
      if let day = filter.from { tests += " AND \(column) >= '\(day)'" }
      if let day = filter.to { tests += " AND \(column) <= '\(day)'" }
    case .at(let column):
      (on, at) = ("CAST(NULL AS DATE)", column)
      tests += " AND \(column) IS NOT NULL"
      if let day = filter.from {
        tests += " AND \(column) >= ?"
        arguments.append(zone.start(of: day).datum)
      }
      if let day = filter.to {
        tests += " AND \(column) < ?"
        arguments.append(zone.start(of: day.adding(days: 1)).datum)
      }
    }
    return (
      """
      SELECT \(on) AS event_on, \(at) AS event_at, '\(event)' AS event, \
      \(what) AS what, \(amount) AS amount, \(quantity) AS quantity, \
      \(operatorName) AS operator, \(written) AS written, \(number) AS number \
      FROM \(source)\(tests)
      """, arguments
    )
  }
}
