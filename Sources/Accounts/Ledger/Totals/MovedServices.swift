import Engines
import Values

/// The services whose consumption belongs to other totals after rows are written.
struct MovedServices {
  private var services: Set<Int64> = []
  private var accounts: Set<Datum> = []
  private var locations: Set<Datum> = []
  private var customers: Set<Datum> = []

  /// The cells that say to which total the consumption of a service belongs, beside who is responsible.
  static let columns: [(table: Table, columns: [ColumnInfo])] = [
    (Location.table, [Location.route.info, Location.cycle.info]),
    (Account.table, [Account.location.info]), (Customer.table, [Customer.kind.info]),
    (Service.table, [Service.account.info, Service.code.info, Service.serviceClass.info]),
  ]

  var isEmpty: Bool {
    services.isEmpty && accounts.isEmpty && locations.isEmpty && customers.isEmpty
  }

  mutating func note(_ change: RowChange) {
    // What is new has no consumption yet.
    if change.table === AccountCustomer.table {
      for row in [change.before, change.after] {
        if let row { accounts.insert(row[AccountCustomer.account.index]) }
      }
    } else if let before = change.before,
      let columns = Self.columns.first(where: { $0.table === change.table })?.columns,
      differs(change, columns)
    {
      switch change.table.name {
      case Location.table.name: locations.insert(before[0])
      case Account.table.name: accounts.insert(before[0])
      case Customer.table.name: customers.insert(before[0])
      default: if let service = before[0].integer { services.insert(service) }
      }
    }
  }

  private func differs(_ change: RowChange, _ columns: [ColumnInfo]) -> Bool {
    guard let before = change.before, let after = change.after else { return true }
    return columns.contains { before[$0.index] != after[$0.index] }
  }

  /// All of them, as the store stands.
  func services(on connection: any Connection) throws(StoreError) -> Set<Int64> {
    var found = services
    try Self.find(accounts, Self.ofAccounts, on: connection, into: &found)
    try Self.find(locations, Self.atLocations, on: connection, into: &found)
    try Self.find(customers, Self.ofCustomers, on: connection, into: &found)
    return found
  }

  private static func find(
    _ keys: Set<Datum>, _ statement: Statement, on connection: any Connection,
    into found: inout Set<Int64>
  ) throws(StoreError) {
    for page in KeyPage.pages(of: keys.sorted()) {
      var services: [Int64] = []
      try connection.read(statement, page) { row in
        services.append(row.integer(0))
        return true
      }
      found.formUnion(services)
    }
  }

  private static let ofAccounts = Statement(
    "SELECT service FROM service WHERE account IN (\(KeyPage.marks))", isShort: true)
  private static let atLocations = Statement(
    "SELECT s.service FROM service s JOIN account a ON a.account = s.account "
      + "WHERE a.location IN (\(KeyPage.marks))", isShort: true)
  private static let ofCustomers = Statement(
    "SELECT DISTINCT s.service FROM service s JOIN account_customer k ON k.account = s.account "
      + "WHERE k.cid IN (\(KeyPage.marks))", isShort: true)
}
