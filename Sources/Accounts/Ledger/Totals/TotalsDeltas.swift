import Engines
import Values

/// What is to be added to the tables of totals, summed in memory until it is written.
final class TotalsDeltas {
  /// A table of totals, and where its keys are in the rows that it is summed from.
  private struct Part {
    let table: Table
    let places: [Int]
    var sums: [[Datum]: ConsumptionSums] = [:]

    init(_ table: Table, from names: [String]) {
      self.table = table
      places = TotalsSQL.keys(of: table).compactMap { names.firstIndex(of: $0) }
    }

    mutating func add(_ row: [Datum], _ sums: ConsumptionSums) {
      self.sums[places.map { row[$0] }, default: ConsumptionSums()] += sums
    }
  }

  private var services = Part(ConsumptionByService.table, from: TotalsSQL.details)
  /// By day, place and class, with month and year, from which all others follow.
  private var places: [[Datum]: ConsumptionSums] = [:]
  private static let placed =
    TotalsSQL.keys(of: ConsumptionTotal.table) + ["class", "month", "year"]
  private static let placesInDetails = placed.compactMap { TotalsSQL.details.firstIndex(of: $0) }

  /// How many rows wait at most.
  var count: Int { max(services.sums.count, places.count) }

  /// - Parameters:
  ///   - row: with the columns of `TotalsSQL.details`.
  ///   - sign: -1 to take it away.
  func add(_ row: [Datum], sign: Int64) {
    let keyCount = row.count - TotalsSQL.sums.count
    func sum(_ index: Int) -> Int64 { sign * (row[keyCount + index].integer ?? 0) }
    let sums = ConsumptionSums(quantity: sum(0), days: sum(1), reads: sum(2))
    services.add(row, sums)
    places[Self.placesInDetails.map { row[$0] }, default: ConsumptionSums()] += sums
  }

  /// Adds them to the tables, the rows of each in the order of their keys; nothing waits then.
  func write(on connection: any Connection) throws(StoreError) {
    var parts = TotalsStatements.tables.filter { $0 !== ConsumptionByService.table }
      .map { Part($0, from: Self.placed) }
    for (key, sums) in places {
      for index in parts.indices { parts[index].add(key, sums) }
    }
    parts.append(services)
    for part in parts {
      let rows = part.sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { $0.key + $0.value.cells }
      try TotalsStatements.adding(to: part.table)?.run(rows, on: connection)
    }
    places.removeAll(keepingCapacity: true)
    services.sums.removeAll(keepingCapacity: true)
  }
}
