import Accounts
import Testing

@testable import AdminCommands

/// What is more likely an error of typing than right is refused at every entry point, unless it is accepted.
@Suite("Plausibility", .onBothEngines)
struct PlausibilityTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 1)
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-09-01 --meter M1 --reading 100",
      "read add M1 --on 2025-10-01 --reading 900", "read add M1 --on 2025-11-01 --reading 1700",
      "read add M1 --on 2025-12-01 --reading 2500", "read add M1 --on 2026-01-01 --reading 3300",
    ] { try bench.expect(line) }
  }

  /// A command line, the same words as a row of a file, and what is odd.
  struct Odd: Sendable, CustomTestStringConvertible {
    let verb: String
    /// Words of the command line; `--` begins an option.
    let words: String
    let says: String
    var testDescription: String { "\(verb) \(words)" }

    /// A file of one row.
    var file: String {
      var names: [String] = []
      var cells: [String] = []
      let arguments = ["payment post": "account", "read add": "meter", "bill add": "bill"]
      for word in words.split(separator: " ").map(String.init) {
        if word.hasPrefix("--") {
          names.append(String(word.dropFirst(2)))
        } else {
          if cells.count == names.count {
            names.append(cells.isEmpty ? arguments[verb] ?? "" : "account")
          }
          cells.append(word)
        }
      }
      return names.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n"
    }
  }

  static let odd = [
    Odd(
      verb: "read add", words: "M1 --on 2026-02-01 --reading 48300",
      says: "55 times the usual month of 787 GAL"),
    Odd(
      verb: "read add", words: "M1 --on 2026-02-01 --consumption 1.200",
      says: "1.200; the usual month is 787 GAL"),
    Odd(
      verb: "payment post", words: "A1 --amount 5 --on 1926-03-01",
      says: "in the year 1926"),
    Odd(
      verb: "payment post", words: "A1 --amount 5 --on 2062-03-01",
      says: "likely 2026-03-01"),
    Odd(
      verb: "payment post", words: "A1 --amount 5 --on 2024-03-01",
      says: "before account A1 was opened on 2025-01-01"),
    Odd(verb: "payment post", words: "A1 --amount 5 --on 2027-03-01", says: "days after today"),
    Odd(
      verb: "bill add", words: "B1 A1 --amount 5 --on 2026-03-01 --from 2021-02-01 --to 2021-02-28",
      says: "before the account was opened"),
    Odd(
      verb: "bill add", words: "B1 A1 --amount 5 --on 2026-03-01 --from 2025-01-01 --to 2026-02-28",
      says: "a period of 424 days"),
    Odd(
      verb: "bill add", words: "B1 A1 --amount 5 --on 2026-03-01 --due 2027-12-01",
      says: "640 days after the bill date"),
  ]

  @Test("a command refuses what is odd and says what it is, until it is accepted", arguments: odd)
  func single(_ odd: Odd) throws {
    let line = "\(odd.verb) \(odd.words)"
    let refused = bench.run(line)
    #expect(refused.status == .refused)
    #expect(refused.words.contains(odd.says), "\(refused)")
    #expect(refused.words.contains("--accept unusual"))
    #expect(bench.run(line + " --dry-run").status == .refused)
    #expect(bench.run(line + " --dry-run --yes").status == .done)
    #expect(bench.run(line + " --accept unusual").status == .done)
  }

  @Test("so does a row of a file, alone of its file", arguments: odd)
  func bulk(_ odd: Odd) throws {
    let file = try bench.file("odd.csv", odd.file)
    let rejects = bench.folder + "/rejects.csv"
    let refused = bench.run("\(odd.verb) --from \(file) --keep-going --rejects \(rejects)")
    #expect(refused.status == .someRowsFailed)
    #expect(refused.words.contains(odd.says), "\(refused)")
    #expect(refused.words.contains("--accept unusual"))
    #expect(bench.text(of: "rejects.csv")?.contains(",unusual,") == true)
    #expect(bench.run("\(odd.verb) --from \(file) --accept unusual").status == .done)
  }

  @Test("so does a script, and a plan holds what was accepted", arguments: odd)
  func scriptAndPlan(_ odd: Odd) throws {
    let line = "\(odd.verb) \(odd.words)"
    let plan = bench.folder + "/odd.plan"
    #expect(bench.run([], input: line + "\n").status == .refused)
    #expect(bench.run("\(line) --plan-out \(plan)").status == .refused)
    try bench.expect("\(line) --plan-out \(plan) --accept unusual")
    try bench.expect("plan apply \(plan)")
  }

  @Test(
    "a payment of long before the bill that it names is refused, one of some days before is not")
  func paymentBeforeBill() throws {
    try bench.expect("bill add B1 A1 --amount 77 --on 2026-03-01")
    let odd = "payment post A1 --bill B1 --amount 5 --on 2025-03-01"
    let refused = bench.run(odd)
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.words.contains("365 days before bill B1 of 2026-03-01"), "\(refused)")
    let file = try bench.file("p.csv", "account,bill,amount,on\nA1,B1,5,2025-03-01\n")
    #expect(bench.run("payment post --from \(file)").status == .badData)
    try bench.expect("\(odd) --accept unusual")
    try bench.expect("payment post A1 --bill B1 --amount 6 --on 2026-02-20")
  }

  @Test("a year that no record can have is named")
  func impossibleYear() {
    let refused = bench.run("payment post A1 --amount 5 --on 0026-03-01 --accept unusual")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("the year 0026"))
    #expect(refused.words.contains("likely 2026"))
  }

  @Test(
    "a usage is odd from the first unit above the limit",
    arguments: [("3934", nil), ("3937", "5.1 times")])
  func limit(_ usage: String, _ says: String?) throws {
    let result = bench.run("read add M1 --on 2026-01-31 --consumption \(usage)")
    #expect((result.status == .done) == (says == nil), "\(result)")
    if let says { #expect(result.words.contains(says), "\(result)") }
  }

  @Test("settings say what is odd")
  func settings() throws {
    try bench.expect("setting set dates.earliest 1920-01-01")
    try bench.expect("setting set read.max-times-usual 0")
    try bench.expect("account open A2 --cid 1 --location L1 --on 1926-03-01")
    try bench.expect("payment post A2 --amount 5 --on 1926-03-01")
    try bench.expect("read add M1 --on 2026-02-01 --reading 48300")
  }

  @Test("an ordinary month passes without a word")
  func ordinary() throws {
    #expect(
      bench.run("read add M1 --on 2026-02-01 --reading 5000").words.contains("usual") == false)
    try bench.expect("payment post A1 --amount 5 --on 2026-03-01")
    try bench.expect("bill add B1 A1 --amount 5 --on 2026-03-01 --from 2026-02-01 --to 2026-02-28")
  }

  @Test("the doctor lists what was accepted or came before")
  func doctor() throws {
    for line in [
      "read add M1 --on 2026-02-01 --reading 48300 --yes",
      "payment post A1 --amount 5 --on 2024-03-01 --yes",
      "payment post A1 --amount 6 --on 1926-03-01 --yes",
      "bill add B1 A1 --amount 5 --on 2026-03-01 --from 2021-02-01 --to 2021-02-28 --yes",
    ] { try bench.expect(line) }
    let found = bench.run("store doctor --csv --no-header")
    #expect(found.status == .refused)
    for line in [
      "unusual_read,meter M1,\"2026-02-01: a usage of 45000 GAL, 55 times",
      "payment_before_account,payment 1,\"posted on 2024-03-01",
      "unusual_date,payment 2,\"posted: 1926-03-01, in the year 1926\"",
      "unusual_bill_period,bill B1,",
    ] { #expect(found.output.contains(line), "\(found)") }
  }

  @Test("the doctor lists a payment far ahead, and nothing of what was taken back")
  func futureAndReversed() throws {
    for line in [
      "payment post A1 --amount 5 --on 2026-08-20 --yes",
      "payment post A1 --amount 6 --on 1926-03-01 --yes",
      "payment reverse 2 --reason wrong-date",
    ] { try bench.expect(line) }
    let found = bench.run("store doctor --csv --no-header")
    #expect(found.output.contains("payment_in_future,payment 1,"), "\(found)")
    #expect(!found.output.contains("payment 2"), "\(found)")
    try bench.expect("payment reverse 1 --reason wrong-date")
    #expect(bench.run("store doctor --csv --no-header").output.isEmpty)
  }

  @Test("the doctor lists payments that look doubled, with the command that reverses one")
  func doubled() throws {
    for line in [
      "payment post A1 --amount 5 --on 2026-03-01 --method cash",
      "payment post A1 --amount 5 --on 2026-03-01 --method cash",
      "payment post A1 --amount 7 --on 2026-03-01 --method check --reference 1",
      "payment post A1 --amount 7 --on 2026-03-01 --method check --reference 2",
      "payment post A1 --amount 8 --on 2026-03-01 --method cash",
      "payment post A1 --amount 8 --on 2026-03-01 --method check",
    ] { try bench.expect(line) }
    let looked = "store doctor --only doubled_payment --csv --no-header --fields hint"
    #expect(
      bench.run(looked).output == "ubadmin payment reverse 2 --reason posted-twice\n")
    try bench.expect("payment reverse 2 --reason posted-twice")
    #expect(bench.run(looked).output == "")
  }
}
