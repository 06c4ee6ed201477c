import Accounts
import Testing

@testable import AdminCommands

/// Payments that come again with other days, and with references that were lost, added or shortened: check
/// numbers lose their zeros in a spreadsheet.
@Suite("Files with moved days and other references", .onBothEngines)
struct MovedReferencesTests {
  let bench: CommandBench
  private static let named = """
    account,on,amount,method,reference
    A1,2026-03-02,10.00,check,00412
    A2,2026-03-03,20.00,check,00413
    A2,2026-03-05,31.17,check,00414

    """
  private static let nameless = named.replacing(",reference", with: "")
    .replacing(",00412", with: "").replacing(",00413", with: "").replacing(",00414", with: "")

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private func problems(_ problem: String) -> Int {
    bench.run("store doctor --only \(problem) --csv --no-header").output
      .split(separator: "\n").count
  }

  /// The rows of the day after.
  private static func moved(_ text: String) -> String {
    text.replacing("-05,", with: "-06,").replacing("-03,", with: "-04,")
      .replacing("-02,", with: "-03,")
  }

  @Test("check numbers that lost their zeros are the same checks, on another day, too")
  func zeros() throws {
    #expect(try bench.post(Self.named).status == .done)
    let again = Self.moved(Self.named.replacing(",004", with: ",4"))
    for more in ["", "--skip-known"] {
      let refused = try bench.post(again, more)
      #expect(refused.status == .badData, "\(refused)")
      #expect(refused.words.contains("has the same amount and reference 00412"), "\(refused)")
    }
    #expect(try bench.payments() == 3)
    #expect(try bench.post(again, "--accept unusual").status == .done)
    #expect(problems("repeated_reference") == 3)
  }

