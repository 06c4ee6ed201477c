import Accounts
import Testing

@testable import Rules

@Suite("Numbers that are given out", .onBothEngines)
struct NextNumberTests {
  private func next(after cids: [String]) throws -> String? {
    let office = try Office(on: "2026-03-10")
    for cid in cids { try office.run(AddCustomer.self, ["cid": cid, "name": "N"]) }
    return try office.run(AddCustomer.self, ["name": "New"]).effect.newKey
  }

  @Test(
    "the number after the greatest of six digits, whatever else is there",
    arguments: [
      ([], "100001"),
      (["100001"], "100002"),
      (["100001", "100009"], "100010"),
      (["000001", "99"], "100001"),
      (["100005", "1000055", "2000000"], "100006"),
      (["100005", "100005-A", "1A", "1Z9999", "100", "2-0000", "12"], "100006"),
      (["999999"], "1000000"),
      (["999999", "1000000"], "1000001"),
      (["999998", "999998.5"], "999999"),
    ])
  func number(cids: [String], expected: String) throws {
    #expect(try next(after: cids) == expected)
  }

  @Test("numbers run on")
  func runOn() throws {
    let office = try Office(on: "2026-03-10")
    let keys = try (0..<3).map { _ in try office.run(AddCustomer.self, ["name": "N"]).effect.newKey
    }
    #expect(keys == ["100001", "100002", "100003"])
  }
}
