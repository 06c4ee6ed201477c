import Accounts
import Testing

@testable import AdminCommands

/// Payments that were moved to the right account since: the file that they came from still has the wrong one, and
/// may come again with other days. And references and days that a spreadsheet changed together.
@Suite("Files of payments that were moved since", .onBothEngines)
struct MovedPaymentsTests {
  let bench: CommandBench
  private static let header = "account,on,amount,method\n"
  private static let rows = "A1,2026-02-03,10.00,check\nA2,2026-02-04,20.00,card\n"

  init() throws {
    bench = try CommandBench(accounts: 3)
  }

  private func postAndMove(_ text: String) throws {
    #expect(try bench.post(text).status == .done)
    for number in 1...2 { try bench.expect("payment move \(number) --to A3 --reason misposted") }
  }

  @Test("other days, or day and month in the other order, do not hide that they were posted")
  func otherDays() throws {
    try postAndMove(Self.header + Self.rows)
    bench.day = try CivilDate("2026-12-05")
    for (second, fourth) in [("02-05", "02-06"), ("01-30", "02-01"), ("03-02", "04-02")] {
      let again = Self.rows.replacing("02-04", with: fourth).replacing("02-03", with: second)
      for more in ["", "--skip-known"] {
        let refused = try bench.post(Self.header + again, more)
        #expect(refused.status == .conflict, "\(again): \(refused)")
        #expect(
          refused.words.contains("2 of 2 rows have the account, amount and method"), "\(refused)")
      }
      let shown = try bench.post(Self.header + again, "--dry-run")
      #expect(shown.words.contains("2026-02-03, was moved to account A3"), "\(shown)")
    }
    #expect(try bench.payments() == 2)
    let others = Self.rows.replacing("0.00", with: "1.00")
    #expect(try bench.post(Self.header + others).status == .done)
  }

  @Test("nor does the bill that the file names")
  func bills() throws {
    try bench.expect("bill add B1 A1 --amount 10 --on 2026-02-01")
    try bench.expect("bill add B2 A2 --amount 20 --on 2026-02-01")
    let header = "account,on,amount,method,bill\n"
    func rows(_ first: String, _ second: String) -> String {
      header + "A1,\(first),10.00,check,B1\nA2,\(second),20.00,card,B2\n"
    }
    try postAndMove(rows("2026-02-03", "2026-02-04"))
    let refused = try bench.post(rows("2026-02-04", "2026-02-05"))
    #expect(refused.status == .conflict, "\(refused)")
  }

  @Test("with a reference, each is told, and what to do with its row")
  func references() throws {
    let header = "account,on,amount,method,reference\n"
    let rows = "A1,2026-02-03,10.00,check,5101\nA2,2026-02-04,20.00,check,5102\n"
    try postAndMove(header + rows)
    for (third, fourth) in [("2026-02-09", "2026-02-10"), ("2026-03-02", "2025-02-04")] {
      let again = rows.replacing("2026-02-04", with: fourth).replacing("2026-02-03", with: third)
      let refused = try bench.post(header + again)
      #expect(refused.status == .badData, "\(refused)")
      for (number, reference) in [(1, 5101), (2, 5102)] {
        #expect(
          refused.words.contains(
            "payment \(number) of 2026-02-0\(number + 2), moved to account A3, has the same amount and "
              + "reference \(reference)"), "\(refused)")
      }
      #expect(refused.words.contains("leave this row out"), "\(refused)")
      #expect(!refused.words.contains("payment reverse"), "\(refused)")
    }
    #expect(try bench.payments() == 2)
  }

  @Test("a file without days that comes again on the next day is held against them, too")
  func undated() throws {
    let text = "account,amount,method\nA1,10.00,check\nA2,20.00,card\n"
    try postAndMove(text)
    bench.day = try CivilDate("2026-03-11")
    let refused = try bench.post(text + "A3,5.00,cash\n")
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains("payment 1 of 2026-03-10, moved to account A3, has the same amount"),
      "\(refused)")
  }

  @Test(
    "check numbers without their zeros whose day and month are swapped as well are the same checks")
  func zerosAndDays() throws {
    let header = "account,on,amount,method,reference\n"
    let rows = "A1,2026-02-03,10.00,check,00411\nA2,2026-02-04,10.00,check,00412\n"
    #expect(try bench.post(header + rows).status == .done)
    bench.day = try CivilDate("2026-12-05")
    let swapped = rows.replacing("02-03", with: "03-02").replacing("02-04", with: "04-02")
    let again = header + swapped.replacing(",004", with: ",4")
    for more in ["", "--skip-known", "--keep-going"] {
      let refused = try bench.post(again, more)
      #expect(refused.status == .conflict, "\(refused)")
      #expect(refused.words.contains("with day and month in the other order"), "\(refused)")
    }
    #expect(try bench.post(header + swapped.replacing(",004", with: ",5")).status == .done)
    #expect(try bench.post(again, "--accept unusual").status == .done)
    #expect(try bench.payments() == 6)
  }

  @Test("a payment that is typed is told of an equal one a few days before or after")
  func typed() throws {
    func typed(_ more: String) throws -> String {
      try bench.expect("payment post A1 \(more)").words
    }
    let note = "payment 1 of the same amount, of 2026-03-04, is also on record"
    #expect(try !typed("--amount 10 --on 2026-03-04 --method check").contains("note:"))
    #expect(try typed("--amount 10 --method check").contains(note))
    for other in [
      "--amount 10 --method cash", "--amount 11 --on 2026-03-05 --method check",
      "--amount 10 --on 2026-02-20 --method check",
    ] {
      let words = try typed(other)
      #expect(!words.contains("is also on record"), "\(words)")
    }
    try bench.expect("payment move 1 --to A2 --reason misposted")
    let moved = try typed("--amount 10 --on 2026-02-28 --method check")
    #expect(moved.contains("2026-03-04, was moved to account A2"), "\(moved)")
    let meant = try typed("--amount 10 --on 2026-03-01 --method check --accept unusual")
    #expect(!meant.contains("of the same amount"), "\(meant)")
  }
}
