import Engines
import Values

/// The services whose consumption belongs to other totals after rows are written.
///
/// All services of an account are known from the first row on that moves them, so that a file about
/// one account or location does not look for them with each of its rows.
struct MovedServices {
  private var services: Set<Int64> = []
  private var accounts: Set<Datum> = []
  private var locations: Set<Datum> = []
  private var customers: Set<Datum> = []
  /// Those whose services were looked for.
  private var known = KnownPlaces()

  private struct KnownPlaces {
    var accounts: Set<Datum> = []
    var locations: Set<Datum> = []
    var customers: Set<Datum> = []
  }

  /// The cells that say to which total the consumption of a service belongs, next to who is responsible.
  static let columns: [(table: Table, columns: [ColumnInfo])] = [
    (Location.table, [Location.route.info, Location.cycle.info]),
    (Account.table, [Account.location.info]), (Customer.table, [Customer.kind.info]),
    (Service.table, [Service.account.info, Service.code.info, Service.serviceClass.info]),
  ]

  private static let tables = [AccountCustomer.table] + columns.map(\.table)

  private static func canMove(_ change: RowChange) -> Bool {
    tables.contains { $0 === change.table }
  }

  private mutating func note(_ change: RowChange) {
    if change.table === AccountCustomer.table {
      for row in [change.before, change.after] {
        if let row { note(account: row[AccountCustomer.account.index]) }
      }
    } else if let before = change.before {
      guard let columns = Self.columns.first(where: { $0.table === change.table })?.columns,
        differs(change, columns)
      else { return }
      switch change.table.name {
      case Location.table.name:
        if known.locations.insert(before[0]).inserted { locations.insert(before[0]) }
      case Account.table.name: note(account: before[0])
      case Customer.table.name:
        if known.customers.insert(before[0]).inserted { customers.insert(before[0]) }
      default: if let service = before[0].integer { services.insert(service) }
      }
    }
  }

  private mutating func note(account: Datum) {
    if known.accounts.insert(account).inserted { accounts.insert(account) }
  }

  /// What is new has no consumption yet, but belongs to what is known.
  private mutating func noteNew(_ changes: [RowChange]) {
    for change in changes where change.table === Account.table && change.before == nil {
      guard let row = change.after else { continue }
      if known.locations.contains(row[Account.location.index]) { known.accounts.insert(row[0]) }
    }
    for change in changes where change.table === Service.table && change.before == nil {
      guard let row = change.after, let service = row[0].integer else { continue }
      if known.accounts.contains(row[Service.account.index]) { services.insert(service) }
    }
  }

  private func differs(_ change: RowChange, _ columns: [ColumnInfo]) -> Bool {
    guard let before = change.before, let after = change.after else { return true }
    return columns.contains { before[$0.index] != after[$0.index] }
  }

  /// Those that rows move, and were not known before the rows; the rows are not written yet.
  mutating func services(
    movedBy changes: [RowChange], on connection: any Connection
  ) throws(StoreError) -> Set<Int64> {
    // Most rows, as of reads, move nothing, and there are very many of them.
    guard changes.contains(where: Self.canMove) else { return [] }
    for change in changes { note(change) }
    try Self.find(locations, Self.atLocations, on: connection) { note(account: $0) }
    try Self.find(customers, Self.ofCustomers, on: connection) { note(account: $0) }
    noteNew(changes)
    var found = services
    try Self.find(accounts, Self.ofAccounts, on: connection) { service in
      if let service = service.integer { found.insert(service) }
    }
    (services, accounts, locations, customers) = ([], [], [], [])
    return found
  }

  private static func find(
    _ keys: Set<Datum>, _ statement: Statement, on connection: any Connection,
    _ body: (Datum) -> Void
  ) throws(StoreError) {
    for page in KeyPage.pages(of: keys.sorted()) {
      try connection.read(statement, page) { row in
        body(row.datum(0))
        return true
      }
    }
  }

  private static let ofAccounts = Statement(
    "SELECT service FROM service WHERE account IN (\(KeyPage.marks))", isShort: true)
  private static let atLocations = Statement(
    "SELECT account FROM account WHERE location IN (\(KeyPage.marks))", isShort: true)
  private static let ofCustomers = Statement(
    "SELECT DISTINCT account FROM account_customer WHERE cid IN (\(KeyPage.marks))",
    isShort: true)
}
