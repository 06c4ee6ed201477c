import Testing

@testable import Ledger

@Suite("An estimate of use")
struct UsageEstimateTests {
  /// The example in the source of the formula: 110 in 90 days, times 30, there cut to whole units.
  @Test("it is the sum of use divided by the sum of days, times the days")
  func formula() throws {
    let cycles = [(use: Int64(40_000), days: 31), (35_000, 29), (35_000, 30)]
    #expect(try #require(UsageEstimate(cycles)).use(in: 30) == 36_667)
  }

  @Test("the highest and the lowest use are left out of three periods or more")
  func extremes() throws {
    let three = [(use: Int64(9_000), days: 10), (1_000, 10), (2_000, 10)]
    #expect(try #require(UsageEstimate(three, dropsExtremes: true)).use(in: 10) == 2_000)
    #expect(
      try #require(UsageEstimate(Array(three.prefix(2)), dropsExtremes: true)).use(in: 10) == 5_000)
  }

  @Test("without days there is none, and a use that no number holds has none")
  func limits() throws {
    #expect(UsageEstimate([]) == nil)
    #expect(try #require(UsageEstimate(use: .max, days: 1)).use(in: 2) == nil)
  }
}
