import Accounts
import Testing

@testable import AdminCommands

/// A payment or a bill line of many times what the account is billed needs `--accept unusual`.
@Suite("Unusual amounts", .onBothEngines)
struct UnusualAmountsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 2)
    for line in ["B1 A1 --amount 45.23 --on 2026-01-05", "B2 A1 --amount 38 --on 2026-02-05"] {
      try bench.expect("bill add \(line)")
    }
  }

  @Test(
    "are refused at the desk and in a file, with what was probably meant",
    arguments: [
      (
        "payment post", "account,amount,on", ["A1", "4523", "2026-03-05"],
        "4523.00; the largest recent bill of account A1 is 45.23, and 83.23 is owed", "likely 45.23"
      ),
      (
        "payment post", "account,amount,on", ["A1", "1000000", "2026-03-05"],
        "1000000.00; the largest recent bill", "check the decimal point and the account"
      ),
      (
        "bill add", "bill,account,amount,on", ["B3", "A1", "250000", "2026-03-05"],
        "250000.00; the largest recent bill of account A1 is 45.23", "check the decimal point;"
      ),
      (
        "bill add", "bill,account,amount", ["B2", "A1", "-38000"],
        "-38000.00; the largest recent bill", "expected at most 200 times that bill"
      ),
    ])
  func refused(
    _ command: String, _ header: String, _ cells: [String], _ says: String, _ meant: String
  ) throws {
    let options = zip(header.split(separator: ","), cells).map { "--\($0)=\($1)" }
    let single = bench.run(command.split(separator: " ").map(String.init) + options)
    #expect(single.status == .refused, "\(single)")
    let file = try bench.file("in.csv", header + "\n" + cells.joined(separator: ",") + "\n")
    let ofFile = bench.run("\(command) --from \(file)")
    #expect(ofFile.status == .badData, "\(ofFile)")
    for result in [single, ofFile] {
      for words in [says, meant, "`--accept unusual`"] {
        #expect(result.words.contains(words), "\(words): \(result)")
      }
    }
    try bench.expect("\(command) --from \(file) --accept unusual")
  }

  @Test("plausible amounts are accepted")
  func ordinary() throws {
    for line in [
      // A whole year at once, or more.
      "payment post A1 --amount 904.60 --on 2026-03-01",
      "payment post A1 --amount 999.99 --on 2026-03-02", "bill add B3 A1 --amount 999.99",
      // Account A2 has no bills to compare with.
      "payment post A2 --amount 50000 --on 2026-03-01", "bill add B4 A2 --amount 50000",
      "bill add B5 A2 --amount 999999",
    ] {
      let result = try bench.expect(line)
      #expect(!result.words.contains("unusual"), "\(result)")
    }
  }

  @Test("from the third bill on, smaller multiples are unusual, too")
  func usual() throws {
    try bench.expect("bill add B3 A1 --amount 40 --on 2026-03-01")
    let refused = bench.run("bill add B4 A1 --amount 4000 --on 2026-03-05")
    #expect(refused.words.contains("at most 20 times that bill"), "\(refused)")
    #expect(refused.words.contains("likely 40.00"), "\(refused)")
    try bench.expect("bill add B4 A1 --amount=-904.60 --on 2026-03-05")
  }

  @Test("what is owed may be paid, however many bills it takes")
  func arrears() throws {
    let rows = (Int32(10)..<40).map {
      "C\($0),A2,1\($0).00,\(CivilDate(daysSince1970: 20_200 + 7 * $0))\n"
    }
    let file = try bench.file("in.csv", "bill,account,amount,on\n" + rows.joined())
    try bench.expect("bill add --from \(file)")
    let most = bench.run("payment post A2 --amount 3735.01 --on 2026-03-05")
    #expect(most.words.contains("is 139.00, and 3735.00 is owed"), "\(most)")
    try bench.expect("payment post A2 --amount 3735 --on 2026-03-05")
    try bench.expect("store doctor --only unusual_payment")
  }

  @Test("bills of zero are nothing to compare with, for the doctor either")
  func zero() throws {
    let check = "store doctor --only unusual_payment --only unusual_bill"
    for line in [
      "bill add B3 A2 --amount 0 --on 2026-02-05", "payment post A2 --amount 1500 --on 2026-02-06",
      check, "bill add B4 A2 --amount 1200 --on 2026-03-05", check,
    ] { try bench.expect(line) }
  }

  @Test("settings say how much is unusual, and from what amount on")
  func settings() throws {
    for line in [
      "setting set amounts.unusual-from 5000", "payment post A1 --amount 4523 --on 2026-03-05",
      "setting set amounts.max-times-usual 0", "payment post A1 --amount 45230 --on 2026-03-05",
      "setting set amounts.unusual-from 0", "setting set amounts.max-times-usual 2",
    ] { try bench.expect(line) }
    let most = bench.run("bill add B3 A1 --amount 904.61")
    #expect(most.words.contains("expected at most 20 times that bill"), "\(most)")
    try bench.expect("bill add B3 A1 --amount 20")
    let ofMore = bench.run("bill add B4 A1 --amount 91")
    #expect(ofMore.words.contains("expected at most 2 times that bill"), "\(ofMore)")
    try bench.expect("bill add B4 A1 --amount 90")
  }

  @Test("the doctor lists them until they are voided or reversed")
  func doctor() throws {
    for line in [
      "payment post A1 --amount 4523 --on 2026-03-05 --yes",
      "bill add B3 A1 --amount 250000 --on 2026-03-06 --accept unusual",
    ] { try bench.expect(line) }
    let check = "store doctor --only unusual_payment --only unusual_bill --csv --no-header"
    let bill = bench.run(check)
    #expect(
      bill.output.contains(
        "unusual_bill,bill B3,its line 1 is 250000.00; the largest other bill of account A1 is 45.23,"
          + "ubadmin bill void B3 --reason wrong-amount"), "\(bill)")
    try bench.expect("bill void B3 --reason wrong-amount")
    let payment = bench.run(check)
    #expect(
      payment.output.contains("unusual_payment,payment 1,its amount is 4523.00;"), "\(payment)")
    #expect(!payment.output.contains("unusual_bill"), "\(payment)")
    try bench.expect("payment reverse 1 --reason wrong-amount")
    try bench.expect(check)
  }
}
