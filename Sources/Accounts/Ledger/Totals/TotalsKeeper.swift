import Engines
import Values

/// Keeps the totals of consumption in step with the rows that a change writes.
///
/// A new period is added to the total that it belongs to. What moves a service between totals (its
/// route, cycle, or who is responsible) takes the service's consumption out before the rows are
/// written, and puts it back in at the end.
struct TotalsKeeper {
  /// What was added to and taken from a meter's service on a day.
  private struct Key: Hashable {
    let service: Int64
    let toOn: Datum
    let meter: Datum
    let unit: Datum
    let estimated: Datum
  }

  private var pending: [Key: ConsumptionSums] = [:]
  private let deltas = TotalsDeltas()
  private var places = PlacesOfServices()
  private var moved = MovedServices()
  /// Services that are in no total until the end.
  private var taken: Set<Int64> = []
  /// Something was taken away, so that a total may have nothing left.
  private var mayBeEmpty = false
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// To be called before the rows are written.
  mutating func before(_ changes: [RowChange]) throws(StoreError) {
    let services = try moved.services(movedBy: changes, on: connection)
      .filter { taken.insert($0).inserted }.sorted()
    guard !services.isEmpty else { return }
    try flush()
    places.forget()
    try add(services, sign: -1)
    mayBeEmpty = true
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
    try add(taken.sorted(), sign: 1)
    taken = []
    moved = MovedServices()
    try deltas.write(on: connection)
    if mayBeEmpty {
      for statement in TotalsStatements.dropEmpty { _ = try connection.run(statement, []) }
    }
    mayBeEmpty = false
  }

  private mutating func note(_ row: [Datum], _ sign: Int64) {
    let period = Row<Consumption>(values: row)
    let service = period[Consumption.service]
    guard !taken.contains(service) else { return }
    let key = Key(
      service: service, toOn: row[Consumption.toOn.index], meter: row[Consumption.meter.index],
      unit: row[Consumption.unit.index], estimated: row[Consumption.isEstimated.index])
    pending[key, default: ConsumptionSums()] += ConsumptionSums(
      quantity: sign * period[Consumption.quantity].units,
      days: sign * Int64(period[Consumption.days]), reads: sign)
    if sign < 0 { mayBeEmpty = true }
  }

  /// Finds for what is pending the totals that it belongs to, as the store is.
  private mutating func flush() throws(StoreError) {
    guard !pending.isEmpty else { return }
    try places.find(pending.keys.lazy.map(\.service), on: connection)
    var others: [[Datum]] = []
    for (key, sums) in pending {
      if let row = places.details(
        of: key.service, on: key.toOn, meter: key.meter, unit: key.unit, estimated: key.estimated,
        sums)
      {
        deltas.add(row, sign: 1)
      } else {
        others.append(
          [.integer(key.service), key.toOn, key.meter, key.unit, key.estimated] + sums.cells)
      }
    }
    pending.removeAll(keepingCapacity: true)
    // In the order of the services, which are next to each other.
    others.sort { $0[0] < $1[0] }
    try TotalsStatements.ofRows(connection.dialect).read(
      others, columns: TotalsSQL.details.count, on: connection
    ) { deltas.add($0, sign: 1) }
    try writeMany()
  }

  /// Adds the stored consumption of services, or takes it away.
  mutating func add(_ services: [Int64], sign: Int64) throws(StoreError) {
    for page in KeyPage.pages(of: services.map { .integer($0) }) {
      try connection.read(TotalsStatements.ofServices, page) { row in
        deltas.add(row.values(TotalsSQL.details.count), sign: sign)
        return true
      }
      try writeMany()
    }
  }

  private mutating func writeMany() throws(StoreError) {
    if deltas.count >= Self.mostPending { try deltas.write(on: connection) }
  }
}

extension Connection {
  /// Works out the totals of consumption again.
  func rebuildTotals() throws(StoreError) {
    for statement in TotalsStatements.dropAll { _ = try run(statement, []) }
    var keeper = TotalsKeeper(self)
    var pages = KeyedRows(self).pages(of: Service.id, after: .integer(.min))
    while let services = try pages.next() { try keeper.add(services, sign: 1) }
    try keeper.finish()
  }
}
