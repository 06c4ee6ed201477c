import Engines
import Ledger
import Values

/// A service's consumption as a customer sees it: a meter exchange does not split a period.
enum ConsumptionHistory {
  /// A consumption row, and the reason of the read that closes it.
  package struct Part: Sendable {
    package let consumption: Row<Consumption>
    let closedBy: ReadReason

    package init(consumption: Row<Consumption>, closedBy: ReadReason) {
      self.consumption = consumption
      self.closedBy = closedBy
    }
  }

  /// A period of a service, over one meter or, after an exchange, several.
  struct Period: Sendable, Equatable {
    package let service: Int64
    package let from: CivilDate
    package private(set) var to: CivilDate
    package private(set) var days: Int
    package private(set) var quantity: Quantity
    package let unit: Unit
    package private(set) var isEstimated: Bool
    /// In order of time.
    package private(set) var meters: [MeterSerial]

    init(_ row: Row<Consumption>) {
      service = row[Consumption.service]
      from = row[Consumption.fromOn]
      to = row[Consumption.toOn]
      days = row[Consumption.days]
      quantity = row[Consumption.quantity]
      unit = row[Consumption.unit]
      isEstimated = row[Consumption.isEstimated]
      meters = [row[Consumption.meter]]
    }

    mutating func append(_ row: Row<Consumption>) {
      to = row[Consumption.toOn]
      days += row[Consumption.days]
      quantity += row[Consumption.quantity]
      isEstimated = isEstimated || row[Consumption.isEstimated]
      meters.append(row[Consumption.meter])
    }
  }

  /// A part closed by an exchange is joined with the next part of its service in the same unit, if
  /// there is one.
  package static func merged(_ parts: [Part]) -> [Period] {
    let parts = parts.sorted { left, right in
      let (a, b) = (left.consumption, right.consumption)
      return (a[Consumption.service], a[Consumption.toOn], a[Consumption.meter])
        < (b[Consumption.service], b[Consumption.toOn], b[Consumption.meter])
    }
    var periods: [Period] = []
    var open: [Int] = []
    for part in parts {
      let row = part.consumption
      let index: Int
      if let place = open.firstIndex(where: { periods[$0].isContinued(by: row) }) {
        index = open.remove(at: place)
        periods[index].append(row)
      } else {
        index = periods.count
        periods.append(Period(row))
      }
      if part.closedBy == .exchange { open.append(index) }
    }
    return periods.sorted {
      ($0.service, $0.to, $0.from, $0.meters[0]) < ($1.service, $1.to, $1.from, $1.meters[0])
    }
  }
}

extension ConsumptionHistory.Period {
  fileprivate func isContinued(by row: Row<Consumption>) -> Bool {
    service == row[Consumption.service] && to <= row[Consumption.fromOn]
      && unit == row[Consumption.unit] && !meters.contains(row[Consumption.meter])
  }
}
