import Accounts
import Testing

@testable import AdminCommands

/// The day of the bench is 2026-03-10.
@Suite("Lists and pages with options that they do something with", .onBothEngines)
struct AsOfListTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "user register a@example.com --first Ana --last Ortiz", "user activate a@example.com",
      "link add a@example.com A1 --cid 1",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("links are those of the day")
  func links() throws {
    let bench = try office()
    func accounts(_ day: String) throws -> String {
      try bench.expect("link list --as-of \(day) --csv --no-header --fields account -q").output
    }
    #expect(try accounts("2026-03-09") == "")
    #expect(try accounts("2026-03-10") == "A1\n")
    try bench.expect("link remove a@example.com A1")
    #expect(try accounts("2026-03-09") == "")
    #expect(try accounts("2026-03-10") == "")
  }

  @Test("services of an earlier day are those of then: what came later was not pending yet")
  func services() throws {
    let bench = try office()
    for line in [
      "service start A1 WATER --on 2025-09-01", "service stop A1 WATER --on 2026-03-20",
      "service start A1 SEWER --on 2026-03-12",
    ] { try bench.expect(line) }
    func rows(_ options: String) throws -> String {
      try bench.expect(
        "service list --fields service,status --sort service --csv --no-header -q \(options)"
      ).output
    }
    #expect(try rows("--as-of 2026-03-01") == "WATER,active\n")
    #expect(try rows("--as-of 2026-03-01 --status pending_stop") == "")
    #expect(try rows("") == "SEWER,pending_start\nWATER,pending_stop\n")
    #expect(try rows("--as-of 2026-03-15") == "SEWER,active\nWATER,pending_stop\n")
    let page = try bench.expect("account show A1 --as-of 2026-03-01 --json").output
    #expect(!page.contains("pending_"), "\(page)")
  }

  @Test("accounts of an earlier day are those that existed; one that opens later is pending")
  func accounts() throws {
    let bench = try office()
    for line in [
      "location add L2 --address Oak", "location add L3 --address Elm",
      "account open A2 --cid 1 --location L2 --on 2026-03-05", "account close A2 --on 2026-03-08",
      "account open A3 --cid 1 --location L3 --on 2026-03-20",
    ] { try bench.expect(line) }
    func rows(_ options: String) throws -> String {
      try bench.expect("account list --fields account,status --csv --no-header -q \(options)")
        .output
    }
    #expect(try rows("--as-of 2026-03-01") == "A1,open\n")
    #expect(try rows("--as-of 2026-03-01 --status closed") == "")
    #expect(try rows("--as-of 2026-03-06") == "A1,open\nA2,open\n")
    #expect(try rows("") == "A1,open\nA2,closed\nA3,pending\n")
    #expect(try rows("--status pending") == "A3,pending\n")
    #expect(try rows("--status closed") == "A2,closed\n")
    let page = try bench.expect("account show A2 --as-of 2026-03-01 --json").output
    #expect(page.contains("pending"), "\(page)")
    let location = try bench.expect("location show L2 --as-of 2026-03-01 --json").output
    #expect(!location.contains("A2"), "\(location)")
  }

  @Test("users, requests and notes of an earlier day are those of then")
  func desk() throws {
    let bench = try office()
    let add = "request add --email a@example.com --account A1 --text Wet --subject"
    try bench.expect(add + " Leak")
    try bench.expect("note add account A1 Hello")
    bench.day = try CivilDate("2026-03-12")
    for line in [
      "request close 1", add + " Noise", "note add account A1 Goodbye",
      "link remove a@example.com A1",
    ] { try bench.expect(line) }
    let days: [(String, [String])] = [
      ("2026-03-09", []), ("2026-03-10", ["Leak", "Hello", "Ortiz"]),
      ("2026-03-12", ["Noise", "Hello", "Goodbye"]),
    ]
    for (day, parts) in days {
      let page = try bench.expect("account show A1 --as-of \(day) --fields users,requests,notes")
        .output
      for part in ["Leak", "Noise", "Hello", "Goodbye", "Ortiz"] {
        #expect(page.contains(part) == parts.contains(part), "\(day) \(part): \(page)")
      }
      let customer = try bench.expect("customer show 1 --as-of \(day)").output
      #expect(customer.contains("Ortiz") == parts.contains("Ortiz"), "\(customer)")
    }
    func queue(_ day: String) throws -> String {
      try bench.expect("request list --as-of \(day) --csv --no-header --fields request,age-days -q")
        .output
    }
    #expect(try queue("2026-03-09") == "")
    #expect(try queue("2026-03-10") == "1,0\n")
    #expect(try queue("2026-03-12") == "2,0\n")
  }

  @Test(
    "an option that would do nothing is refused",
    arguments: [
      "search ana --as-of 2026-03-01", "link list --users-without-account --as-of 2026-03-01",
      "account show A1 --plot", "account show A1 --no-header", "config show --reveal",
    ])
  func refuses(line: String) throws {
    let result = try office().run(line)
    #expect(result.status == .usage, "\(result)")
  }

  @Test("plans in a folder are no part of a store of the past")
  func plans() throws {
    let bench = try office()
    bench.environment["UBADMIN_PLANS"] = bench.folder
    try bench.expect("customer set 1 --name Bo --plan-out \(bench.folder)/name.plan")
    #expect(try bench.expect("today --csv").output.contains("plans to apply"))
    #expect(try !bench.expect("today --csv --at 1").output.contains("plans to apply"))
  }
}
