import Accounts
import Testing

@testable import Portal

@Suite("What a citizen sees and does in the portal", .onBothEngines)
struct CitizenSideTests {
  private let bench: CommandBench
  private let session: String

  /// Ana, who answered for A1 until Bo moved in on February 15.
  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for words in [
      ["customer", "add", "1", "--name", "Ana"], ["customer", "add", "2", "--name", "Bo"],
      [
        "location", "add", "L1", "--address", "12 Main St", "--city", "Ames", "--state", "IA",
        "--postal-code", "50010",
      ],
      ["account", "open", "A1", "--cid", "1", "--location", "L1", "--on", "2025-01-01"],
      [
        "bill", "add", "B1", "A1", "--on", "2026-02-01", "--from", "2026-01-01", "--to",
        "2026-01-31", "--service", "WATER", "--amount", "40",
      ],
      ["payment", "post", "A1", "--bill", "B1", "--on", "2026-02-05", "--amount", "15"],
      ["account", "move", "A1", "--cid", "2", "--on", "2026-02-15"],
      ["bill", "add", "B2", "A1", "--on", "2026-03-01", "--from", "2026-02-20", "--amount", "70"],
    ] { try bench.expect(words) }
    let line = "portal register ana@example.com --first Ana --last Ortiz"
    guard bench.run(line, input: "four quiet rivers\n").status == .done else {
      throw BenchFailure(line)
    }
    try bench.activateLast()
    session = String(
      bench.run("portal sign-in ana@example.com", input: "four quiet rivers\n").output.dropLast())
  }

  private func portal(_ words: String...) -> CommandBench.Result {
    bench.run(["portal"] + words, input: session + "\n")
  }

  @Test("a user without an account is told so, and how to link one")
  func unlinked() throws {
    let page = portal("show").output
    #expect(page.contains("No Utility Billing accounts have been linked to this user"))
    #expect(page.contains("`portal link`"))
    #expect(portal("link", "A1", "--cid", "1").status == .done)
    #expect(!portal("show").output.contains("No Utility Billing accounts"))
  }

  @Test("a bill has its lines, the user's own payments and how to pay it; another's is not there")
  func bill() throws {
    #expect(portal("bill", "B1").status == .notFound)
    #expect(portal("link", "A1", "--cid", "1").status == .done)
    try bench.expect(["setting", "set", "city.phone", "515-555-0100"])
    let page = portal("bill", "B1")
    for words in [
      "12 Main St, Ames, IA 50010", "WATER", "40.00", "2026-02-05", "15.00", "To pay",
      "515-555-0100",
    ] { #expect(page.output.contains(words), "\(words) in \(page)") }
    #expect(portal("bill", "B2").status == .notFound)
    #expect(portal("bill", "B9").status == .notFound)
    #expect(try bench.expect("bill show B2").output.contains("To pay"))
  }

  @Test("what the settings say of the city stands in Help, at the sign-in, on bills and in mails")
  func contact() throws {
    #expect(try !bench.expect("portal welcome").output.contains("Help"))
    for (name, text) in [
      ("city.phone", "515-555-0100"), ("city.web-site", "https://ames.example.gov"),
      ("city.hours", "Mon-Fri 8-5"),
    ] {
      try bench.expect(["setting", "set", name, text])
      for page in ["portal welcome", "bill show B1"] {
        #expect(try bench.expect(page).output.contains(text), "\(page)")
      }
      #expect(portal("show").output.contains(text))
    }
    let mail = try bench.expect("mail template show activation").output
    #expect(mail.contains("{contact}"), "\(mail)")
  }

  @Test("a request has a thread that citizen and staff write in, and that only its writer sees")
  func thread() throws {
    #expect(portal("contact", "--subject", "Leak", "--text", "Wet").status == .done)
    try bench.expect(["request", "reply", "1", "We come on Friday."])
    #expect(portal("reply", "1", "It is dry again.").status == .done)
    let page = portal("request", "1").output
    for words in ["Wet", "We come on Friday.", "It is dry again.", "staff", "open"] {
      #expect(page.contains(words), "\(page)")
    }
    #expect(!page.contains("pat"), "\(page)")
    #expect(try bench.expect("request show 1").output.contains("It is dry again."))
    #expect(portal("reply", "1", "It is dry again.").words.contains("is unchanged"))
    try bench.expect("change undo 14")
    #expect(!portal("request", "1").output.contains("It is dry again."))
    try bench.expect("request add --email bo@example.com --subject Noise --text Loud")
    #expect(portal("request", "2").status == .notFound)
    #expect(portal("reply", "2", "Mine").status == .notFound)
    try bench.expect("request close 1")
    #expect(portal("reply", "1", "And now?").words.contains("`ubadmin portal contact`"))
  }

  @Test("an answer that came by phone is recorded, and makes the request open work again")
  func answer() throws {
    try bench.expect("request add --email bo@example.com --subject Noise --text Loud")
    try bench.expect("request assign 1 --to bea")
    try bench.expect("request reply 1 Soon")
    try bench.expect("request answer 1 Thanks")
    let list = "request list --fields request,status,assignee --csv --no-header"
    #expect(try bench.expect(list).output == "1,assigned,bea\n")
  }

  @Test("a link is ended by the citizen, seen by staff, and comes back with an undo")
  func unlink() throws {
    #expect(portal("link", "A1", "--cid", "1").status == .done)
    let done = portal("unlink", "--account", "A1")
    #expect(done.status == .done, "\(done)")
    #expect(portal("show", "A1").status == .notFound)
    #expect(portal("unlink", "A1").words.contains("is unchanged: not linked"))
    let all = "link list A1 --all --fields account,removed-on --csv --no-header"
    #expect(try bench.expect(all).output == "A1,2026-03-10\n")
    try bench.expect("link add ana@example.com A1 --cid 1")
    #expect(portal("show", "A1").status == .done)
  }
}
