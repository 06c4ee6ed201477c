import Testing

@testable import Values

/// Amounts and readings as programs write them, and cells that are no value at all.
@Suite("Damage to numbers, and cells of any length")
struct NumberDamageTests {
  private func fault<Value: FieldValue>(_ type: Value.Type, _ text: String) -> ValueFault? {
    TextDamageTests.fault(type, text)
  }

  @Test(
    "an amount with leading zeros and no point is a count of cents",
    arguments: [
      ("0000003117", "31.17"), ("0050", "0.50"), ("0001", "0.01"), ("-0005448", "-54.48"),
      ("+0005448", "54.48"), ("'0000003117", "31.17"), ("$0003117", "31.17"),
      ("000012345678", "123456.78"),
    ])
  func cents(text: String, likely: String) {
    let remedy = fault(Money.self, text)?.remedy ?? "taken"
    #expect(remedy.hasSuffix("likely \(likely)"), "\(remedy)")
  }

  @Test(
    "so few digits that a person may have typed them may be dollars, too",
    arguments: [
      ("05", "0.05, or 5.00"), ("050", "0.50, or 50.00"), ("-05", "-0.05, or -5.00"),
      ("$05", "0.05, or 5.00"),
    ])
  func dollars(text: String, likely: String) {
    let remedy = fault(Money.self, text)?.remedy ?? "taken"
    #expect(remedy.hasSuffix("likely \(likely) if it is dollars"), "\(remedy)")
  }

  @Test(
    "an amount with a point, of zero, or of dollars is taken",
    arguments: [
      ("00031.17", 3117), ("012.50", 1250), ("0.50", 50), ("0", 0), ("000", 0), ("31", 3100),
      ("-0.05", -5), ("100", 10000),
    ])
  func amounts(text: String, cents: Int64) throws {
    #expect(try Money(text).units == cents)
  }

  @Test("a reading may begin with zeros, and a dash is no reading", arguments: ["-", "$ -", "−"])
  func readings(dash: String) throws {
    #expect(try Quantity("0003117").units == 3_117_000)
    #expect(fault(Quantity.self, dash)?.remedy == Placeholder.leaveBlank)
  }

  @Test("the quotes around a number are both left out")
  func quotes() {
    let types: [any FieldValue.Type] = [AccountNumber.self, BillNumber.self, Line.self]
    for type in types {
      #expect(fault(type, "'2000073'")?.remedy.hasSuffix("likely 2000073") == true, "\(type)")
    }
    #expect(fault(CivilDate.self, "'2026-11-02'")?.remedy.hasSuffix("likely 2026-11-02") == true)
  }

  @Test(
    "of a long cell the beginning is shown, and how long it is",
    arguments: [
      "x", "é", "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{a0}", "Ã‘", "1,", "9",
    ])
  func long(part: String) throws {
    for type in CellDamageTests.types {
      for count in [100, 3000, 50_000] {
        let text = "7" + String(repeating: part, count: count) + "7"
        guard let fault = fault(type, text) else { continue }
        #expect(fault.found.count < 900, "\(type) \(count)")
        #expect(fault.found.contains("\(text.count) characters"), "\(type): \(fault.found)")
        if count == 50_000 { #expect(fault.remedy.count < 200, "\(type)") }
      }
    }
  }

  @Test("a cell of a million characters is not searched for damage")
  func million() {
    let text = String(repeating: "Ã‘", count: 500_000)
    let clock = ContinuousClock()
    for type in CellDamageTests.types {
      let time = clock.measure { #expect(fault(type, text)?.code == .tooLong, "\(type)") }
      #expect(time < .seconds(5), "\(type)")
    }
  }
}
