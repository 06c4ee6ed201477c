import Accounts
import Testing

@testable import Reports

@testable import AdminCommands

/// `history` and `today`. The day of the bench is 2026-03-10.
@Suite("The history of a record", .onBothEngines)
struct HistoryTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
      "read add M1 --on 2025-12-01 --reading 2000",
      "bill add B1 A1 --on 2026-02-05 --amount 40",
      "payment post A1 --on 2026-02-20 --amount 15 --method check --reference 77",
      "payment reverse 1 --on 2026-02-27 --reason bounced",
      "note add account A1 Dog", "user register a@example.com --first A --last B",
      "user activate a@example.com", "link add a@example.com A1 --cid 1",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("history \(line)")
  }

  @Test("of an account is one timeline, the latest first")
  func account() throws {
    let money = try rows(
      "account A1 --from 2026-02-01 --to 2026-02-28 --fields on,event,what,amount")
    #expect(
      money == [
        "2026-02-27,payment,payment 1 is reversed,15.00", "2026-02-20,payment,check 77,15.00",
        "2026-02-05,bill,bill B1,40.00",
      ])
    #expect(
      try rows("account A1 --to 2025-12-31 --fields on,event,what,quantity") == [
        "2025-12-01,read,\"meter M1, actual, periodic\",2000",
        "2025-12-01,use,\"meter M1, GAL\",1000",
        "2025-11-01,read,\"meter M1, actual, initial\",1000",
        "2025-11-01,meter,meter M1: meter installed,", "2025-11-01,service,WATER starts,",
        "2025-09-01,move,\"customer 1 in, owner\",", "2025-09-01,account,opened at L1,",
      ])
  }

  @Test("has notes and changes with who made them")
  func people() throws {
    #expect(try rows("account A1 --event note --fields what,by") == ["Dog,pat"])
    #expect(
      try rows("account A1 --event change --fields what,by")
        == [14, 10, 9, 8, 7, 6, 4].map { "ubadmin change show \($0),pat" })
  }

  @Test("says who wrote each event, also of what belongs to the record")
  func authors() throws {
    bench.operatorName = "sam"
    for line in [
      "service suspend A1 WATER --on 2026-03-01", "service resume A1 WATER --on 2026-03-05",
      "service stop A1 WATER --on 2026-03-12", "bill void B1 --reason wrong --yes",
    ] { try bench.expect(line) }
    let services = [
      "WATER stops,sam", "WATER is resumed,sam", "WATER is suspended,sam", "WATER starts,pat",
    ]
    for record in ["account A1", "service A1/WATER"] {
      #expect(try rows("\(record) --event service --fields what,by") == services)
      let changes = try rows("\(record) --event change --fields what,by")
      #expect(changes.contains("ubadmin change show 15,sam"), "\(changes)")
      #expect(changes.contains("ubadmin change show 6,pat"), "\(changes)")
    }
    #expect(
      try rows("account A1 --event bill --fields what,by") == [
        "bill B1 is void,sam", "bill B1,pat",
      ])
    #expect(
      try rows("account A1 --event payment --fields what,by") == [
        "payment 1 is reversed,pat", "check 77,pat",
      ])
    #expect(
      try rows("customer 1 --event move --fields what,by") == ["\"account A1 in, owner\",pat"])
    #expect(
      try rows("meter M1 --event meter --fields what,by").contains(
        "account A1: meter installed,pat"))
    #expect(
      try rows("meter M1 --event change --fields what,by").contains("ubadmin change show 5,pat"))
  }

  @Test("of an account has each read of the days on which it had the meter once")
  func reads() throws {
    for line in [
      "account open A2 --cid 2 --location L1 --on 2026-03-01",
      "service stop A1 WATER --on 2026-03-01 --reading 2500",
      "service start A2 WATER --on 2026-03-02 --meter M1 --reading 2500",
    ] { try bench.expect(line) }
    #expect(
      try rows("account A1 --event read --fields on,quantity") == [
        "2026-03-01,2500", "2025-12-01,2000", "2025-11-01,1000",
      ])
    #expect(try rows("account A2 --event read --fields on,quantity") == ["2026-03-02,2500"])
  }

  @Test("of a customer, a user, a meter and a service has what concerns them")
  func others() throws {
    #expect(
      Set(try rows("customer 1 --fields event,what")).isSuperset(of: [
        "link,account A1 linked", "move,\"account A1 in, owner\"", "change,ubadmin change show 1",
      ]))
    #expect(try rows("user a@example.com --fields event,what").contains("user,activated"))
    #expect(
      try rows("meter M1 --event read --fields on,what,quantity").first
        == "2025-12-01,\"actual, periodic\",2000")
    #expect(try rows("service A1/WATER --fields event").contains("use"))
  }

  @Test("has only events that --event takes", arguments: HistoryKind.allCases)
  func events(kind: HistoryKind) throws {
    let dialect = try Store.open(StoreLocation(bench.store), access: .read).dialect
    let known = HistoryKind.events(of: [kind])
    #expect(Set(HistoryEvent.all(of: kind, dialect).map(\.event)) == Set(known))
  }

  @Test("of a user has what became of the status, and each sign-in once")
  func user() throws {
    try bench.file("pw", "wrong-password\n")
    for _ in 1...10 {
      bench.run("portal sign-in a@example.com --password-file \(bench.folder)/pw")
    }
    for line in [
      "user unlock a@example.com", "user suspend a@example.com --reason x",
      "user unsuspend a@example.com", "user lock a@example.com", "user deactivate a@example.com",
    ] { try bench.expect(line) }
    let told = try rows("user a@example.com --event user --fields what,by")
    #expect(
      told.filter { !$0.hasSuffix(",") } == [
        "deactivated,pat", "locked by staff,pat", "unsuspended,pat", "suspended,pat",
        "unlocked,pat", "activated,pat", "registered,pat",
      ])
    #expect(told.contains("locked out by the policy,"))
    #expect(try rows("user a@example.com --event sign-in").count == 10)
    let changes = try rows("user a@example.com --event change --fields what")
    // The user's own two, and those of the link.
    #expect(changes.count <= 4, "\(changes)")
  }

  @Test("is refused for a record that is not there, and for events that it cannot have")
  func refused() throws {
    #expect(bench.run("history account A9").status == .notFound)
    #expect(
      try bench.expect("history A1 --csv").output == bench.expect("history account A1 --csv").output
    )
    #expect(bench.run("history nosuch").status == .notFound)
    #expect(bench.run("history account").words.contains("<key> is missing"))
    #expect(bench.run("history customer 1 --event bill").status == .badData)
  }

  @Test("today says what waits, and each of its commands runs")
  func today() throws {
    for line in [
      "service stop A1 WATER --on 2026-03-12",
      "request add --email r@example.com --subject Leak --text Wet", "user lock a@example.com",
    ] { try bench.expect(line) }
    let rows = try bench.expect("today --csv --no-header --fields waiting,items,command").output
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(
      rows.contains(["unassigned requests", "1", "ubadmin request list --status open"]))
    let coming = "ubadmin report starts-and-stops --from 2026-03-11 --to 2026-03-17"
    #expect(rows.contains(["starts and stops in 7 days", "1", coming]))
    let listed = try bench.expect(
      String(coming.dropFirst("ubadmin ".count)) + " --csv --no-header")
    #expect(listed.output.split(separator: "\n").count == 1, "\(listed)")
    for row in rows { try bench.expect(String(row[2].dropFirst("ubadmin ".count))) }
  }
}
