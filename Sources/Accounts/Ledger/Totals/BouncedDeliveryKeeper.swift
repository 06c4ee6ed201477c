import Engines
import Values

/// Keeps the bounced deliveries in step with the preferences and events that a change writes.
struct BouncedDeliveryKeeper {
  /// There are never more than the city has.
  private var preferences: Set<Int64> = []

  mutating func note(_ change: RowChange) {
    if change.table === DeliveryEvent.table {
      for case let values? in [change.before, change.after] {
        preferences.insert(Row<DeliveryEvent>(values: values)[DeliveryEvent.preference])
      }
    } else if change.table === DeliveryPreference.table, let before = change.before {
      preferences.insert(Row<DeliveryPreference>(values: before)[DeliveryPreference.id])
    }
  }

  mutating func settle(on connection: any Connection) throws(StoreError) {
    for page in KeyPage.pages(of: preferences.sorted().map { .integer($0) }) {
      _ = try connection.run(Self.drop, page)
      _ = try connection.run(Self.add, page)
    }
    preferences = []
  }

  private static let ofPage = "delivery_preference IN (\(KeyPage.marks))"
  private static let drop = Statement("DELETE FROM bounced_delivery WHERE \(ofPage)")
  private static let add = Statement(
    "INSERT INTO bounced_delivery \(BouncedDelivery.rows(" AND \(ofPage)"))")
}

extension Connection {
  /// Finds the bounced deliveries again.
  func rebuildBouncedDeliveries() throws(StoreError) {
    _ = try run(Statement("DELETE FROM bounced_delivery"), [])
    _ = try run(Statement("INSERT INTO bounced_delivery \(BouncedDelivery.rows())"), [])
  }
}

extension Store {
  /// Accounts whose bounced deliveries are not what the preferences and events give.
  func wrongBounces() throws(StoreError) -> [Finding] {
    let columns = BouncedDelivery.table.columns.map(\.name).joined(separator: ", ")
    let (kept, right) = ("SELECT \(columns) FROM bounced_delivery", BouncedDelivery.rows())
    let sql = """
      SELECT account FROM (\(kept) EXCEPT \(right)) more \
      UNION SELECT account FROM (\(right) EXCEPT \(kept)) less ORDER BY account
      """
    return try connection.all(Statement(sql)) { row in
      Finding(
        rule: .bouncedDelivery, severity: .error, record: "account \(AccountNumber(row.datum(0)))",
        what: "its bounced deliveries, which `today` counts, do not agree with its bounces",
        remedy: "run \(run: "ubadmin store check", options: ["rebuild": "totals"])")
    }
  }
}
