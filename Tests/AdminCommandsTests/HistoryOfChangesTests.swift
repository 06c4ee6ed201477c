import Accounts
import Testing

@testable import Reports

/// The day of the bench is 2026-03-10.
@Suite("What a history has from the journal", .onBothEngines)
struct HistoryOfChangesTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "location add L2 --address Oak", "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "account open A2 --cid 2 --location L2 --on 2025-09-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("history \(line) -q")
  }

  /// The numbers of the changes, the last first.
  private func changes(_ record: String) throws -> [Int] {
    try rows("\(record) --event change --fields what").compactMap {
      // `ubadmin change show 9 --at 9`
      $0.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
    }
  }

  @Test("a payment that was moved away is in the history of both accounts, up to the move")
  func moved() throws {
    for line in [
      "payment post A1 --on 2026-02-20 --amount 15 --method check --reference 77",
      "payment move 1 --to A2 --reason wrong", "payment reverse 1 --reason bounced",
    ] { try bench.expect(line) }
    #expect(try changes("account A1") == [10, 9, 8, 5])
    #expect(try changes("account A2") == [11, 10, 9, 6])
    #expect(try bench.expect("account show A1").output.contains("payment move"))
    #expect(try changes("account A1 --at 9") == [9, 8, 5])
    #expect(try rows("account A1 --event payment --fields what --at 9") == ["check 77"])
  }

  @Test("so is a suspension that was undone")
  func undoneSuspension() throws {
    try bench.expect("service suspend A1 WATER --on 2026-03-01 --reason nonpayment")
    try bench.expect("change undo --yes")
    #expect(try changes("account A1") == [10, 9, 8, 5])
    #expect(try changes("service A1/WATER") == [10, 9, 8])
  }

  @Test("a request whose assignment was undone was never closed")
  func unassigned() throws {
    for line in [
      "user register a@example.com --first A --last B", "user activate a@example.com",
      "link add a@example.com A1 --cid 1",
      "request add --email a@example.com --account A1 --subject Leak --text Wet",
      "request assign 1 --to bea", "change undo --yes",
    ] { try bench.expect(line) }
    let said = try rows("account A1 --event request --fields what")
    #expect(!said.contains("request 1 is open again"), "\(said)")
    #expect(said.contains("request 1 is no longer assigned"), "\(said)")
  }

  @Test("so is a note that was undone, in the history of its record alone")
  func undoneNote() throws {
    for line in [
      "note add account A1 Gate", "change undo --yes", "note add customer 1 Dog",
      "note add meter M1 Pit", "change undo --yes",
    ] { try bench.expect(line) }
    #expect(try changes("account A1") == [10, 9, 8, 5])
    #expect(try changes("meter M1") == [13, 12, 8, 7])
    #expect(try changes("customer 2") == [6, 2])
    #expect(try rows("account A1 --event note") == [])
  }

  @Test("what was undone is in the history of whatever it belonged to")
  func undone() throws {
    for line in [
      "payment post A1 --amount 9", "change undo --yes",
      "user register a@example.com --first A --last B", "user activate a@example.com",
      "link add a@example.com A1 --cid 1", "change undo --yes",
      "meter add M2 --service WATER --dials 6",
      "meter install M2 A1 --on 2026-02-01 --reading 5", "change undo --yes",
    ] { try bench.expect(line) }
    #expect(try changes("account A1") == [17, 16, 14, 13, 10, 9, 8, 5])
    #expect(try changes("customer 1") == [14, 13, 5, 1])
    #expect(try changes("user a@example.com") == [14, 13, 12, 11])
    #expect(try changes("meter M2") == [17, 16, 15])
    #expect(try changes("service A1/WATER") == [17, 16, 8])
    #expect(try changes("account A2") == [6])
  }

  @Test("reads that were added, voided or undone one by one are there, with who added them")
  func reads() throws {
    try bench.expect("read add M1 --on 2025-12-01 --reading 2000")
    bench.operatorName = "sam"
    for line in [
      "read void M1 --on 2025-12-01 --reason typo", "read add M1 --on 2026-01-01 --reading 3000",
      "change undo --yes",
    ] { try bench.expect(line) }
    #expect(try changes("meter M1") == [12, 11, 10, 9, 8, 7])
    #expect(try changes("account A1") == [12, 11, 10, 9, 8, 5])
    #expect(try changes("service A1/WATER") == [12, 11, 10, 9, 8])
    #expect(try changes("account A2") == [6])
    let read = "--event read --fields on,by"
    #expect(try rows("meter M1 \(read)") == ["2025-12-01,pat", "2025-11-01,pat"])
    #expect(try rows("account A1 \(read)") == ["2025-12-01,pat", "2025-11-01,pat"])
  }

  @Test("a large file of reads is not listed for each meter")
  func largeFile() throws {
    let first = try CivilDate("2025-11-02")
    let lines = (0..<60).map { "M1,\(first.adding(days: $0)),\(1010 + 10 * $0)\n" }
    let file = try bench.file("reads.csv", "meter,on,reading\n" + lines.joined())
    try bench.expect("read add --from \(file)")
    #expect(try changes("meter M1") == [8, 7])
    let by = try rows("meter M1 --event read --fields on,by")
    #expect(by.count == 61)
    #expect(by.filter { !$0.hasSuffix(",") } == ["2025-11-01,pat"])
  }

  @Test("requests and automatic payments tell who did what, the latest first")
  func people() throws {
    try bench.expect("request add --email r@example.com --account A1 --subject Leak --text Wet")
    let enrolled = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(enrolled.status == .done, "\(enrolled)")
    let first = try changes("account A1").count
    bench.operatorName = "sam"
    for line in [
      "request assign 1 --to bea", "request reply 1 Soon", "request reply 1 Tomorrow",
      "request close 1", "eft hold A1 --reason x", "eft release A1", "eft cancel A1 --reason y",
    ] { try bench.expect(line) }
    #expect(
      try rows("account A1 --event request --fields what,by") == [
        "request 1 is closed,sam", "request 1 is answered,sam", "request 1 is answered,sam",
        "request 1 is assigned to bea,sam", "request 1: Leak,pat",
      ])
    let ending = ", account ending 6789\""
    #expect(
      try rows("account A1 --event eft --fields what,by") == [
        "\"cancelled\(ending),sam", "\"released\(ending),sam", "\"put on hold\(ending),sam",
        "\"enrolled\(ending),pat",
      ])
    #expect(try changes("account A1").count == first + 7)
    #expect(
      try rows("customer 1 --event eft --fields what,by").first
        == "cancelled for account A1,sam")
  }

  @Test("a cancelling that was undone is told as such, and each cancelling once")
  func undoneCancelling() throws {
    let enrolled = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(enrolled.status == .done, "\(enrolled)")
    for line in ["eft hold A1 --reason x", "eft cancel A1 --reason y", "change undo --yes"] {
      try bench.expect(line)
    }
    func said() throws -> [String] {
      try rows("customer 1 --event eft --fields what").map {
        $0.replacing(" for account A1", with: "")
      }
    }
    let undone = ["no longer cancelled", "cancelled", "put on hold", "enrolled"]
    #expect(try said() == undone)
    try bench.expect("eft cancel A1 --reason z")
    #expect(try said() == ["cancelled"] + undone)
  }

  @Test("events of one day are in the order of their changes")
  func order() throws {
    for line in [
      "delivery set A1 both --email x@example.net", "delivery bounce A1 --type hard",
    ] { try bench.expect(line) }
    #expect(
      try rows("account A1 --event delivery --fields what,by") == [
        "reverted,pat", "bills by mail,pat", "bounce,pat", "bills by mail and e-mail,pat",
      ])
    #expect(
      try rows("account A1 --from 2026-03-10 --fields event") == [
        "delivery", "delivery", "delivery", "change", "delivery", "change",
      ] + Array(repeating: "change", count: 2))
  }

  @Test("reads lines of the journal by indexes alone", arguments: HistoryKind.allCases)
  func indexes(kind: HistoryKind) throws {
    guard case .sqlite = TestEngine.current else { return }
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    for event in HistoryEvent.all(of: kind, store.dialect) {
      let marks = event.source.filter { $0 == "?" }.count
      var steps: [String] = []
      try store.each(
        sql: "EXPLAIN QUERY PLAN SELECT \(event.written) FROM \(event.source)",
        [Datum](repeating: .text("1"), count: marks)
      ) { row in
        steps.append(String(decoding: row.text(3), as: UTF8.self))
        return true
      }
      #expect(!steps.isEmpty)
      #expect(steps.filter { $0.hasPrefix("SCAN") } == [], "\(event.event): \(steps)")
    }
  }
}
