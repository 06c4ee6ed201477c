import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Values

/// What must hold of consumption whatever reads come in, in whatever order.
@Suite(.onBothEngines)
struct ConsumptionPropertyTests {
  @Test("the order in which reads come in does not matter", arguments: UInt64(1)...15)
  func anyOrder(seed: UInt64) throws {
    let history = try ReadHistory(seed: seed, count: 14, withBothFigures: false)
    let ordered = try MeterOffice.withMeter(["multiplier": history.multiplier])
    for line in history.lines { try ordered.read(line) }
    var numbers = SeededNumbers(seed: seed)
    let shuffled = try MeterOffice.withMeter(["multiplier": history.multiplier])
    // Without an earlier reading a consumption counts from the meter's first day, and would then
    // stand in the way: the first read comes first.
    for line in history.lines.prefix(1) + history.lines.dropFirst().shuffled(using: &numbers) {
      try shuffled.read(line)
    }
    #expect(try shuffled.consumptionRows == ordered.consumptionRows)
    #expect(try shuffled.consumptionRows == shuffled.recomputed())
  }

  @Test("all periods together are the last reading less the first", arguments: UInt64(100)...110)
  func total(seed: UInt64) throws {
    let history = try ReadHistory(seed: seed, count: 20)
    let yard = try MeterOffice.withMeter(["multiplier": history.multiplier])
    try yard.office.turn(to: "2030-01-01")
    for line in history.lines { try yard.read(line) }
    let total = try yard.consumptionRows.reduce(Quantity.zero) { $0 + $1[Consumption.quantity] }
    #expect(total.description == "\(history.last - history.first)")
  }

  /// Reads without any regard for each other: many are refused, those that are taken must fit.
  @Test(
    "after any reads, moves and voids the store holds what follows from its reads",
    arguments: UInt64(1)...24)
  func wild(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let dials = ["dials": "3", "multiplier": ["1", "10", "0.748"].randomElement(using: &numbers)]
    let yard = try MeterOffice.withMeter(dials.compactMapValues { $0 })
    try yard.removeMeters(of: 1, on: "2025-04-01")
    try yard.install("M1", in: 2, on: "2025-04-01")
    var taken = 0
    for _ in 0..<60 {
      let line = Self.wildLine(&numbers)
      let before = try yard.consumptionRows
      guard let done = try? yard.read(line), !done.isUnchanged else {
        #expect(try yard.consumptionRows == before)
        continue
      }
      taken += 1
      let after = try yard.consumptionRows
      try #require(try after == yard.recomputed(), "after \(line)")
      #expect(after.allSatisfy { $0[Consumption.quantity] >= .zero })
      let read = try #require(done.changes.first { $0.table === Read.table && $0.before == nil })
      guard Int.random(in: 0..<3, using: &numbers) == 0, let values = read.after else { continue }
      let added = ChainRead(Row(values: values))
      try yard.void("M1", added.on.description, number: Int(added.number))
      try #require(try yard.consumptionRows == before, "after \(line) was void")
    }
    #expect(taken > 10)
  }

  @Test("voids in any order leave what follows from the reads that stay", arguments: UInt64(1)...8)
  func voids(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let yard = try MeterOffice.withMeter(["dials": "3"])
    for _ in 0..<40 { _ = try? yard.read(Self.wildLine(&numbers)) }
    let reads = try yard.office.store.books().rows(Read.ofMeter, MeterSerial(trusted: "M1"))
      .map(ChainRead.init)
    #expect(reads.count > 5)
    for read in reads.shuffled(using: &numbers) {
      _ = try? yard.void("M1", read.on.description, number: Int(read.number))
      try #require(try yard.consumptionRows == yard.recomputed(), "without \(read.on)")
    }
  }

  private static func wildLine(_ numbers: inout SeededNumbers) -> String {
    let day = CivilDate.start2025.adding(days: Int.random(in: 0...180, using: &numbers))
    let age = day - .start2025
    let kinds = ["actual", "verified", "customer", "estimated", "office_estimate"]
    let reasons = ["periodic", "periodic", "periodic", "initial", "final", "control", "reconnect"]
    let reading = (600 + age * 3 + Int.random(in: -40...40, using: &numbers)) % 1000
    // Sometimes several turns of the dial.
    let most = Int.random(in: 0...7, using: &numbers) == 0 ? 5_000 : 30
    let usage = Int.random(in: 0...most, using: &numbers)
    let from = day.adding(days: -Int.random(in: 0...20, using: &numbers))
    let figure =
      switch Int.random(in: 0...7, using: &numbers) {
      case 0: "consumption=\(usage)"
      case 1: "consumption=\(usage) from=\(from)"
      case 2: "\(reading) consumption=\(usage)"
      default: "\(reading)"
      }
    return "M1 \(day) \(figure) kind=\(kinds.randomElement(using: &numbers) ?? "")"
      + " reason=\(reasons.randomElement(using: &numbers) ?? "")"
  }
}
