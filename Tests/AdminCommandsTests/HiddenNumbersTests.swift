import Testing

@testable import AdminCommands

@Suite("Numbers that may be a bank account's")
struct HiddenNumbersTests {
  @Test("are hidden whole, also where one is part of another")
  func partOfAnother() {
    let hidden = HiddenNumbers(typed: ["eft", "enroll", "A1", "12345678", "912345678999"])
    #expect(!hidden.isEmpty)
    let text = hidden.hidden(in: "found 912345678999 after 12345678")
    #expect(!text.contains { $0.isNumber }, "\(text)")
  }
}
