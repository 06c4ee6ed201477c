import Accounts
import Testing

@testable import SampleCity
@testable import Values

@Suite("Names in a sample city")
struct DemoNamesTests {
  @Test("names are in composed form, as the store keeps them")
  func composed() {
    let words = DemoNames.first + DemoNames.last + DemoNames.streets
    for word in words { #expect(word.utf8.elementsEqual(word.composed.utf8)) }
  }

  @Test("no name appears twice in its list")
  func distinct() {
    for words in [DemoNames.first, DemoNames.last, DemoNames.streets] {
      #expect(Set(words).count == words.count)
    }
  }

  @Test("no two streets have one name, however large the city")
  func streets() {
    let addresses = (0..<20_000).map { DemoStreet.address(street: $0, houseNumber: 100) }
    #expect(Set(addresses).count == addresses.count)
  }

  @Test("random numbers are those of the published generator")
  func reference() {
    var random = DemoRandom(state: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test("a bound is never reached, and all below it are")
  func bounds() {
    var random = DemoRandom(seed: 3, stream: 3)
    let found = Set((0..<1000).map { _ in random.below(7) })
    #expect(found == Set(0..<7))
  }

  @Test("meters are read on working days")
  func workingDays() throws {
    let calendar = DemoCalendar(try DemoCity(accounts: 1, years: 2, seed: 1))
    let saturday = try CivilDate("2026-10-31")
    for cycle in 0..<DemoCalendar.cycles {
      let days = calendar.days(ofCycle: cycle)
      #expect((23...25).contains(days.count))
      // Counted from a Saturday: 0 is a Saturday, 1 a Sunday.
      #expect(days.allSatisfy { (($0 - saturday) % 7 + 7) % 7 > 1 })
    }
  }
}
