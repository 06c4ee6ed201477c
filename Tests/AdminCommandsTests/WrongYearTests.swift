import Accounts
import Testing

@testable import AdminCommands

/// Money that is dated a year ago. The day of the bench is 2026-03-10.
@Suite("Money of the wrong year", .onBothEngines)
struct WrongYearTests {
  let bench: CommandBench
  private static let header = "account,on,amount,method\n"

  init() throws {
    bench = try CommandBench(accounts: 1)
  }

  @Test("payments with last year's number have a note each")
  func lastYear() throws {
    let rows = "A1,2025-03-02,10.00,check\nA1,2026-03-03,20.00,cash\n"
    let posted = try bench.post(Self.header + rows)
    #expect(posted.status == .done, "\(posted)")
    #expect(
      posted.words.contains("2025-03-02 is 373 days before today; check the year"), "\(posted)")
    #expect(!posted.words.contains("2026-03-03 is"), "\(posted)")
  }

  @Test("a setting says how many days back need no note, for bills and reversals, too")
  func setting() throws {
    let note = "days before today; check the year"
    #expect(!bench.run("payment post A1 --amount 5 --on 2025-05-14").words.contains(note))
    #expect(bench.run("payment post A1 --amount 6 --on 2025-05-13").words.contains(note))
    #expect(bench.run("bill add B1 A1 --amount 6 --on 2025-05-12").words.contains(note))
    let late = bench.run("payment reverse 2 --reason bounced --on 2025-05-13")
    #expect(!late.words.contains(note), "\(late)")
    try bench.expect("payment post A1 --amount 7 --on 2025-02-01")
    #expect(
      bench.run("payment reverse 3 --reason bounced --on 2025-03-05").words.contains(note))
    try bench.expect("setting set dates.earliest-days-back 0")
    #expect(!bench.run("bill add B2 A1 --amount 6 --on 2025-01-12").words.contains(note))
  }
}