  @Test("so are those whose column was left out, or added", arguments: [true, false])
  func column(_ isLeftOut: Bool) throws {
    let (first, second) = (Self.named, Self.nameless)
    #expect(try bench.post(isLeftOut ? first : second).status == .done)
    let again = Self.moved(isLeftOut ? second : first)
    for more in ["", "--skip-known", "--keep-going"] {
      let refused = try bench.post(again, more)
      #expect(refused.status == .conflict, "\(refused)")
      #expect(
        refused.words.contains("3 of 3 rows have the account, amount and method"), "\(refused)")
    }
    #expect(try bench.payments() == 3)
    #expect(try bench.post(again, "--accept unusual").status == .done)
    #expect(problems("repeated_payment") == 3)
  }

  @Test("other check numbers are other checks")
  func others() throws {
    #expect(try bench.post(Self.named).status == .done)
    let others = Self.moved(Self.named.replacing(",004", with: ",5"))
    let posted = try bench.post(others)
    #expect(posted.status == .done, "\(posted)")
    #expect(!posted.words.contains("is also on record"), "\(posted)")
    #expect(try bench.payments() == 6)
    #expect(problems("repeated_reference") + problems("repeated_payment") == 0)
  }

  @Test("a file without days and references is held against payments with references")
  func undated() throws {
    #expect(try bench.post("account,amount,method,reference\nA1,40.00,check,007\n").status == .done)
    bench.day = try CivilDate("2026-03-11")
    for text in [
      "account,amount,method\nA1,40.00,check\n",
      "account,amount,method,reference\nA1,40.00,check,7\n",
    ] {
      let refused = try bench.post(text)
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains("a payment that has not been posted, or its date"), "\(refused)")
    }
    #expect(
      try bench.post("account,amount,method,reference\nA1,40.00,check,8\n").status == .done)
    #expect(try bench.payments() == 2)
  }

  @Test("a check number without its zeros and another amount are told as a correction")
  func correction() throws {
    #expect(try bench.post(Self.named).status == .done)
    let refused = try bench.post(
      "account,on,amount,method,reference\nA1,2026-03-02,1.00,check,412\n")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("payment 1 to account A1 on 2026-03-02, check, is 10.00"))
  }

  private static let header = "account,on,amount,method,reference\n"

  @Test(
    "a check whose day comes with day and month in the other order, or of another year, is the same",
    arguments: [
      ["2026-01-02", "2026-01-03", "2026-02-03"], ["2025-02-01", "2025-03-01", "2025-03-02"],
    ])
  func otherwiseWritten(_ days: [String]) throws {
    func rows(_ days: [String]) -> String {
      Self.header
        + zip(days, 1...).map { day, number in
          "A\(min(number, 2)),\(day),\(number)0.00,check,0041\(number)\n"
        }.joined()
    }
    #expect(try bench.post(rows(["2026-02-01", "2026-03-01", "2026-03-02"])).status == .done)
    let again = rows(days)
    for more in ["", "--skip-known"] {
      let refused = try bench.post(again, more)
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains("20.00; payment 2 of 2026-03-01 to account A2 has the same amount"),
        "\(refused)")
    }
    #expect(try bench.payments() == 3)
    #expect(try bench.post(again.replacing(",0041", with: ",0051")).status == .done)
    #expect(try bench.post(again, "--accept unusual").status == .done)
    #expect(try bench.payments() == 9)
  }

  @Test(
    "payments without a reference whose dates come with day and month in the other order are the same"
  )
  func swappedWithoutReference() throws {
    let header = "account,on,amount,method\n"
    let rows = header + "A1,2026-02-03,13.45,check\nA2,2026-02-04,28.10,card\n"
    #expect(try bench.post(rows).status == .done)
    let swapped = rows.replacing("02-03", with: "03-02").replacing("02-04", with: "04-02")
    bench.day = try CivilDate("2026-12-05")
    for (again, says) in [
      (swapped, "with day and month in the other order"),
      (rows.replacing("2026", with: "2025"), "of a payment of another year"),
    ] {
      let refused = try bench.post(again)
      #expect(refused.status == .conflict, "\(refused)")
      #expect(refused.words.contains(says), "\(refused)")
    }
    #expect(try bench.payments() == 2)
    let flat = header + "A1,2026-10-11,50.00,check\nA2,2026-10-11,50.00,check\n"
    #expect(try bench.post(flat).status == .done)
    let next = try bench.post(flat.replacing("10-11", with: "11-10"))
    #expect(next.status == .done, "\(next)")
  }

  @Test("what is paid each month under one reference is another payment a year later, too")
  func yearly() throws {
    let before = "A1,2025-03-05,10.00,check,AUTO\nA1,2026-02-05,10.00,check,AUTO\n"
    #expect(try bench.post(Self.header + before).status == .done)
    let posted = try bench.post(Self.header + "A1,2026-03-05,10.00,check,AUTO\n")
    #expect(posted.status == .done, "\(posted)")
    #expect(!posted.words.contains("is also on record"), "\(posted)")
  }

  @Test(
    "a reference that comes with every payment tells nothing of one",
    arguments: ["2000226", "ACCT 2000226", "AUTOPAY"])
  func standingReference(_ reference: String) throws {
    try bench.expect("account open 2000226 --cid 1 --location L1 --on 2025-01-01")
    func week(_ day: Int) throws -> CommandBench.Result {
      try bench.post(Self.header + "2000226,2026-03-\(day),35.00,check,\(reference)\n")
    }
    for day in [10, 17, 24] {
      let posted = try week(day)
      #expect(posted.status == .done, "\(posted)")
    }
    #expect(try week(24).words.contains("0 applied"))
    #expect(try bench.payments() == 3)
    let row = "2000226,2026-03-28,20.00,card,\(reference)\n"
    let two = try bench.post(Self.header + row + row)
    #expect(two.words.contains("2 applied"), "\(two)")
  }

  @Test("a plan's number is asked about at the second payment, and not again")
  func planNumber() throws {
    func week(_ day: Int, _ more: String = "") throws -> CommandBench.Result {
      try bench.post(Self.header + "A1,2026-03-\(day),35.00,check,PLAN-17\n", more)
    }
    #expect(try week(10).status == .done)
    #expect(try week(17).status == .badData)
    #expect(try week(17, "--accept unusual").status == .done)
    #expect(try week(24).status == .done)
  }

  @Test("payments that name two bills are two payments; one without a bill may be for any")
  func bills() throws {
    for (number, account) in zip(1..., ["A1", "A1", "A2", "A2"]) {
      try bench.expect("bill add B\(number) \(account) --amount \(number)50 --on 2026-02-01")
    }
    let header = "account,bill,on,amount,method\n"
    func rows(_ first: String, _ second: String, on day: String) -> String {
      "A1,\(first),\(day),20.00,check\nA2,\(second),\(day),20.00,check\n"
    }
    #expect(try bench.post(header + rows("B1", "B3", on: "2026-03-02")).status == .done)
    let sameDay = try bench.post(header + rows("B2", "B4", on: "2026-03-02"))
    #expect(sameDay.status == .conflict, "\(sameDay)")
    #expect(
      sameDay.words.contains(
        "2 of 2 rows have the account, amount and method of a payment of the same day"),
      "\(sameDay)")
    #expect(
      try bench.post(header + rows("B2", "B4", on: "2026-03-02"), "--accept unusual").status
        == .done)
    #expect(problems("doubled_payment") == 0)
    let known = try bench.post(header + rows("", "", on: "2026-03-02"))
    #expect(known.status == .badData, "\(known)")
    for again in [rows("B1", "B3", on: "2026-03-05"), rows("", "", on: "2026-03-05")] {
      let refused = try bench.post(header + again)
      #expect(refused.status == .conflict, "\(refused)")
    }
    #expect(
      try bench.post(header + rows("B1", "B3", on: "2026-03-05"), "--accept unusual").status
        == .done)
    #expect(problems("repeated_payment") == 2)
  }

  @Test("installments of two bills within a week are two payments")
  func installments() throws {
    try bench.expect("bill add B1 A1 --amount 50 --on 2026-02-01")
    try bench.expect("bill add B2 A1 --amount 60 --on 2026-02-01")
    let rows = "account,bill,on,amount,method\nA1,B1,2026-03-02,20.00,check\n"
    #expect(try bench.post(rows).status == .done)
    let next = rows.replacing("B1,2026-03-02", with: "B2,2026-03-05")
    let posted = try bench.post(next)
    #expect(posted.status == .done, "\(posted)")
    #expect(!posted.words.contains("is also on record"), "\(posted)")
    #expect(problems("repeated_payment") == 0)
  }
}
