import Accounts
import Testing

@testable import Values

@Suite("Days from one until another")
struct DayIntervalTests {
  private func days(_ from: Int32, _ to: Int32?) -> DayInterval {
    DayInterval(
      from: CivilDate(daysSince1970: from), to: to.map { CivilDate(daysSince1970: $0) })
  }

  @Test("two overlap exactly where they have a day in common")
  func overlaps() {
    let ends: [Int32?] = [0, 1, 2, 3, 4, nil]
    let all = (Int32(0)...4).flatMap { from in
      ends.compactMap { to in to.map { $0 >= from } ?? true ? days(from, to) : nil }
    }
    for a in all {
      for b in all {
        let common = (Int32(0)...9).contains { day in
          let day = CivilDate(daysSince1970: day)
          return a.contains(day) && b.contains(day)
        }
        #expect(a.overlaps(b) == common, "\(a), \(b)")
      }
    }
  }

  @Test("joined, they go from the earlier beginning to the later end")
  func joined() {
    #expect(days(1, 3).joined(with: days(2, 5)) == days(1, 5))
    #expect(days(2, 5).joined(with: days(1, 3)) == days(1, 5))
    #expect(days(1, nil).joined(with: days(2, 5)) == days(1, nil))
  }
}
