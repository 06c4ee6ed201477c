import Accounts
import Testing

@Suite("Texts of mails")
struct MailTemplateTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("setting set portal.address https://portal.example.gov")
  }

  private func bodies() throws -> [String] {
    let store = try Store.open(StoreLocation(bench.store))
    var found: [String] = []
    try store.each(sql: "SELECT subject, body FROM outbox_message ORDER BY outbox_message") { row in
      found.append(row.datum(0).description + "\n" + row.datum(1).description)
      return true
    }
    return found
  }

  @Test("a dry run says what would be reported")
  func dryRun() throws {
    let tried = try bench.expect("mail template set eft --subject EFT --dry-run")
    #expect(
      tried.words == "dry run, nothing was changed; it would report: text of eft mails changed\n",
      "\(tried)")
  }

  @Test("a kind of mail that is not there is not found, and the one that was meant is named")
  func unknown() throws {
    let result = bench.run("mail template show actvation")
    #expect(result.status == .notFound, "\(result)")
    #expect(result.words.contains("<kind>: found actvation, expected one of activation, "))
    #expect(result.words.contains("did you mean `activation`?"), "\(result)")
  }

  @Test("every kind of mail has one, and says that replies are not monitored")
  func standard() throws {
    let list = try bench.expect("mail template list --csv --no-header").output
    #expect(list.split(separator: "\n").count == LetterKind.allCases.count)
    for kind in LetterKind.allCases {
      let text = try bench.expect("mail template show \(kind.rawValue)").output
      // A report is its rows alone.
      #expect(
        text.contains("Replies to this e-mail are not monitored.") == (kind != .report), "\(kind)")
      for place in kind.needed { #expect(text.contains(place.phrase), "\(kind)") }
    }
    try bench.expect("user register ana@example.com --first Ana --last Ortiz")
    let body = try #require(try bodies().first)
    #expect(body.hasPrefix("Testville: activate your login\nDear Ana,"))
    #expect(body.contains("https://portal.example.gov/activate?token="))
    #expect(body.contains("The link is valid for 7 days") && body.contains("are not monitored"))
  }

  @Test("the city's own text goes out, until it is reset; an undo brings the other back")
  func own() throws {
    let file = try bench.file("a.txt", "Hi {name},\nclick {link} ({city}).\n")
    try bench.expect("mail template set activation --text-file \(file)")
    try bench.expect(["mail", "template", "set", "activation", "--subject", "Welcome to {city}"])
    #expect(
      try bench.expect("mail template show activation").output
        == "Hi {name},\nclick {link} ({city}).\n")
    try bench.expect("user register ana@example.com --first {city} --last Ortiz")
    let body = try #require(try bodies().last)
    #expect(body.hasPrefix("Welcome to Testville\nHi {city},\nclick https://portal.example.gov/"))
    #expect(body.contains("(Testville)."))
    #expect(
      try bench.expect("mail template list --csv").output.contains(
        "activation,Welcome to {city},yes"))
    try bench.expect("mail template set activation --reset")
    #expect(try bench.expect("mail template show activation").output.hasPrefix("Dear {name},"))
    let last = try bench.expect("change list --limit 1 --fields change --csv --no-header").output
    try bench.expect("change undo \(last.split(separator: "\n").first ?? "")")
    #expect(try bench.expect("mail template show activation").output.hasPrefix("Hi {name},"))
  }

  @Test("a text with an unknown place, or without what the mail is for, is refused")
  func refused() throws {
    let unknown = try bench.file("u.txt", "{nmae}, click {link}")
    let done = bench.run("mail template set activation --text-file \(unknown)")
    #expect(done.status == .badData)
    #expect(done.words.contains("{nmae}") && done.words.contains("{name}"), "\(done.words)")
    let without = try bench.file("w.txt", "Hello {name}")
    let linkless = bench.run("mail template set activation --text-file \(without)")
    #expect(linkless.status == .usage)
    #expect(linkless.words.contains("a text without {link}"))
    #expect(bench.run("mail template set activation").status == .usage)
    #expect(bench.run("mail template show").status == .usage)
  }
}
