import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("A sample city's reads and consumption")
struct DemoConsumptionTests {
  @Test("consumption is what the reads say", arguments: [1, 2, 3] as [UInt64])
  func consumptionFollowsReads(seed: UInt64) throws {
    let demo = try DemoStore(seed: seed)
    let reads = try demo.rows(Read.self).grouped { $0[Read.meter] }
    let installs = try demo.rows(MeterInstall.self).grouped { $0[MeterInstall.meter] }
    let recomputed = try demo.rows(Meter.self).flatMap { meter in
      ConsumptionRules.recomputed(
        reads: reads[meter[Meter.meter]] ?? [], installs: installs[meter[Meter.meter]] ?? [],
        meter: meter)
    }
    let stored = try demo.rows(Consumption.self)
    #expect(stored.count > 5000)
    #expect(Set(recomputed.map(\.values)) == Set(stored.map(\.values)))
  }

  @Test("a lower reading is a register that has plainly rolled over")
  func registersRollOverPlainly() throws {
    let demo = try DemoStore(accounts: 300, years: 6)
    let reads = try demo.rows(Read.self).filter { $0[Read.state] == .current }
      .grouped { $0[Read.meter] }
    var rolled = 0
    for meter in try demo.rows(Meter.self) {
      let dials = meter[Meter.dials]?.value ?? 0
      let capacity = (0..<dials).reduce(Quantity.scale) { product, _ in product * 10 }
      let chain = reads[meter[Meter.meter]] ?? []
      for (before, read) in zip(chain, chain.dropFirst()) {
        let previous = before[Read.reading]?.units ?? 0
        let difference = (read[Read.reading]?.units ?? 0) - previous
        guard difference < 0 else { continue }
        rolled += 1
        #expect([.actual, .verified].contains(before[Read.kind]))
        #expect(previous * 2 >= capacity)
        #expect((difference + capacity) * 4 <= capacity)
      }
    }
    #expect(rolled > 50)
  }

  @Test("no reading has more digits than its meter's dials")
  func readingsFitDials() throws {
    let demo = try DemoStore()
    let readings = try demo.store.readings()
    #expect(!readings.isEmpty)
    #expect(readings.allSatisfy { $0.reading >= 0 && $0.reading < $0.capacity })
  }

  @Test("more water is used in July than in January")
  func summerIsThirsty() throws {
    let demo = try DemoStore()
    func mean(_ month: String) throws -> Int64 {
      try demo.count(
        "SELECT sum(quantity) / count(*) FROM consumption WHERE substr(to_on, 6, 2) = ?",
        [.text(month)])
    }
    #expect(try mean("07") * 2 > mean("01") * 3)
  }

  @Test("nothing is used while a service is suspended, but by one who turns it on")
  func suspendedUseNothing() throws {
    let demo = try DemoStore(accounts: 400)
    let sql = """
      FROM consumption c JOIN suspension s ON s.service = c.service
      WHERE c.from_on >= s.from_on AND c.to_on <= coalesce(s.to_on, c.to_on)
      """
    #expect(try demo.count("SELECT count(*) \(sql)") > 5)
    #expect(try demo.count("SELECT count(DISTINCT c.service) \(sql) AND c.quantity > 0") == 1)
  }

  @Test("an estimate that was too high gave way to one that fits the next read")
  func estimatesAreMended() throws {
    let demo = try DemoStore(accounts: 1000, years: 4)
    let superseded = try demo.rows(Read.self).filter { $0[Read.state] == .superseded }
    #expect(!superseded.isEmpty)
    for old in superseded {
      let new = try demo.store.books().find(
        Read.self, old[Read.meter], old[Read.readOn], old[Read.number] + 1)
      #expect(old[Read.kind] == .estimated)
      #expect(new?[Read.kind] == .officeEstimate)
      #expect(new?[Read.state] == .current)
    }
  }
}

extension Store {
  fileprivate func readings() throws -> [(reading: Int64, capacity: Int64)] {
    var found: [(Int64, Int64)] = []
    try each(sql: "SELECT r.reading, m.dials FROM read r JOIN meter m ON m.meter = r.meter") {
      let capacity = (0..<$0.integer(1)).reduce(Quantity.scale) { product, _ in product * 10 }
      found.append(($0.integer(0), capacity))
      return true
    }
    return found
  }
}
