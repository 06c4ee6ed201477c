import Accounts
import Testing

@testable import Portal

@Suite("Commands on announcements", .onBothEngines)
struct AnnouncementCommandTests {
  @Test("a list shows those of a day, a citizen those that are meant for the citizen")
  func shown() throws {
    let bench = try CommandBench()
    for words in [
      ["Closed", "On Friday", "--from", "2026-03-09", "--to", "2026-03-10"],
      ["Works", "In June", "--from", "2026-06-01"],
      ["Late bills", "Sorry", "--audience", "linked"],
    ] {
      try bench.expect(["announcement", "add"] + words)
    }
    func titles(_ more: String) -> [Substring] {
      bench.run("announcement list --csv --no-header --fields title,state " + more).output
        .split(separator: "\n")
    }
    #expect(titles("") == ["Late bills,shown", "Closed,shown"])
    #expect(titles("--as-of 2026-03-11") == ["Late bills,shown"])
    #expect(
      titles("--all --sort announcement") == ["Closed,shown", "Works,pending", "Late bills,shown"])
    let citizen = try SignedInCitizen(bench)
    #expect(citizen.sees().contains("Closed"))
    #expect(!citizen.sees().contains("Late bills"))
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "link add ana@example.com A1 --cid 1",
    ] {
      try bench.expect(line)
    }
    #expect(citizen.sees().contains("Late bills"))
  }
}

/// Ana, who is signed in to the portal.
struct SignedInCitizen {
  private static let password = "four quiet rivers"
  let bench: CommandBench
  /// A file with the session token.
  let session: String

  init(_ bench: CommandBench) throws {
    self.bench = bench
    let line = "portal register ana@example.com --first Ana --last Ortiz"
    let done = bench.run(line, input: Self.password + "\n")
    guard done.status == .done else { throw BenchFailure("\(done)") }
    try bench.activateLast()
    let signedIn = bench.run("portal sign-in ana@example.com", input: Self.password + "\n")
    session = try bench.file("session.txt", signedIn.output)
  }

  func run(_ words: [String]) -> CommandBench.Result {
    bench.run(["portal"] + words + ["--session-file", session])
  }

  func sees() -> String { run(["show"]).output }
}
