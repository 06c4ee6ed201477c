import Accounts

/// Events of a location: those of its accounts, without money and reads.
extension HistoryEvent {
  /// The accounts at a location.
  static let accountsAtLocation = "(SELECT a.account FROM account a WHERE a.location = ?)"

  static func location(_ dialect: any Dialect) -> [HistoryEvent] {
    let accounts = [("opened_on", "opened"), ("closed_on", "closed")].map { day, way in
      HistoryEvent(
        event: "account", moment: .on("a.\(day)"), what: "'account ' || a.account || ' \(way)'",
        source: "account a WHERE a.location = ?",
        written: JournalLines.line(of: day, in: "account", "a.account"))
    }
    let test = "s.account IN \(accountsAtLocation)"
    return accounts
      + moves(
        "h.account IN \(accountsAtLocation)", "'account ' || h.account || ': customer ' || h.cid",
        dialect)
      + services(test, dialect, name: "'account ' || s.account || ': ' || t.name")
      + installs(test, "'account ' || s.account || ', meter ' || i.meter", dialect)
  }

  /// The changes that wrote the location, its accounts, or their customers, services and meters.
  static func linesOfLocation(_ dialect: any Dialect) -> [JournalLines] {
    let own: [JournalLines] = [
      .rows("location", "?"), .owned("account", key: "account", by: "location = ?", dialect),
      .owned("account_customer", by: "account IN \(accountsAtLocation)", dialect),
    ]
    return own + ownedByServices("s.account IN \(accountsAtLocation)", dialect)
  }
}
