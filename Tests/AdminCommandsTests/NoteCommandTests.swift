import Accounts
import Testing

@testable import Ledger

@Suite("Notes on records", .onBothEngines)
struct NoteCommandTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo",
      "location add L1 --address Main", "meter add M1 --service WATER --dials 6",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 1",
      "bill add B1 A1 --amount 40", "payment post A1 --amount 40",
      "request add --account A1 --subject Leak --text Wet",
      "user register ana@example.com --first Ana --last Ortiz --mail no",
    ] {
      try bench.expect(line)
    }
  }

  private static let records = [
    ("customer", "1"), ("account", "A1"), ("location", "L1"), ("meter", "M1"),
    ("service", "A1/WATER"), ("user", "ANA@example.com"), ("bill", "B1"), ("payment", "1"),
    ("request", "1"),
  ]

  private func keys(_ line: String) -> String {
    bench.run("note list --csv --no-header --fields kind,key \(line)").output
  }

  @Test("stand on every kind of record, which must be there")
  func kinds() throws {
    try #require(Self.records.map(\.0) == NoteKind.allCases.map(\.rawValue))
    for (kind, key) in Self.records {
      try bench.expect(["note", "add", kind, key, "Seen by \(kind)"])
      #expect(bench.run(["note", "add", kind, key + "9", "x"]).status == .notFound, "\(kind)")
    }
    #expect(
      keys("") == """
        request,1
        payment,1
        bill,B1
        user,ana@example.com
        service,A1/1000
        meter,M1
        location,L1
        account,A1
        customer,1

        """)
    #expect(keys("service A1/1000") == "service,A1/1000\n")
    #expect(keys("user ana@example.com") == "user,ana@example.com\n")
    for alone in ["customer", "account", "meter", "bill"] { #expect(keys(alone) != "") }
  }

  @Test("are listed by the record's key alone, where one record has it")
  func keyAlone() throws {
    for (kind, key) in Self.records where !["payment", "request", "customer"].contains(kind) {
      try bench.expect(["note", "add", kind, key, "Seen by \(kind)"])
      #expect(keys(key) == keys("\(kind) \(key)"), "\(kind)")
    }
    #expect(bench.run("note list M77").status == .notFound)
  }

  @Test("the same words of one day are one note, and undo takes it back")
  func again() throws {
    try bench.expect("note add account A1 Dog")
    #expect(bench.run("note add account A1 Dog").words.contains("is unchanged"))
    let last = bench.run("change list --limit 1 --csv --no-header --fields change").output
    try bench.expect("change undo \(last.dropLast())")
    #expect(keys("account A1") == "")
    #expect(bench.run("note add service A1 Dog").status == .badData)
  }

  @Test("go along with a merged customer, and with a user whose address changes")
  func follow() throws {
    try bench.expect("note add customer 1 Dog")
    try bench.expect("customer merge 1 --into 2")
    #expect(keys("customer 2") == "customer,2\n")
    try bench.expect("note add user ana@example.com Kind")
    try bench.expect("user set ana@example.com --new-email ao@example.com")
    #expect(keys("user") == "user,ao@example.com\n")
  }
}
