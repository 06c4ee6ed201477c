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
    #expect(bench.run("customer show 9").words.contains("find it with `ubadmin search`"))
    #expect(bench.run("customer show 0").words.contains("find it with `ubadmin search`"))
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
