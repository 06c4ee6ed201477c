import Engines
import Values

/// Keeps the totals of consumption in step with the rows that a change writes.
///
/// A new period is added to the total that it belongs to. What moves a service between totals (its
/// route, cycle, or who is responsible) takes the service's consumption out before the rows are
/// written, and puts it back in at the end.
struct TotalsKeeper {
  /// What was added to and taken from a service on a day.
  private struct Key: Hashable {
    let service: Int64
    let toOn: Datum
    let unit: Datum
    let estimated: Datum
  }

  private struct Sums {
    var quantity: Int64 = 0
    var days: Int64 = 0
    var reads: Int64 = 0

    mutating func add(_ period: Row<Consumption>, _ sign: Int64) {
      quantity += sign * period[Consumption.quantity].units
      days += sign * Int64(period[Consumption.days])
      reads += sign
    }
  }

  private var pending: [Key: Sums] = [:]
  /// Services that are in no total until the end.
  private var taken: Set<Int64> = []
  /// Something was taken away, so that a total may have nothing left.
  private var mayBeEmpty = false
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// To be called before the rows are written.
  mutating func before(_ changes: [RowChange]) throws(StoreError) {
    var moved = MovedServices()
    for change in changes { moved.note(change) }
    guard !moved.isEmpty else { return }
    try flush()
    let services = try moved.services(on: connection).filter { taken.insert($0).inserted }.sorted()
    try add(services, TotalsStatements.takeServices)
    if !services.isEmpty { mayBeEmpty = true }
  }

  /// To be called after they were written.
  mutating func after(_ changes: [RowChange]) throws(StoreError) {
    for change in changes where change.table === Consumption.table {
      if let row = change.before { note(row, -1) }
      if let row = change.after { note(row, 1) }
    }
    if pending.count >= Self.mostPending { try flush() }
  }

  /// Of a file with very many reads some are added while it runs.
  private static let mostPending = 5_000

  mutating func finish() throws(StoreError) {
    try flush()
    try add(taken.sorted(), TotalsStatements.addServices)
    taken = []
    if mayBeEmpty { _ = try connection.run(TotalsStatements.dropEmpty, []) }
    mayBeEmpty = false
  }

  private mutating func note(_ row: [Datum], _ sign: Int64) {
    let period = Row<Consumption>(values: row)
    let service = period[Consumption.service]
    guard !taken.contains(service) else { return }
    let key = Key(
      service: service, toOn: row[Consumption.toOn.index], unit: row[Consumption.unit.index],
      estimated: row[Consumption.isEstimated.index])
    pending[key, default: Sums()].add(period, sign)
    if sign < 0 { mayBeEmpty = true }
  }

  private mutating func flush() throws(StoreError) {
    guard !pending.isEmpty else { return }
    // In the order of the services, which stand together.
    let rows = pending.sorted { $0.key.service < $1.key.service }.map { key, sums in
      [
        .integer(key.service), key.toOn, key.unit, key.estimated, .integer(sums.quantity),
        .integer(sums.days), .integer(sums.reads),
      ]
    }
    pending.removeAll(keepingCapacity: true)
    let statements = TotalsStatements.of(connection.dialect)
    try statements.addRows.run(rows, on: connection)
  }

  private func add(_ services: [Int64], _ statement: Statement) throws(StoreError) {
    for page in KeyPage.pages(of: services.map { .integer($0) }) {
      _ = try connection.run(statement, page)
    }
  }
}

extension Connection {
  /// Works out the totals of consumption anew.
  func rebuildTotals() throws(StoreError) {
    _ = try run(Statement("DELETE FROM consumption_total"), [])
    _ = try run(Statement(TotalsSQL.adding(TotalsSQL.sums(of: TotalsSQL.stored()))), [])
  }
}
