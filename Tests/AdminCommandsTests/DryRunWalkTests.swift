import Testing

@testable import AdminCommands

/// The dry run of every operation, as people read it.
struct DryRunWalkTests {
  /// Names of tables and columns that no clerk says, and numbers that only the store knows.
  private static let unsaid = [
    "portal user", "account customer", "eft ", "request message", "bill line",
    "delivery preference",
    "delivery event", "suspension ", "state changes", "status since", "failed attempts", "link 1",
    "service 1", "identity ", "portal session", "record key", " at becomes", "outbox",
  ]

  @Test("no dry run speaks of tables")
  func walk() throws {
    let bench = try MaskedWalk.office()
    try bench.expect("user lock known@example.com")
    for (line, _) in MaskedWalk.lines where line.hasSuffix(" --dry-run") {
      let (words, typed) = try MaskedWalk.parts(line, bench)
      guard !["change", "job", "portal"].contains(words[0]) else { continue }
      let result = bench.run(words, input: typed)
      for unsaid in Self.unsaid where result.output.contains(unsaid) {
        Issue.record("\(line) says \(unsaid): \(result.output)")
      }
    }
  }
}
