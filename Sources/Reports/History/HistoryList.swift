package import Accounts

/// The records that have a history.
package enum HistoryKind: String, Choice {
  package static let valueName = "kind"
  case account, customer, user, meter, service

  package var record: NoteKind {
    switch self {
    case .account: .account
    case .customer: .customer
    case .user: .user
    case .meter: .meter
    case .service: .service
    }
  }
}

extension HistoryKind {
  /// The sorts of events that records of these kinds can have, each once.
  package static func events(of kinds: [HistoryKind]) -> [String] {
    var names: [String] = []
    for name in kinds.flatMap(\.events) where !names.contains(name) { names.append(name) }
    return names
  }

  private var events: [String] {
    switch self {
    case .account:
      [
        "account", "move", "service", "meter", "read", "use", "bill", "payment", "delivery", "eft",
        "request", "link", "note", "change",
      ]
    case .customer: ["move", "link", "eft", "note", "change"]
    case .user: ["user", "sign-in", "mail", "request", "link", "note", "change"]
    case .meter: ["meter", "read", "note", "change"]
    case .service: ["service", "meter", "read", "use", "note", "change"]
    }
  }
}

/// What narrows a history.
package struct HistoryFilter: Sendable {
  /// Only events of this sort, e.g. `bill`.
  package var event: String?
  package var from: CivilDate?
  package var to: CivilDate?

  package init() {}
}

extension Report {
  /// All that happened to a record, the latest first.
  /// - Parameter key: as a note about the record keeps it.
  package static func history(
    _ kind: HistoryKind, _ key: String, _ filter: HistoryFilter, in zone: CityTimeZone,
    dialect: any Dialect
  ) -> Report {
    let events = HistoryEvent.all(of: kind, dialect).filter {
      filter.event == nil || filter.event == $0.event
    }
    let own: [Datum] =
      switch kind {
      case .user: [Int64(key).map { .integer($0) } ?? .null]
      // 2000001/1000: an account and the code of a service type.
      case .service: key.split(separator: "/", maxSplits: 1).map { .text(String($0)) }
      case .account, .customer, .meter: [.text(key)]
      }
    var arms: [String] = []
    var arguments: [Datum] = []
    for event in events {
      let (sql, bound) = event.sql(own, key, filter, zone, dialect)
      arms.append(sql)
      arguments += bound
    }
    return Report(
      "history",
      columns: [
        Column("on", "h.event_on", .date), Column("at", "h.event_at", .timestamp),
        Column("event", "h.event"), Column("what", "h.what"),
        Column("amount", "h.amount", .money), Column("quantity", "h.quantity", .quantity),
        Column("by", "h.operator"),
      ], from: "(\(arms.joined(separator: " UNION ALL "))) h",
      sourceArguments: arguments,
      orderBy: [
        "coalesce(h.event_at, \(zone.start(of: "h.event_on", dialect))) DESC", "h.event",
        "h.number DESC", "h.what",
      ])
  }
}

/// One sort of event, as SQL over rows that belong to the record.
struct HistoryEvent {
  /// When it happened.
  enum Moment {
    case on(String)
    case at(String)
  }

  let event: String
  let moment: Moment
  /// Text of the event; nothing personal.
  let what: String
  /// FROM and WHERE, with a mark for the record's key; for a service, one for its account and one
  /// for its code.
  let source: String
  var amount = "CAST(NULL AS BIGINT)"
  var quantity = "CAST(NULL AS BIGINT)"
  var operatorName = "CAST(NULL AS TEXT)"
  /// Tells events of a day apart.
  var number = "CAST(0 AS BIGINT)"
  /// The key is the journal's or a note's, which is text for every record.
  var isByText = false
  /// How often the source has the marks.
  var times = 1

  fileprivate func sql(
    _ own: [Datum], _ key: String, _ filter: HistoryFilter, _ zone: CityTimeZone,
    _ dialect: any Dialect
  ) -> (String, [Datum]) {
    let marks = isByText ? [.text(key)] : own
    var arguments = Array(repeatElement(marks, count: times).joined())
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
      \(operatorName) AS operator, \(number) AS number FROM \(source)\(tests)
      """, arguments
    )
  }
}
