import Accounts
import Testing

@testable import AdminCommands

/// Days that are said in words, at every entry point. The day of the bench is 2026-03-10.
struct DayFieldsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
    ] { try bench.expect(line) }
  }

  private func stop() throws -> String {
    try bench.expect("service list A1 --fields stop-date --csv --no-header").output
  }

  @Test("yesterday is the city's yesterday, and what was understood is told")
  func command() throws {
    let done = try bench.expect("service stop A1 WATER --on yesterday")
    #expect(done.words.contains("--on yesterday is 2026-03-09"))
    #expect(try stop() == "2026-03-09\n")
  }

  @Test("--from is a day in words where the operation has such a field, and there is no such file")
  func sharedOption() throws {
    let done = try bench.expect("announcement add Flushing Hydrants --from tomorrow")
    #expect(done.words.contains("--from tomorrow is 2026-03-11"), "\(done)")
    let refused = bench.run("announcement add Flushing Hydrants --from tomorow")
    #expect(refused.status == .cannotOpenInput)
    #expect(refused.words.contains("found tomorow, which is neither a day nor a file"))
    #expect(
      try bench.expect("announcement add --help").output.contains("--from takes a day or a file"))
  }

  @Test("a stop without a day is today")
  func today() throws {
    try bench.expect("service stop A1 WATER")
    #expect(try stop() == "2026-03-10\n")
  }

  @Test(
    "a file cannot say days in words, as it would mean others when it comes again",
    arguments: ["today", "Yesterday", "+1w", "-3", "+0", "-120", "3/12"])
  func words(_ word: String) throws {
    let file = try bench.file("in.csv", "account,service,on\nA1,WATER,\(word)\n")
    let refused = bench.run("service stop --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("on: found \(word), expected a date"), "\(refused)")
    #expect(try !stop().contains("2026"))
    let without = try bench.file("out.csv", "account,service\nA1,WATER\n")
    let constant = bench.run("service stop --from \(without) --on=\(word)")
    #expect(constant.status == .usage, "\(constant)")
    #expect(constant.words.contains("--on: found \(word), expected a date"), "\(constant)")
  }

  @Test("a file may leave today out")
  func file() throws {
    let without = try bench.file("out.csv", "account,service\nA1,WATER\n")
    try bench.expect("service stop --from \(without)")
    #expect(try stop() == "2026-03-10\n")
  }

  @Test("a plan keeps the day that was meant, not the word")
  func plan() throws {
    try bench.expect("service stop A1 WATER --on tomorrow --plan-out \(bench.folder)/a.plan")
    #expect(bench.text(of: "a.plan")?.contains("2026-03-11") == true)
    #expect(bench.text(of: "a.plan")?.contains("\"tomorrow\"") == false)
  }

  @Test("a reading of tomorrow is refused")
  func reading() {
    let refused = bench.run("read add M1 --on tomorrow --reading 120")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("later than today, 2026-03-10"))
  }

  @Test(
    "options of lists and reports take the same words",
    arguments: [
      ("payment list --from -1w", "--from -1w is 2026-03-03"),
      ("bill list --due-before tomorrow", "--due-before tomorrow is 2026-03-11"),
      ("read list --to 2/1", "--to 2/1 is 2026-02-01"),
      ("report consumption --from -3m", "--from -3m is 2025-12-10"),
      ("note list --since yesterday", "--since yesterday is 2026-03-09"),
      ("service list --as-of -2w", "--as-of -2w is 2026-02-24"),
    ])
  func options(line: String, told: String) throws {
    #expect(try bench.expect(line).words.contains("note: " + told))
  }

  @Test("a time may be a day in words")
  func since() throws {
    #expect(
      try bench.expect("change list --since today --fields change --csv").output != "change\n")
    #expect(
      try bench.expect("change list --since tomorrow --fields change --csv").output == "change\n")
  }

  @Test("days in words that are reversed are refused with the days that they are")
  func reversed() throws {
    let refused = bench.run("payment list --from today --to yesterday")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("--to 2026-03-09 is before --from 2026-03-10"))
  }
}
