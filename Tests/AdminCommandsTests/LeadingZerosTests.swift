import Accounts
import TestEngines
import Testing

@testable import AdminCommands

@Suite("Zeros that a spreadsheet took", .onBothEngines)
struct LeadingZerosTests {
  @Test("a new number that differs from one on record in leading zeros alone is refused")
  func numbers() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 000777 --name Ana")
    try bench.expect(["location", "add", "00881", "--address", "1 Q St"])
    try bench.expect("meter add 00077 --service WATER --unit GAL")
    try bench.expect("account open 0000881 --cid 000777 --location 00881 --on 2020-01-04")
    for (line, record) in [
      (["customer", "add", "777", "--name", "Ana"], "customer 000777"),
      (["location", "add", "881", "--address", "1 Q St"], "location 00881"),
      (["meter", "add", "77", "--service", "WATER", "--unit", "GAL"], "meter 00077"),
      (
        ["account", "open", "881", "--cid", "000777", "--location", "00881", "--on", "2026-01-04"],
        "account 0000881"
      ),
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .refused, "\(refused)")
      #expect(refused.words.contains("check whether it is \(record)"), "\(refused)")
      try bench.expect(line + ["--accept", "unusual"])
    }
  }

  @Test(
    "a new number that has the form of a date is refused, unless that is confirmed",
    arguments: ["01-01-2001", "1-1-2001"])
  func days(number: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "L1", "--address", "1 Q St"])
    try bench.expect("account open A1 --cid 1 --location L1 --on 2020-01-04")
    let slashes = number.replacing("-", with: "/")
    for line in [
      ["customer", "add", number, "--name", "Bo"], ["location", "add", number, "--address", "Q"],
      ["location", "add", slashes, "--address", "Q"],
      ["meter", "add", number, "--service", "WATER", "--unit", "GAL"],
      ["account", "open", number, "--cid", "1", "--location", "L1", "--on", "2026-01-04"],
      ["bill", "add", number, "A1", "--amount", "5"],
      ["bill", "add", slashes, "A1", "--amount", "7"],
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .refused, "\(refused)")
      #expect(refused.words.contains("which has the form of a date"), "\(refused)")
      try bench.expect(line + ["--accept", "unusual"])
    }
    // It is found by its number afterwards.
    try bench.expect(["bill", "show", slashes])
  }

  @Test(
    "a new number that only resembles a date is taken", arguments: ["2001-13-01", "2001-31-12"])
  func noDays(number: String) throws {
    let bench = try CommandBench()
    for line in [
      ["customer", "add", number, "--name", "Bo"], ["location", "add", number, "--address", "Q"],
      ["meter", "add", number, "--service", "WATER", "--unit", "GAL"],
      ["account", "open", number, "--cid", number, "--location", number, "--on", "2026-01-04"],
      ["bill", "add", number, number, "--amount", "5"],
    ] { try bench.expect(line) }
    // After the year, the month comes first.
    let day = bench.run(["customer", "add", "2001-12-31", "--name", "Bo"])
    #expect(day.status == .badData, "\(day)")
  }

  @Test("of a file's rows, too, and whichever comes first")
  func rows() throws {
    let bench = try CommandBench()
    try bench.file("c.csv", "cid,name\n888,Ana\n00888,Ana\n")
    let refused = bench.run("customer add --from \(bench.folder)/c.csv")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("check whether it is customer 888"), "\(refused)")
  }

  @Test(
    "a route or cycle that differs from one in use in leading zeros alone is refused",
    arguments: ["route", "cycle"])
  func codes(field: String) throws {
    let bench = try CommandBench()
    try bench.expect(["location", "add", "1", "--address", "1 A St", "--\(field)", "001"])
    try bench.expect(["location", "add", "2", "--address", "2 A St", "--\(field)", "001"])
    for line in [
      ["location", "set", "1", "--\(field)", "1"],
      ["location", "add", "3", "--address", "3 A St", "--\(field)", "01"],
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .refused)
      #expect(refused.words.contains("differs from the \(field) 001"), "\(refused)")
    }
    try bench.expect(["location", "set", "1", "--\(field)", "1", "--accept", "unusual"])
    try bench.expect(["location", "set", "2", "--\(field)", "1"])
    try bench.expect(["location", "set", "2", "--\(field)", "2"])
  }

  @Test(
    "a ZIP code without its zeros is refused with the likely one",
    arguments: [
      ("901", "00901"), ("2000", "02000"), ("8001234", "00800-1234"), ("80012345", "08001-2345"),
    ])
  func postalCode(typed: String, likely: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let refused = bench.run("customer set 1 --postal-code \(typed)")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("likely \(likely)"), "\(refused)")
    try bench.expect("customer set 1 --postal-code AU-\(typed)")
  }
}
