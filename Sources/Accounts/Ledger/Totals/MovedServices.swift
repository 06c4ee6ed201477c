import Engines
import Values

/// The services whose consumption belongs to other totals after rows are written.
struct MovedServices {
  private var services: Set<Int64> = []
  private var accounts: Set<Datum> = []
  private var locations: Set<Datum> = []
  private var customers: Set<Datum> = []

  var isEmpty: Bool {
    services.isEmpty && accounts.isEmpty && locations.isEmpty && customers.isEmpty
  }

  mutating func note(_ change: RowChange) {
    // What is new has no consumption yet.
    if change.table === AccountCustomer.table {
      for row in [change.before, change.after] {
        if let row { accounts.insert(row[AccountCustomer.account.index]) }
      }
    } else if let before = change.before {
      if change.table === Location.table,
        differs(change, [Location.route.index, Location.cycle.index])
      {
        locations.insert(before[0])
      } else if change.table === Account.table, differs(change, [Account.location.index]) {
        accounts.insert(before[0])
      } else if change.table === Customer.table, differs(change, [Customer.kind.index]) {
        customers.insert(before[0])
      } else if change.table === Service.table,
        differs(change, [Service.account.index, Service.code.index])
      {
        if let service = before[0].integer { services.insert(service) }
      }
    }
  }

  private func differs(_ change: RowChange, _ columns: [Int]) -> Bool {
    guard let before = change.before, let after = change.after else { return true }
    return columns.contains { before[$0] != after[$0] }
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
