import Accounts
import Testing

@testable import SampleCity
@testable import Values

@Suite("The register of a sample city's meter")
struct DemoRegisterTests {
  private var register: DemoRegister
  private var block = DemoBlock()

  /// Six dials that count gallons, read at 1000.
  init() throws {
    var random = DemoRandom(seed: 1, stream: 1)
    let old = DemoMeter(.house, gallonsPerDay: 100, serial: 60_000_011, &random)
    register = DemoRegister(DemoMeter(replacing: old), service: 1, opening: 1000)
    register.read(on: try CivilDate("2026-01-05"), .actual, .initial, .handheld, into: &block)
  }

  @Test("an estimate that is too high is redistributed by days once the meter is read")
  mutating func tooHigh() throws {
    try estimateTooHigh()
    register.read(on: try CivilDate("2026-03-06"), .actual, .periodic, .radio, into: &block)
    #expect(block.reads.map(\.reading) == [1000, 4100, 1310, 1600])
    #expect(block.reads.map(\.state) == [.current, .superseded, .current, .current])
    #expect(block.reads.map(\.number) == [1, 1, 2, 1])
    #expect(block.periods.map(\.quantity) == [310, 290])
    #expect(block.periods.map(\.readNumber) == [2, 1])
  }

  @Test("a misread after an estimate that is too high leaves the estimate's number alone")
  mutating func misread() throws {
    try estimateTooHigh()
    let day = try CivilDate("2026-03-06")
    register.misread(on: day, by: 90, .radio, into: &block)
    register.read(on: day, .actual, .periodic, .radio, into: &block)
    #expect(block.reads.map(\.reading) == [1000, 4100, 1310, 1690, 1600])
    #expect(block.reads.map(\.state) == [.current, .superseded, .current, .void, .current])
    #expect(block.reads.map(\.number) == [1, 1, 2, 1, 2])
    #expect(block.periods.map(\.readNumber) == [2, 2])
  }

  @Test("an estimate that must not be too high is register reading")
  mutating func held() throws {
    register.count(gallons: 300)
    register.estimate(
      on: try CivilDate("2026-02-05"), gallonsPerDay: 100, mayExceed: false, into: &block)
    #expect(block.reads.map(\.reading) == [1000, 1300])
  }

  /// 3100 gallons guessed for 31 days; 600 were used in 60.
  private mutating func estimateTooHigh() throws {
    register.count(gallons: 300)
    register.estimate(
      on: try CivilDate("2026-02-05"), gallonsPerDay: 100, mayExceed: true, into: &block)
    register.count(gallons: 300)
  }
}
