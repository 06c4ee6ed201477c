import Accounts
import Testing

@testable import Portal

@Suite("The citizen's side at the desk")
struct PortalCommandTests {
  private static let password = "four quiet rivers"

  /// Ana, who has registered, and whose customer answered for A1 in 2025 alone.
  private func bench() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "setting set lockout.max-attempts 2", "customer add 1 --name Ana",
      "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "bill add B1 A1 --on 2025-06-01 --amount 40", "account move A1 --cid 2 --on 2026-01-01",
      "bill add B2 A1 --on 2026-02-01 --amount 70",
    ] {
      try bench.expect(line)
    }
    let done = quick(
      bench, "portal register ana@example.com --first Ana --last Ortiz", Self.password)
    guard done.status == .done else { throw BenchFailure("\(done)") }
    try bench.activateLast()
    return bench
  }

  @discardableResult
  private func quick(_ bench: CommandBench, _ line: String, _ lines: String...)
    -> CommandBench.Result
  {
    bench.run(line, input: lines.map { $0 + "\n" }.joined())
  }

  @discardableResult
  private func signIn(_ bench: CommandBench, _ password: String = password)
    -> CommandBench.Result
  {
    quick(bench, "portal sign-in ana@example.com", password)
  }

  @Test("a wrong password is refused and counts all the same, until explain tells of the lockout")
  func lockout() throws {
    let bench = try bench()
    #expect(signIn(bench).status == .done)
    #expect(signIn(bench, "wrong wrong").status == .refused)
    #expect(try bench.expect("explain ana@example.com").output.contains("1 wrong password"))
    #expect(signIn(bench, "wrong wrong").status == .refused)
    let page = try bench.expect("explain ana@example.com").output
    for words in [
      "locked by the policy", "wrong_password", "user unlock ana@example.com", "same password",
    ] {
      #expect(page.contains(words), "\(page)")
    }
    try bench.expect("user unlock ana@example.com")
    #expect(signIn(bench).status == .done)
  }

  @Test("an administrator's reset outlives a suspension: the old password stays worthless")
  func resetAndSuspension() throws {
    let bench = try bench()
    for line in ["reset-password", "suspend", "unsuspend"] {
      try bench.expect("user \(line) ana@example.com")
    }
    #expect(signIn(bench).status == .refused)
    #expect(try bench.expect("user show ana@example.com").output.contains("recovery"))
    try bench.expect("user suspend ana@example.com")
    let page = try bench.expect("explain ana@example.com").output
    #expect(page.contains("makes the user recovery again"), "\(page)")
  }

  @Test("explain tells when the attempts to link are used up, and of nothing that is not so")
  func explain() throws {
    let bench = try bench()
    let session = String(signIn(bench).output.dropLast())
    try bench.expect("setting set link.max-attempts 2")
    for _ in 0..<2 { #expect(quick(bench, "portal link A1 --cid 9", session).status == .refused) }
    let refused = quick(bench, "portal link A1 --cid 1", session)
    #expect(refused.words.contains("try again after 2026-03-11"), "\(refused)")
    let page = try bench.expect("explain ana@example.com").output
    #expect(page.contains("2 wrong attempts to link an account in 24 hours"), "\(page)")
    #expect(page.contains("ubadmin link add ana@example.com"), "\(page)")
    let google = "portal add-identity google --subject g1 --email ana@example.com"
    #expect(quick(bench, "\(google) --email-verified yes", session).status == .done)
    let both = try bench.expect("explain ana@example.com").output
    #expect(!both.contains("a password does not work"), "\(both)")
    try bench.expect("user lock ana@example.com --reason asked")
    let locked = try bench.expect("explain ana@example.com").output
    #expect(locked.contains("locked by staff"), "\(locked)")
    #expect(!locked.contains("staff after"), "\(locked)")
    try bench.expect("user register bo@example.com --first Bo --last Lee")
    let waiting = try bench.expect("explain bo@example.com").output
    #expect(waiting.contains("the mail has not left the outbox yet"), "\(waiting)")
  }

  @Test("a refused sign-in stands in the journal, and no guess can be made without that")
  func journal() throws {
    let bench = try bench()
    let before = try bench.expect("change list --csv --limit 0").output
    let rows = try bench.file("in.csv", "email,password\nana@example.com,wrong wrong\n")
    for line in [
      "portal sign-in ana@example.com --dry-run", "portal sign-in --from \(rows)",
      "portal change-password ana@example.com --dry-run", "portal link A1 --cid 1 --dry-run",
    ] {
      let tried = quick(bench, line, "wrong wrong")
      #expect(tried.status == .usage, "\(line): \(tried)")
      #expect(tried.words.contains("counts") || tried.words.contains("count"), "\(tried)")
    }
    #expect(try bench.expect("change list --csv --limit 0").output == before)
    signIn(bench, "wrong wrong")
    #expect(try bench.expect("change list --csv --limit 0").output != before)
  }

  @Test(
    "an unknown address and one that has a login get the same words, status and JSON",
    arguments: [
      "portal sign-in X", "portal change-password X", "portal forgot-password X",
      "portal unlock --email X", "portal register X --first Eve --last Lund",
    ], ["", " --json"])
  func alike(_ line: String, _ format: String) throws {
    let bench = try bench()
    let results = ["ana@example.com", "nobody@example.com"].map { email in
      let line = (line + format).replacing("X", with: email)
      return quick(bench, line, "wrong wrong", "five loud mountains").description
        .replacing(email, with: "X")
    }
    #expect(results[0] == results[1])
  }

  @Test("a program is told of the refusal once")
  func json() throws {
    let bench = try bench()
    let result = quick(bench, "portal sign-in ana@example.com --json", "wrong wrong")
    #expect(result.status == .refused)
    #expect(result.output.split(separator: "\"outcome\"").count == 2, "\(result)")
    #expect(result.output.contains("sign_in_failed"))
  }

  @Test("a file of sign-ins counts the refused rows as such")
  func bulk() throws {
    let bench = try bench()
    let rows = try bench.file(
      "in.csv", "email,password\nana@example.com,wrong wrong\nana@example.com,\(Self.password)\n")
    let result = quick(bench, "portal sign-in --from \(rows) --keep-going")
    #expect(result.status == .someRowsFailed)
    #expect(result.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(result)")
  }

  @Test("what a user sees is bounded by the days for which the linked customer answered")
  func sight() throws {
    let bench = try bench()
    let session = String(signIn(bench).output.dropLast())
    #expect(quick(bench, "portal link A1 --cid 1", session).status == .done)
    for line in ["portal show", "portal show A1"] {
      let page = quick(bench, line, session)
      #expect(page.status == .done)
      #expect(!page.output.contains("B2") && !page.output.contains("70.00"), "\(page)")
    }
    #expect(quick(bench, "portal show A1", session).output.contains("B1"))
    #expect(quick(bench, "portal link A1 --cid 2", session).status == .done)
    let both = quick(bench, "portal show A1", session).output
    #expect(both.contains("B1") && both.contains("B2") && both.contains("110.00"), "\(both)")
  }

  @Test("several secrets are read from as many lines; one that may be left out is not waited for")
  func severalSecrets() throws {
    let bench = try bench()
    let changed = quick(
      bench, "portal change-password ana@example.com", Self.password, "five loud mountains")
    #expect(changed.status == .done, "\(changed)")
    #expect(signIn(bench, "five loud mountains").status == .done)
    let wrong = quick(bench, "portal activate", "no such token")
    #expect(wrong.status == .notFound, "\(wrong)")
  }

  @Test("no password is taken from the command line or comes back in words")
  func words() throws {
    let bench = try bench()
    #expect(bench.run("portal sign-in ana@example.com --password secretive1").status == .usage)
    let refused = quick(
      bench, "portal register bo@example.com --first Bo --last Lund", "tiny7")
    #expect(refused.status == .refused)
    #expect(!refused.words.contains("tiny7"))
  }

  @Test("explain of somebody unknown shows the attempts, and how to find or add the user")
  func unknown() throws {
    let bench = try bench()
    quick(bench, "portal sign-in nobody@example.com", "wrong wrong")
    let unknown = bench.run("explain nobody@example.com")
    #expect(unknown.status == .notFound)
    let page = unknown.output
    for words in ["unknown_user", "user register", "search nobody@example.com"] {
      #expect(page.contains(words), "\(page)")
    }
  }
}
