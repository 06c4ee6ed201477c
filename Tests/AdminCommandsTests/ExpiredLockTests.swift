import Accounts
import Testing

@Suite("A lock whose time is over", .onBothEngines)
struct ExpiredLockTests {
  @Test("is in no report, as the next right password lets the user in; one by staff goes on")
  func over() throws {
    let bench = try CommandBench()
    for line in [
      "user register ana@example.com --first Ana --last Ortiz", "user activate ana@example.com",
      "user register bo@example.com --first Bo --last Reed", "user activate bo@example.com",
      "user lock bo@example.com --reason asked", "setting set lockout.max-attempts 3",
    ] { try bench.expect(line) }
    for _ in 1...3 { bench.run("portal sign-in ana@example.com", input: "wrong\n") }
    let line = "report locked-users --fields locked-by --csv --no-header"
    try #require(try bench.expect(line).output.split(separator: "\n").count == 2)
    try bench.expect("setting set lockout.auto-unlock-minutes 30")
    #expect(try bench.expect(line).output.split(separator: "\n").count == 2)
    let ends = try bench.expect(
      "report locked-users --fields since,until,locked-by --csv --no-header"
    )
    .output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    for row in ends where row[2] == "staff" { #expect(row[1] == "") }
    let byPolicy = try #require(ends.first { $0[2] == "policy" })
    // The clock of the bench stands at noon.
    #expect(byPolicy[0].contains("T12:00:00"))
    #expect(byPolicy[1] == byPolicy[0].replacing("T12:00", with: "T12:30"))
    bench.day = bench.day.adding(days: 1)
    #expect(try bench.expect(line).output == "staff\n")
    let today = try bench.expect("today --fields waiting,items --csv --no-header").output
    #expect(today.contains("users locked out,1"), "\(today)")
  }
}
