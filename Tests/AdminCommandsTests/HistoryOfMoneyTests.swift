import AdminCommands
import Testing

/// The day of the bench is 2026-03-10.
@Suite("The history of a bill, a payment and a location", .onBothEngines)
struct HistoryOfMoneyTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
      "bill add B1 A1 --on 2026-02-05 --amount 40",
      "payment post A1 --on 2026-02-20 --amount 15 --method check --reference 77",
      "payment reverse 1 --on 2026-02-27 --reason bounced",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("history \(line)")
  }

  @Test("of a bill has its lines, what pays it, and what became of it")
  func bill() throws {
    let bill = "2026-02-05,\"bill of account A1, due 2026-02-26\",40.00,pat"
    #expect(try rows("bill B1 --event bill --fields on,what,amount,by") == [bill])
    bench.operatorName = "sam"
    try bench.expect("bill add B1 A1 --service SEWER --amount 2")
    try bench.expect("bill void B1 --reason wrong --yes")
    #expect(
      try rows("bill B1 --event line --fields on,what,amount")
        == ["2026-02-05,\"line 2, SEWER\",2.00", "2026-02-05,line 1,40.00"])
    #expect(
      try rows("bill B1 --event payment --fields on,what,amount,by") == [
        "2026-02-27,payment 1 is reversed: bounced,15.00,pat",
        "2026-02-20,payment 1 applied,15.00,pat",
      ])
    let own = try rows("bill B1 --event bill --fields what,by")
    #expect(own.count == 3)
    #expect(own.first == "void: wrong,sam")
    #expect(own[1].hasPrefix("total changed by change "))
    #expect(try bench.expect("history B1 --csv") == bench.expect("history bill B1 --csv"))
    #expect(bench.run("history bill B9").status == .notFound)
  }

  @Test("of a payment has the bills that it was applied to, and the account that it was moved from")
  func payment() throws {
    #expect(
      try rows("payment 1 --to 2026-02-28 --fields on,event,what,amount") == [
        "2026-02-27,payment,reversed: bounced,15.00",
        "2026-02-27,bill,no longer applied to bill B1,15.00",
        "2026-02-20,payment,\"check 77, account A1\",15.00",
        "2026-02-20,bill,applied to bill B1,15.00",
      ])
    for line in [
      "account open A2 --cid 2 --location L1 --on 2026-01-01",
      "payment post A2 --on 2026-03-02 --amount 4", "note add payment 2 Odd",
    ] { try bench.expect(line) }
    bench.operatorName = "sam"
    try bench.expect("payment move 2 --to A1 --reason wrong")
    let moved = try rows("payment 2 --fields event,what,by")
    #expect(moved.contains("payment,moved from account A2,sam"), "\(moved)")
    #expect(moved.contains("note,Odd,pat"), "\(moved)")
    #expect(moved.filter { $0.hasPrefix("change,") }.count == 2, "\(moved)")
  }

  @Test("of a location has what happened at it, whoever lived there")
  func location() throws {
    for line in [
      "account open A2 --cid 2 --location L1 --on 2026-01-01",
      "note add location L1 Dog", "location set L1 --address Elm",
    ] { try bench.expect(line) }
    #expect(
      try rows("location L1 --event account --fields on,what,by")
        == ["2026-01-01,account A2 opened,pat", "2025-09-01,account A1 opened,pat"])
    #expect(
      try rows("location L1 --event move --fields what") == [
        "\"account A2: customer 2 in, owner\"", "\"account A1: customer 1 in, owner\"",
      ])
    #expect(try rows("location L1 --event service --fields what") == ["account A1: WATER starts"])
    #expect(
      try rows("location L1 --event meter --fields what")
        == ["\"account A1, meter M1: meter installed\""])
    #expect(try rows("location L1 --event note --fields what,by") == ["Dog,pat"])
    let changes = try rows("location L1 --event change --fields what")
    #expect(changes.count == 5, "\(changes)")
    #expect(changes.contains("ubadmin change show 3"))
    #expect(bench.run("history location L1 --event bill").status == .badData)
  }
}
