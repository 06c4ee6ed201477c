import Accounts
import Testing

@testable import AdminCommands

/// Bills that come again with other numbers and other days.
@Suite("Bills with moved days", .onBothEngines)
struct MovedBillsTests {
  let bench: CommandBench
  private static let rows = """
    B1,A1,2026-03-02,41.80
    B1,A1,2026-03-02,28.15
    B2,A2,2026-03-02,52.10

    """

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private func add(
    _ rows: String, _ more: String = "", header: String = "bill,account,on,amount"
  ) throws -> CommandBench.Result {
    let file = try bench.file("bills.csv", header + "\n" + rows)
    return bench.run("bill add --from \(file) \(more)")
  }

  private func bills() throws -> Int {
    try bench.expect("bill list --fields bill --csv --no-header").output
      .split(separator: "\n").count
  }

  /// The same bills under other numbers, so many days later.
  private static func moved(_ rows: String, by days: Int) throws -> String {
    let day = try CivilDate("2026-03-02")
    return rows.replacing("B", with: "C").replacing("\(day)", with: "\(day.adding(days: days))")
  }

  @Test("bills without service and period that come again some days off are refused as a whole")
  func moved() throws {
    #expect(try add(Self.rows).status == .done)
    for days in [1, -3, 6] {
      let moved = try Self.moved(Self.rows, by: days)
      for more in ["", "--skip-known", "--keep-going", "--plan-out \(bench.folder)/p"] {
        let refused = try add(moved, more)
        #expect(refused.status == .conflict, "\(more): \(refused)")
        #expect(
          refused.words.contains("3 of 3 rows have the account and amount of a bill of a few days"),
          "\(refused)")
        #expect(refused.words.contains("like line 1 of bill B1 of 2026-03-02"), "\(refused)")
        #expect(refused.words.contains("if these are other bills"), "\(refused)")
      }
    }
    #expect(try bills() == 2)
    let moved = try Self.moved(Self.rows, by: 1)
    #expect(try add(moved, "--dry-run").words.contains("note: "))
    #expect(try add(moved, "--accept unusual").status == .done)
    #expect(try bills() == 4)
  }

  @Test("so are bills whose periods moved with their days, and those of a file without days")
  func periods() throws {
    let header = "bill,account,on,amount,service,from,to"
    let rows = """
      B1,A1,2026-03-02,41.80,WATER,2026-02-01,2026-02-28
      B2,A2,2026-03-02,52.10,WATER,2026-02-01,2026-02-28

      """
    #expect(try add(rows, header: header).status == .done)
    let moved = rows.replacing("B", with: "C").replacing("2026-03-02", with: "2026-03-07")
      .replacing("2026-02-01", with: "2026-02-06").replacing("2026-02-28", with: "2026-03-05")
    let refused = try add(moved, header: header)
    #expect(refused.status == .conflict, "\(refused)")
    let bare = "D1,A1,41.80\nD2,A2,52.10\n"
    bench.day = try CivilDate("2026-03-05")
    #expect(try add(bare, header: "bill,account,amount").status == .conflict)
    #expect(try bills() == 2)
  }

  @Test("a flat charge without service a few days after bills that have one is another charge")
  func flatCharge() throws {
    let rows = """
      B1,A1,2026-03-02,15.00,SEWER
      B2,A2,2026-03-02,15.00,SEWER
      B3,A1,2026-03-02,41.80,WATER

      """
    #expect(try add(rows, header: "bill,account,on,amount,service").status == .done)
    let trash = "T1,A1,2026-03-05,15.00\nT2,A2,2026-03-05,15.00\nT3,A2,2026-03-05,15.00\n"
    let added = try add(trash)
    #expect(added.status == .done, "\(added)")
  }

  @Test("bills whose dates come with day and month in the other order are the same bills")
  func swappedDates() throws {
    let rows = """
      B1,A1,2026-02-03,41.80,WATER,2026-01-02,2026-02-02
      B2,A2,2026-02-03,52.10,WATER,2026-01-02,2026-02-02

      """
    #expect(try add(rows, header: Self.header).status == .done)
    let swapped = rows.replacing("B", with: "C").replacing("2026-02-03", with: "2026-03-02")
      .replacing("2026-01-02", with: "2026-02-01")
    let refused = try add(swapped, header: Self.header)
    #expect(refused.status == .conflict, "\(refused)")
    #expect(
      refused.words.contains(
        "2 of 2 rows have the account and amount of a bill of the date with day and month in the other"
      ),
      "\(refused)")
    #expect(try bills() == 2)
    let noted = bench.run(
      "bill add C1 A1 --on 2026-03-02 --amount 41.80 --service WATER --from 2026-02-01 --to 2026-02-02"
    )
    #expect(
      noted.words.contains(
        "line 1 of bill B1 of 2026-02-03, with the same amount, is also on record"),
      "\(noted)")
  }

  @Test("the next month's bills of mirrored dates are added if their due dates are not mirrored")
  func mirroredRuns() throws {
    let header = "bill,account,on,due,amount"
    bench.day = try CivilDate("2026-10-12")
    let september = "S1,A1,2026-09-10,2026-10-01,27.00\nS2,A2,2026-09-10,2026-10-01,31.00\n"
    #expect(try add(september, header: header).status == .done)
    let october = "O1,A1,2026-10-09,2026-10-30,27.00\nO2,A2,2026-10-09,2026-10-30,31.00\n"
    let added = try add(october, header: header)
    #expect(added.status == .done, "\(added)")
  }

  @Test("a bill that is due a quarter after its date is unusual")
  func lateDue() throws {
    let refused = try add(
      "B1,A1,2026-02-03,2026-05-07,41.80\n", header: "bill,account,on,due,amount")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("93 days after the bill date 2026-02-03"), "\(refused)")
    try bench.expect("setting set bill.max-due-days 93")
    try bench.expect("setting set bill.due-days 93")
    let others = try add("B2,A1,2026-02-04,9.00\n")
    #expect(others.status == .done, "\(others)")
    let added = try add("B1,A1,2026-02-03,2026-05-07,41.80\n", header: "bill,account,on,due,amount")
    #expect(added.status == .done, "\(added)")
  }

  @Test("a bill that was corrected as it is told is unchanged when the corrected file comes again")
  func correctedTwice() throws {
    let header = "bill,account,on,amount,service"
    #expect(try add("B1,A1,2026-02-03,60.44,WATER\n", header: header).status == .done)
    func correct(_ amount: String) throws -> CommandBench.Result {
      try add("B1,A1,2026-02-03,\(amount),WATER\n", header: header)
    }
    let told = try correct("67.44")
    #expect(told.words.contains("--amount 7.00 --accept unusual"), "\(told)")
    try bench.expect("bill add B1 A1 --service WATER --amount 7.00 --accept unusual")
    let same = try correct("67.44")
    #expect(same.words.contains("1 unchanged"), "\(same)")
    let further = try correct("65.00")
    #expect(further.words.contains("bill B1 has 67.44 in 2 lines"), "\(further)")
    #expect(further.words.contains("--amount -2.44 --accept unusual"), "\(further)")
  }

  @Test("bills of the next week, of other amounts, and a single one are added")
  func others() throws {
    #expect(try add(Self.rows).status == .done)
    #expect(try add(Self.moved(Self.rows, by: 7)).status == .done)
    let next = "D1,A1,2026-03-03,41.80\nD2,A2,2026-03-03,52.11\nD3,A2,2026-03-03,9.50\n"
    let added = try add(next)
    #expect(added.status == .done, "\(added)")
    #expect(
      added.words.contains(
        "line 1 of bill B1 of 2026-03-02, with the same amount, is also on record"),
      "\(added)")
    #expect(try bills() == 7)
  }

  private func repeatedBills() -> String {
    bench.run("store doctor --only repeated_bill --csv --no-header --fields hint").output
  }

  private static let header = "bill,account,on,amount,service,from,to"
  private static let few = """
    B1,A1,2026-03-02,41.80,WATER,2026-02-01,2026-02-28
    B2,A2,2026-03-02,52.10,WATER,,
    B3,A2,2026-03-02,7.00,,,
    B4,A2,2026-03-04,7.00,,,

    """

  @Test("the doctor finds bills of two files that are alike, a few days apart")
  func doctor() throws {
    #expect(try add(Self.few, header: Self.header).status == .done)
    #expect(repeatedBills().isEmpty)
    let again = "C1,A1,2026-03-05,41.80,WATER,2026-02-04,2026-03-03\nC2,A2,2026-03-05,52.10,,,\n"
    #expect(try add(again, "--accept unusual", header: Self.header).status == .done)
    #expect(
      repeatedBills() == "ubadmin bill void C1 --reason billed-twice\n"
        + "ubadmin bill void C2 --reason billed-twice\n")
    try bench.expect("bill void C1 --reason billed-twice")
    try bench.expect("bill void C2 --reason billed-twice")
    #expect(repeatedBills().isEmpty)
  }

  @Test("bills of other services and periods are not the same for the doctor")
  func otherBills() throws {
    #expect(try add(Self.few, header: Self.header).status == .done)
    let others =
      "C1,A1,2026-03-05,41.80,WATER,2026-03-01,2026-03-05\n"
      + "C2,A2,2026-03-05,52.10,SEWER,,\n"
    #expect(try add(others, "--accept unusual", header: Self.header).status == .done)
    #expect(repeatedBills().isEmpty)
  }
}
