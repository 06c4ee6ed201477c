import Engines
import Values

/// A meter with all that was measured by it.
struct MeterHistory {
  let meter: Row<Meter>
  let installs: [Row<MeterInstall>]
  let reads: [Row<Read>]
  /// Of the services in which the meter was.
  let consumption: [Row<Consumption>]

  /// The meters of the serials, in that order; what is not there is left out.
  /// - Parameter undone: installs that an undo changed or removed: what the meter measured in their
  ///   services belongs to its history, too.
  static func load(
    _ serials: [MeterSerial], undone: [MeterSerial: [Row<MeterInstall>]] = [:], _ rows: KeyedRows
  ) throws(StoreError) -> [MeterHistory] {
    let meters = try rows.by(Meter.meter, serials)
    let installs = try rows.by(
      MeterInstall.meter, serials, " ORDER BY meter, from_on, meter_install")
    let reads = try rows.by(Read.meter, serials, " ORDER BY meter, read_on, number")
    let now = Set(installs.values.joined().map { $0[MeterInstall.service] })
    let before = serials.flatMap { undone[$0] ?? [] }.map { $0[MeterInstall.service] }
    let services = now.union(before).sorted()
    var consumption: [Measured: [Row<Consumption>]] = [:]
    try rows.each(by: Consumption.service, services, " ORDER BY service, to_on") { row in
      consumption[
        Measured(service: row[Consumption.service], meter: row[Consumption.meter]), default: []
      ].append(row)
    }
    return serials.compactMap { serial in
      guard let meter = meters[serial]?.first else { return nil }
      return MeterHistory(
        meter, installs: installs[serial] ?? [], undone: undone[serial] ?? [],
        reads: reads[serial] ?? [], consumption)
    }
  }

  /// A meter in a service.
  private struct Measured: Hashable {
    let service: Int64
    let meter: MeterSerial
  }

  init(
    meter: Row<Meter>, installs: [Row<MeterInstall>], reads: [Row<Read>],
    consumption: [Row<Consumption>]
  ) {
    self.meter = meter
    self.installs = installs
    self.reads = reads
    self.consumption = consumption
  }

  private init(
    _ meter: Row<Meter>, installs: [Row<MeterInstall>], undone: [Row<MeterInstall>],
    reads: [Row<Read>], _ measured: [Measured: [Row<Consumption>]]
  ) {
    var rows: [Row<Consumption>] = []
    var services: Set<Int64> = []
    for install in installs + undone where services.insert(install[MeterInstall.service]).inserted {
      rows +=
        measured[
          Measured(service: install[MeterInstall.service], meter: meter[Meter.meter]), default: []]
    }
    self.init(
      meter: meter, installs: installs, reads: reads,
      consumption: services.count > 1
        ? rows.sorted { $0[Consumption.fromOn] < $1[Consumption.fromOn] } : rows)
  }

  var serial: MeterSerial { meter[Meter.meter] }
  var record: String { "meter \(serial)" }
}
