import Accounts
import Testing

@testable import AdminCommands

@testable import Ledger

@Suite("Commands on portal users", .onBothEngines)
struct UserCommandTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for name in ["ana", "bea", "cy"] {
      try bench.expect("user register \(name)@example.com --first \(name) --last Ortiz")
    }
  }

  @Test("several users are unlocked as one change, and what locked them is said first")
  func several() throws {
    for name in ["ana", "bea"] {
      try bench.expect("user activate \(name)@example.com")
      try bench.expect("user lock \(name)@example.com")
    }
    let result = bench.run(["user", "unlock", "ana@example.com", "bea@example.com"])
    #expect(result.status == .done)
    #expect(result.words.contains("ana@example.com: locked out by staff"))
    #expect(result.words.contains("user bea@example.com unlocked"))
    let list = bench.run(["user", "list", "--locked", "--csv", "--no-header"])
    #expect(list.output == "")
  }

  @Test("one who cannot be unlocked keeps all from it")
  func noneOfSeveral() throws {
    try bench.expect("user activate ana@example.com")
    try bench.expect("user lock ana@example.com")
    let result = bench.run(["user", "unlock", "ana@example.com", "cy@example.com"])
    #expect(result.status == .refused)
    let list = bench.run(
      ["user", "list", "--locked", "--csv", "--no-header", "--fields", "email"])
    #expect(list.output == "ana@example.com\n")
  }

  @Test("all whom the policy locked out since a moment are unlocked only with --yes")
  func lockedSince() throws {
    let store = try Store.open(StoreLocation(bench.store))
    try store.connection.script(
      "UPDATE portal_user SET status = 'locked_out', locked_by = 'policy'")
    let words = ["user", "unlock", "--locked-since", "2026-03-01"]
    let asked = bench.run(words)
    #expect(asked.status == .refused)
    #expect(asked.output == "ana@example.com\nbea@example.com\ncy@example.com\n")
    let done = bench.run(words + ["--yes", "-q"])
    #expect(done.status == .done)
    let list = bench.run(["user", "list", "--status", "active", "--csv", "--no-header"])
    #expect(list.output.split(separator: "\n").count == 3)
  }

  @Test("those whose lockout has lasted as long as the policy says are unlocked, and no others")
  func lockoutOver() throws {
    let store = try Store.open(StoreLocation(bench.store))
    try store.connection.script(
      "UPDATE portal_user SET status = 'locked_out', locked_by = 'policy'; "
        + "UPDATE portal_user SET status_since = '2026-03-01T00:00:00Z' "
        + "WHERE email = 'ana@example.com'")
    let words = ["user", "unlock", "--lockout-over", "--yes", "-q"]
    #expect(bench.run(words).status == .done)
    let locked = ["user", "list", "--locked", "--csv", "--no-header", "--fields", "email"]
    #expect(bench.run(locked).output.split(separator: "\n").count == 3)
    try bench.expect("setting set lockout.auto-unlock-minutes 1440")
    #expect(bench.run(words).status == .done)
    #expect(bench.run(locked).output == "bea@example.com\ncy@example.com\n")
    #expect(bench.run(words + ["ana@example.com"]).status == .usage)
  }

  @Test("mails are listed without what they say")
  func mails() throws {
    let result = bench.run(
      ["mail", "list", "--to", "ANA@example.com", "--json", "--fields", "kind,to,status"])
    #expect(result.status == .done)
    #expect(result.output.contains("\"kind\":\"activation\""))
    let all = bench.run(["mail", "list", "--csv"])
    #expect(!all.output.contains("token"))
  }

  @Test("an undone change that had posted a mail comes back without it")
  func redo() throws {
    let bench = try CommandBench()
    try bench.expect("user register ana@example.com --first Ana --last Ortiz")
    try bench.expect("change undo 1")
    let back = try bench.expect("change undo 2")
    #expect(back.words.contains("are not restored; send new ones"))
    #expect(try bench.expect("user list --fields first --csv --no-header").output == "Ana\n")
    #expect(try bench.expect("mail list --csv --no-header").output == "")
    try bench.expect("user resend ana@example.com")
    try bench.expect("change undo 4")
    try bench.expect("change undo 1")
    #expect(try bench.expect("user list --csv --no-header").output == "")
    try bench.expect("change verify")
    try bench.expect("store check")
  }
}
