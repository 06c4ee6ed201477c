@testable import Portal
@testable import Rules
@testable import Ledger
@testable import Engines
@testable import Values
import Accounts
import Testing

@testable import AdminCommands

/// The customer commands from the command line.
@Suite(.onBothEngines)
struct CustomerCommandTests {
  @Test("a customer without a customer ID gets the next free one, printed for scripts")
  func nextFree() throws {
    let bench = try CommandBench()
    let first = bench.run(["customer", "add", "--name", "Juniper Laundry"])
    #expect(first.output == "100001\n")
    #expect(first.words == "customer 100001 added (change 1)\n")
    #expect(bench.run(["customer", "add", "--name", "Ana Ortiz"]).output == "100002\n")
  }

  @Test("leading zeros of a customer ID are kept")
  func leadingZeros() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 00042 --name Ana")
    #expect(bench.run("customer list --fields cid --csv").output == "cid\n00042\n")
  }

  @Test("the same customer again changes nothing and makes no change")
  func again() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 7 --name Ana")
    let again = bench.run("customer add 7 --name Ana")
    #expect(again.status == .done)
    #expect(again.words == "customer 7 is unchanged\n")
    #expect(bench.run("change list --fields change --csv").output == "change\n1\n")
  }

  @Test("another customer under a customer ID in use is a conflict")
  func duplicate() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 7 --name Ana")
    let other = bench.run("customer add 7 --name Bo")
    #expect(other.status == .conflict)
    #expect(
      other.words == """
        ubadmin: <cid>: found customer 7, Ana, expected a customer ID that is not in use
          `ubadmin customer set --help` explains how to change it; or leave the customer ID out

        """)
  }

  @Test("a blank field stays, a field in --clear is emptied")
  func clear() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 7 --name Ana --phone 512-555-0142 --email ana@example.com")
    try bench.expect("customer set 7 --clear phone")
    #expect(
      bench.run("customer list --reveal --fields phone,email --csv").output
        == "phone,email\n,ana@example.com\n")
  }

  @Test("a name cannot be cleared")
  func clearName() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 7 --name Ana")
    let result = bench.run("customer set 7 --clear name")
    #expect(result.status == .badData)
    #expect(result.words.contains("clear: found name, expected one of address, address2, city"))
  }

  @Test(
    "the page has what is owed and what runs on the accounts held on the day, and no more of others"
  )
  func page() throws {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Oak",
      "meter add M1 --service WATER", "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 1",
      "service start A1 SEWER --on 2025-01-01", "service stop A1 SEWER --on 2025-02-01",
      "bill add B1 A1 --on 2026-02-01 --amount 41.80",
      "payment post A1 --amount 41.80 --on 2026-03-09",
    ] { try bench.expect(line) }
    func page(_ words: String) throws -> String {
      try bench.expect("customer show \(words) --csv --no-header").output
    }
    let fields = "--fields balances,services"
    let shown = try page("1 \(fields)")
    for part in ["A1", "0.00", "2026-03-09", "WATER", "M1"] {
      #expect(shown.contains(part), "\(part): \(shown)")
    }
    #expect(!shown.contains("SEWER"))
    #expect(try !page("2 \(fields)").contains("A1"))
    #expect(try page("1 \(fields) --as-of 2025-01-15").contains("SEWER"))
    try bench.expect("account move A1 --cid 2 --on 2026-03-10 --reading 5")
    #expect(try !page("1 \(fields)").contains("A1"))
    #expect(try page("2 \(fields)").contains("WATER"))
  }

  @Test("a missing customer is no such record")
  func missing() throws {
    let bench = try CommandBench()
    #expect(bench.run("customer set 9 --phone 512-555-0142").status == .notFound)
    #expect(bench.run("customer show 9").status == .notFound)
  }

  @Test("a dry run shows each field before and after, and changes nothing")
  func dryRun() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 7 --name Ana --phone 512-555-0142")
    let plan = bench.run("customer set 7 --phone 512-555-0143 --dry-run --csv")
    #expect(
      plan.output == """
        line,action,table,key,field,before,after
        ,~,customer,7,phone,•••0142,•••0143

        """)
    #expect(
      bench.run("customer list --reveal --fields phone --csv").output == "phone\n512-555-0142\n")
    #expect(bench.run("customer set 7 --phone 1234567 -n --detailed-exitcode").status.rawValue == 2)
  }

  @Test("a rejection is an object for programs too")
  func rejectionAsJSON() throws {
    let bench = try CommandBench()
    let result = bench.run("customer set 9 --phone 512-555-0142 --json")
    #expect(result.status == .notFound)
    #expect(result.output.contains("\"code\":\"not_found\""))
    #expect(result.output.contains("\"field\":\"cid\""))
  }

  @Test("global options may stand before the noun")
  func globalFirst() throws {
    let bench = try CommandBench(withStore: false)
    let other = bench.folder + "/other.db"
    try bench.expect("store init \(other)")
    #expect(bench.run("--store \(other) --csv customer list --fields cid").output == "cid\n")
  }

  @Test(
    "what cannot be answered is told before the change, not after it",
    arguments: [
      ("-o /nowhere/x.json", "", AdminCommands.ExitStatus.cannotCreateOutput),
      ("", "xml", .configuration),
    ])
  func answerFirst(options: String, format: String, status: AdminCommands.ExitStatus) throws {
    let bench = try CommandBench()
    bench.environment = format.isEmpty ? [:] : ["UBADMIN_FORMAT": format]
    let file = try bench.file("in.csv", "cid,name\n8,Bo\n")
    #expect(bench.run("customer add 9 --name Ana \(options)").status == status)
    #expect(bench.run("customer add --from \(file) \(options)").status == status)
    bench.environment = [:]
    #expect(bench.run("customer list --csv --no-header").output == "")
  }

  @Test("an answer that is lost after the commit says that the change was made")
  func lostAnswer() throws {
    let bench = try CommandBench()
    let result = bench.run("customer add 9 --name Ana --json -o /dev/full")
    #expect(result.status == .inputOutput)
    #expect(result.words.contains("change 1 was made anyway; undo it with"))
  }

  @Test(
    "numbers beyond all measure are usage errors",
    arguments: [
      "--limit 9223372036854775807", "--limit=-1", "--wait inf", "--wait nan", "--wait 1e17",
      "--wait=-5",
    ])
  func measure(option: String) throws {
    let bench = try CommandBench()
    #expect(bench.run("customer list \(option)").status == .usage)
  }

  @Test("a wrong word is a usage error with the way to help")
  func usage() throws {
    let bench = try CommandBench()
    let result = bench.run("customer addd")
    #expect(result.status == .usage)
    #expect(result.words.contains("did you mean `ubadmin customer add`?"))
  }
}
