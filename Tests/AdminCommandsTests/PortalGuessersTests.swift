import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger
@testable import Portal

/// Sixteen processes of the built program guess at once, on one store.
@Suite("Limits on attempts hold under parallel guessers", .onBothEngines, .serialized)
struct PortalGuessersTests {
  private static let guessers = 16
  private static let limit = 3
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "setting set lockout.max-attempts \(Self.limit)",
      "setting set link.max-attempts \(Self.limit)", "customer add 1 --name Ana",
      "location add L1 --address Main", "account open A1 --cid 1 --location L1 --on 2025-01-01",
    ] {
      try bench.expect(line)
    }
    let registered = bench.run(
      "portal register ana@example.com --first Ana --last Ortiz", input: "four quiet rivers\n")
    guard registered.status == .done else { throw BenchFailure("\(registered)") }
    try bench.activateLast()
  }

  /// All begin at the same moment, each with two guesses.
  private func guess(_ command: String, _ secret: String) throws {
    let file = try bench.file("secret", secret + "\n")
    let runs = (0..<Self.guessers).map { number in
      "(for turn in 1 2; do '\(BuiltBinary.path)' --wait 120 portal \(command) \(file); "
        + "done) > '\(bench.folder)/said\(number)' 2>&1 &"
    }
    let script =
      "export UBADMIN_STORE='\(bench.store)' HOME='\(bench.folder)'\n"
      + runs.joined(separator: "\n") + "\nwait"
    let ran = try ChildProcess.run(["/bin/sh", "-c", script])
    #expect(ran.output == "")
  }

  private func said() -> [String] {
    (0..<Self.guessers).flatMap { number in
      (bench.text(of: "said\(number)") ?? "").split(separator: "\n").map(String.init)
    }
  }

  private func attempts() throws -> [String: Int] {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var found: [String: Int] = [:]
    try store.each(sql: "SELECT outcome, count(*) FROM sign_in_attempt GROUP BY outcome") { row in
      found[String(decoding: row.text(0), as: UTF8.self)] = Int(row.integer(1))
      return true
    }
    return found
  }

  @Test("no more passwords are looked at than the policy allows, and all hear the same")
  func passwords() throws {
    try guess("sign-in ana@example.com --password-file", "wrong wrong wrong")
    #expect(
      try attempts() == [
        "wrong_password": Self.limit, "refused": 2 * Self.guessers - Self.limit,
      ])
    #expect(Set(said()).count <= 2, "\(Set(said()))")
  }

  @Test("not even the right password is looked at among them, once the limit is reached")
  func rightPassword() throws {
    for _ in 0..<Self.limit {
      let wrong = bench.run("portal sign-in ana@example.com", input: "wrong wrong wrong\n")
      #expect(wrong.status == .refused)
    }
    try guess("sign-in ana@example.com --password-file", "four quiet rivers")
    #expect(
      try attempts() == ["wrong_password": Self.limit, "refused": 2 * Self.guessers])
  }

  @Test("no more accounts are looked for than the limit allows")
  func links() throws {
    // By the program itself, whose clock is the machine's: the session must be of today.
    let password = try bench.file("password", "four quiet rivers\n")
    let signedIn = try BuiltBinary.run(
      ["portal", "sign-in", "ana@example.com", "--password-file", password], in: bench)
    try guess("link A1 --cid 2 --session-file", String(signedIn.output.dropLast()))
    #expect(try attempts()["link_refused"] == Self.limit)
    #expect(said().count { $0.contains("wrong attempts in 24 hours") } > 0)
  }
}
