import Accounts
import Testing

@testable import AdminCommands

@testable import Values

/// Rejections say what to do.
@Suite(.onBothEngines)
struct RejectionRemedyTests {
  @Test("a number whose leading zeros a spreadsheet took is recognized")
  func leadingZeros() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 0004567 --name Ana")
    try bench.expect(["location", "add", "012", "--address", "1 Main St"])
    for (command, number) in [
      ("customer set 4567 --phone 512-555-0142", "customer 0004567"),
      ("customer show 4567", "customer 0004567"),
      ("customer show 00000004567", "customer 0004567"),
      ("location set 12 --route R1", "location 012"),
    ] {
      let result = bench.run(command)
      #expect(result.status == .notFound)
      #expect(result.words.contains("leading zeros; did you mean \(number)?"), "\(result)")
    }
    #expect(bench.run("customer show 9").words.contains("find it with `ubadmin search 9`;"))
    #expect(bench.run("customer show 0").words.contains("find it with `ubadmin search 0`;"))
  }

  @Test("the number of another kind of record leads to that record")
  func otherKind() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 100001 --name Ana", "location add L1 --address Main",
      "account open 2000001 --cid 100001 --location L1 --on 2026-01-01",
      "meter add M7 --service WATER --dials 6",
    ] { try bench.expect(line) }
    for (line, command) in [
      ("account show 100001", "100001 is a customer: see `ubadmin customer show 100001`"),
      ("customer show 2000001", "2000001 is an account: see `ubadmin account show 2000001`"),
      ("read list 2000001", "2000001 is an account: see `ubadmin account show 2000001`"),
      ("bill list --account M7", "M7 is a meter: see `ubadmin meter show M7`"),
      (
        "payment post L1 --amount 5 --on 2026-03-01",
        "L1 is a location: see `ubadmin location show L1`"
      ),
    ] {
      let result = bench.run(line)
      #expect(result.status == .notFound, "\(result)")
      #expect(result.words.contains("  \(command)\n"), "\(result)")
    }
  }

  @Test(
    "a command in a remedy for what is not there runs as printed",
    arguments: [
      ("user show no@example.com", "search no@example.com", "user register --help"),
      ("note list customer 9", "search 9", "customer add --help"),
      ("meter show M9", "search M9", "meter add --help"),
      ("note list payment 9", "payment list", "payment list"),
    ])
  func commands(line: String, first: String, second: String) throws {
    let bench = try CommandBench()
    let result = bench.run(line)
    #expect(result.status == .notFound)
    for command in [first, second] {
      #expect(result.words.contains("`ubadmin \(command)`"), "\(result)")
      #expect(bench.run(command).status != .usage)
    }
  }

  @Test("a masked list that is given back as a file changes nothing")
  func maskedValues() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0142 --email ana@example.com")
    let masked = try bench.expect("customer list --fields cid,phone,email --csv").output
    let file = try bench.file("list.csv", masked)
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .badData)
    #expect(result.words.contains("it is masked: export it with --reveal"))
    let email = bench.run(["customer", "set", "1", "--email", "a•••@example.com"])
    #expect(email.status == .badData)
    #expect(email.words.contains("it is masked"))
  }

  @Test(
    "what cannot be read as a day says what it may have been",
    arguments: [
      ("20261106", "likely 2026-11-06"), ("2026-11-06T00:00:00", "likely 2026-11-06"),
      ("13/45/2026", "this date does not exist"), ("Nov 6 2026", "year-month-day"),
    ])
  func days(text: String, remedy: String) {
    #expect(throws: ValueFault.self) { try CivilDate(text) }
    do throws(ValueFault) { _ = try CivilDate(text) } catch {
      #expect(error.remedy.contains(remedy))
    }
  }

  @Test("where what is expected says all, programs get no hint")
  func noRemedy() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "payment post A1 --amount 5 --on 2026-03-01",
    ] { try bench.expect(line) }
    let refused = bench.run("payment reverse 1 --reason nsf --on 2026-02-01 --json")
    #expect(refused.output.contains("2026-03-01 or later"), "\(refused)")
    #expect(refused.output.contains("\"hint\":null"), "\(refused)")
  }

  @Test("a plan masks what was there and what is to come")
  func plan() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0142")
    try bench.expect("customer set 1 --phone 512-555-0199")
    let plan = "customer set 1 --phone 512-555-0143 -n --fields before,after --csv --no-header"
    #expect(try bench.expect(plan).output == "•••0199,•••0143\n")
    #expect(try bench.expect("\(plan) --reveal").output == "512-555-0199,512-555-0143\n")
    let undo = try bench.expect("change undo 2 -n --fields before,after --csv --no-header")
    #expect(undo.output == "•••0199,•••0142\n")
  }
}
