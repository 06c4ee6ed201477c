import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Consumption as a customer reads it.
struct ConsumptionHistoryTests {
  private func part(
    _ meter: String, _ from: String, _ to: String, _ quantity: String,
    closedBy reason: ReadReason = .periodic, unit: String = "GAL", service: Int64 = 1,
    estimated: Bool = false
  ) throws -> ConsumptionHistory.Part {
    var row = Row<Consumption>()
    row[Consumption.service] = service
    row[Consumption.meter] = MeterSerial(trusted: meter)
    row[Consumption.fromOn] = try CivilDate(from)
    row[Consumption.toOn] = try CivilDate(to)
    row[Consumption.days] = row[Consumption.toOn] - row[Consumption.fromOn]
    row[Consumption.quantity] = try Quantity(quantity)
    row[Consumption.unit] = Unit(trusted: unit)
    row[Consumption.isEstimated] = estimated
    return ConsumptionHistory.Part(consumption: row, closedBy: reason)
  }

  private func words(_ parts: [ConsumptionHistory.Part]) -> [String] {
    ConsumptionHistory.merged(parts).map { period in
      "\(period.from)..\(period.to) \(period.days) \(period.quantity) \(period.unit) "
        + period.meters.map(\.text).joined(separator: "+") + (period.isEstimated ? " est" : "")
    }
  }

  @Test("what was measured before an exchange stands with what came after it")
  func exchange() throws {
    #expect(
      words([
        try part("M2", "2025-03-10", "2025-04-01", "30"),
        try part("M1", "2025-02-01", "2025-03-01", "20"),
        try part("M1", "2025-03-01", "2025-03-10", "7.5", closedBy: .exchange, estimated: true),
        try part("M2", "2025-04-01", "2025-05-01", "11"),
      ]) == [
        "2025-02-01..2025-03-01 28 20 GAL M1", "2025-03-01..2025-04-01 31 37.5 GAL M1+M2 est",
        "2025-04-01..2025-05-01 30 11 GAL M2",
      ])
  }

  @Test("two exchanges in one period are one period")
  func twice() throws {
    #expect(
      words([
        try part("M1", "2025-03-01", "2025-03-10", "1", closedBy: .exchange),
        try part("M2", "2025-03-10", "2025-03-20", "2", closedBy: .exchange),
        try part("M3", "2025-03-20", "2025-04-01", "4"),
      ]) == ["2025-03-01..2025-04-01 31 7 GAL M1+M2+M3"])
  }

  @Test("an exchange that nothing follows yet stands alone")
  func open() throws {
    #expect(
      words([try part("M1", "2025-03-01", "2025-03-10", "1", closedBy: .exchange)])
        == ["2025-03-01..2025-03-10 9 1 GAL M1"])
  }

  @Test("other services and other units are not joined")
  func apart() throws {
    #expect(
      words([
        try part("M1", "2025-03-01", "2025-03-10", "1", closedBy: .exchange),
        try part("M2", "2025-03-10", "2025-04-01", "2", unit: "CCF"),
        try part("M3", "2025-03-10", "2025-04-01", "3", service: 2),
      ]).count == 3)
  }

  @Test("a second meter of the service that measures beside an exchange keeps its own periods")
  func beside() throws {
    #expect(
      words([
        try part("M1", "2025-03-01", "2025-03-10", "1", closedBy: .exchange),
        try part("B1", "2025-03-01", "2025-04-01", "50"),
        try part("M2", "2025-03-10", "2025-04-01", "2"),
      ]) == ["2025-03-01..2025-04-01 31 50 GAL B1", "2025-03-01..2025-04-01 31 3 GAL M1+M2"])
  }
}
