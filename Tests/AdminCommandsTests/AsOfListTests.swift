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
    #expect(try bench.expect("today --csv").output.contains("plans to review"))
    #expect(try !bench.expect("today --csv --at 1").output.contains("plans to review"))
  }
}
