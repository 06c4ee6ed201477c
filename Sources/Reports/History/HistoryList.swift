package import Accounts

/// The records that have a history.
package enum HistoryKind: String, Choice {
  package static let valueName = "kind"
  case account, customer, user, meter, service, location, bill, payment

  package var record: NoteKind {
    switch self {
    case .account: .account
    case .customer: .customer
    case .user: .user
    case .meter: .meter
    case .service: .service
    case .location: .location
    case .bill: .bill
    case .payment: .payment
    }
  }
}

extension HistoryKind {
  /// The kinds of events that records of these kinds can have, each once.
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
    case .location: ["account", "move", "service", "meter", "note", "change"]
    case .bill: ["bill", "line", "payment", "eft", "note", "change"]
    case .payment: ["payment", "bill", "eft", "note", "change"]
    }
  }
}

/// Filters of a history.
package struct HistoryFilter: Sendable {
  /// Only events of this kind, e.g. `bill`.
  package var event: String?
  package var from: CivilDate?
  package var to: CivilDate?

  package init() {}
}

extension Report {
  /// All events of a record, latest first.
  /// - Parameter key: the record's key, in the form that notes use.
  package static func history(
    _ kind: HistoryKind, _ key: String, _ filter: HistoryFilter, in zone: CityTimeZone,
    dialect: any Dialect
  ) -> Report {
    let events = HistoryEvent.all(of: kind, dialect).filter {
      filter.event == nil || filter.event == $0.event
    }
    let own: [Datum] =
      switch kind {
      case .user, .payment: [Int64(key).map { .integer($0) } ?? .null]
      // 2000001/1000: an account and the code of a service type.
      case .service: key.split(separator: "/", maxSplits: 1).map { .text(String($0)) }
      case .account, .customer, .meter, .location, .bill: [.text(key)]
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
        Column("event", "h.event"),
        Column("what", "h.what").runnable(.numbered(HistoryEvent.changeShow)),
        Column("amount", "h.amount", .money), Column("quantity", "h.quantity", .quantity),
        Column("by", "nullif(coalesce(h.operator, w.operator), '')"),
      ],
      from: "(\(arms.joined(separator: " UNION ALL "))) h "
        + "LEFT JOIN change w ON w.change = \(JournalLines.change(of: "h.written"))",
      sourceArguments: arguments,
      orderBy: [
        "\(moment(in: zone, dialect)) DESC", "coalesce(h.written, 0) DESC", "h.event",
        "h.number DESC", "h.what",
      ])
  }

  /// The time of an event. One that has only a day gets the time of its change if that was made on the day, else the
  /// beginning of the day.
  private static func moment(in zone: CityTimeZone, _ dialect: any Dialect) -> String {
    let start = zone.start(of: "h.event_on", dialect)
    return """
      CASE WHEN h.event_at IS NOT NULL THEN h.event_at \
      WHEN w.at >= \(start) AND w.at < \(dialect.moment(start, plusMinutes: 1440)) THEN w.at \
      ELSE \(start) END
      """
  }
}
