import Engines
import Ledger

extension Books {
  /// Recomputes a meter's consumption after its reads have changed service.
  func recomputeConsumption(of meter: Row<Meter>) throws(RuleError) {
    let serial = meter[Meter.meter]
    let installs = try rows(MeterInstall.ofMeter, serial)
    var stored: [Row<Consumption>] = []
    for service in Set(installs.map { $0[MeterInstall.service] }).sorted() {
      stored += try rows(Consumption.ofService, service).filter { $0[Consumption.meter] == serial }
    }
    let wanted = ConsumptionRules.recomputed(
      reads: try rows(Read.ofMeter, serial), installs: installs, meter: meter)
    try replaceConsumption(stored, with: wanted)
  }

  /// Writes the differences between the old and the new consumption, both in order.
  func replaceConsumption(
    _ before: [Row<Consumption>], with after: [Row<Consumption>]
  ) throws(RuleError) {
    // Of a year of hours, one or two periods differ.
    let first = zip(before, after).prefix { $0 == $1 }.count
    let (before, after) = (before.dropFirst(first), after.dropFirst(first))
    let last = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    try replace(before.dropLast(last), with: after.dropLast(last))
  }

  private func replace(
    _ before: ArraySlice<Row<Consumption>>, with after: ArraySlice<Row<Consumption>>
  ) throws(RuleError) {
    for row in before where !after.contains(where: { $0.key == row.key }) {
      if let stored = try stored(row) { delete(stored) }
    }
    for row in after where !before.contains(row) {
      if let stored = try stored(row) { update(stored, to: row) } else { insert(row) }
    }
  }

  private func stored(_ row: Row<Consumption>) throws(RuleError) -> Row<Consumption>? {
    try find(
      Consumption.self, row[Consumption.service], row[Consumption.toOn], row[Consumption.meter])
  }
}
