import Accounts

/// What the journal knows about a record and what belongs to it.
extension HistoryEvent {
  /// Rows of a table, by a query for their keys as the journal writes them.
  private typealias Part = (table: String, keys: String)

  /// The changes to the rows of a record that exist; each table has an index by key.
  static func changes(of kind: HistoryKind, _ dialect: any Dialect) -> HistoryEvent {
    let parts = Self.parts(of: kind, dialect)
    let found = parts.map {
      "SELECT r.change FROM change_row r "
        + "WHERE r.table_name = '\($0.table)' AND r.row_key IN (\($0.keys))"
    }
    var event = changes(found.joined(separator: " UNION "))
    event.times = parts.count
    return event
  }

  /// - Parameter found: a query for the numbers of changes.
  static func changes(_ found: String, isByText: Bool = false) -> HistoryEvent {
    HistoryEvent(
      event: "change", moment: .at("c.at"), what: "'ubadmin change show ' || c.change",
      source: "change c WHERE c.change IN (\(found))", operatorName: "c.operator",
      number: "c.change", isByText: isByText)
  }

  /// Who wrote a column of a row last: the row's insert wrote all of them.
  static func author(of column: String, in table: String, _ key: String) -> String {
    """
    (SELECT w.operator FROM change w WHERE w.change = (SELECT MAX(x.change) FROM change_row x \
    WHERE x.table_name = '\(table)' AND x.row_key = \(key) \
    AND (x.action = 'insert' OR x.after LIKE '%"\(column)":%')))
    """
  }

  private static func parts(of kind: HistoryKind, _ dialect: any Dialect) -> [Part] {
    func owned(_ table: String, _ key: String? = nil, by test: String) -> Part {
      (table, "SELECT \(dialect.key(key ?? table)) FROM \(table) WHERE \(test)")
    }
    switch kind {
    case .account:
      let test = "account = ?"
      return [
        ("account", "?"), owned("account_customer", by: test),
        owned("delivery_preference", by: test), owned("eft_enrollment", "enrollment", by: test),
        owned("link", by: test), ("bill", "SELECT bill FROM bill WHERE account = ?"),
        owned("payment", by: test),
      ] + ofServices("s.account = ?", dialect)
    case .customer:
      let test = "cid = ?"
      return [
        ("customer", "?"), owned("account_customer", by: test), owned("link", by: test),
        owned("eft_enrollment", "enrollment", by: test),
      ]
    case .meter: return [("meter", "?"), owned("meter_install", by: "meter = ?")]
    case .service: return ofServices("s.account = ? AND s.code = ?", dialect)
    case .user: return []
    }
  }

  private static func ofServices(_ test: String, _ dialect: any Dialect) -> [Part] {
    let joined = "JOIN service s ON s.service ="
    return [
      ("service", "SELECT \(dialect.key("s.service")) FROM service s WHERE \(test)"),
      (
        "suspension",
        "SELECT \(suspension(dialect)) FROM suspension u \(joined) u.service WHERE \(test)"
      ),
      (
        "meter_install",
        "SELECT \(dialect.key("i.meter_install")) FROM meter_install i \(joined) i.service "
          + "WHERE \(test)"
      ),
    ]
  }
}
