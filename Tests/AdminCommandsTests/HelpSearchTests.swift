import Testing

@testable import AdminCommands

@Suite("Commands that are found by what they do")
struct HelpSearchTests {
  @Test(
    "people's own words find them",
    arguments: [
      ("move out", "account move"), ("moving out", "account move"), ("shutoff", "service suspend"),
      ("e-bill", "delivery set"), ("paperless", "delivery set"), ("autopay", "eft enroll"),
      ("deposit", "payment post"), ("forgot password", "user unlock"),
      ("swap a meter", "meter exchange"), ("meter exchange", "meter exchange"),
      ("final read", "service stop"), ("write off", "bill void"),
      ("unlocking users", "user unlock"), ("nsf", "payment reverse"),
      ("deceased", "account move"), ("delete customer", "account close"),
      ("payment plan", "note add"), ("payment arrangement", "note add"),
      ("late payment", "report aged-balances"), ("late fee", "bill add"), ("excel", "query"),
      ("invoice", "bill list"), ("invoices", "bill list"), ("time zone", "setting set"),
      ("timezone", "setting set"), ("adjustment", "bill add"), ("adjust bill", "bill void"),
      ("correct bill", "bill void"), ("usage history", "report consumption-history"),
      ("upload", "payment post"), ("upload", "ubadmin help bulk"), ("mapping", "import"),
      ("undo import", "job undo"),
      ("who owes", "report aged-balances"), ("letter", "delivery set"),
      ("lockout", "user unlock"), ("cutoff", "service suspend"), ("trash", "service-type list"),
      ("meter not reading", "report dead-meter"), ("estimated bill", "explain"),
      ("day sheet", "report payments"), ("handheld file", "read add"), ("work order", "note add"),
      ("voided payment", "payment reverse"), ("unpaid bills", "bill list"),
      ("apply payment to another account", "payment move"), ("bill stuffer", "announcement add"),
    ])
  func finds(words: String, command: String) throws {
    let result = try CommandBench(withStore: false).run("help \(words)")
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains(command), "\(result)")
  }

  @Test(
    "verbs that are alike find the command whose name has another of them, before all others",
    arguments: [
      ("new customer", "customer add"), ("new account", "account open"),
      ("create account", "account open"), ("new service", "service start"),
      ("user delete", "user deactivate"), ("stop eft", "eft cancel"),
      ("edit location", "location set"), ("delete bill", "bill void"),
      ("view meter", "meter show"), ("water balance", "report water-balance"),
      ("aging", "report aged-balances"), ("year end", "report aged-balances"),
      ("high usage", "report high-low"), ("no usage", "report zero-consumption"),
      ("unread meters", "report missing-reads"), ("end of shift", "report changes"),
      ("rate study", "report bill-frequency"), ("daily cash", "report payments"),
      ("stop autopay", "eft cancel"), ("unlink account", "link remove"),
      ("remove user", "user deactivate"), ("citizen request", "request list"),
      ("delinquent accounts", "report aged-balances"), ("refund a customer", "report credits"),
      ("drawer balance", "report payments"),
    ])
  func alike(words: String, command: String) {
    let found = HelpSearch.commands(words.split(separator: " ").map(String.init))
    #expect(found.first?.name == command, "\(found)")
  }

  @Test("a word that only begins as another is not taken for it where something is nearer")
  func nearer() {
    let late = HelpSearch.commands(["late"]).map(\.name)
    #expect(late.contains("report aged-balances"))
    #expect(!late.contains("history") && !late.contains("user sessions"), "\(late)")
    #expect(HelpSearch.commands(["consum"]).contains { $0.name == "report consumption" })
  }

  @Test("a phrase of several words is taken whole")
  func whole() {
    for words in ["log out", "cannot log in", "delete customer"] {
      let found = HelpSearch.commands(words.split(separator: " ").map(String.init)).map(\.name)
      #expect(!found.isEmpty && !found.contains("change verify"), "\(words): \(found)")
    }
    #expect(Synonyms.commands("delete customer").first == "customer merge")
    #expect(Synonyms.commands("cannot log in").first == "user unlock")
    #expect(Synonyms.commands("what did i do today").first == "change list")
  }

  @Test("a word with e- finds nothing that only has the rest of it")
  func electronic() throws {
    let bench = try CommandBench(withStore: false)
    let bills = try bench.expect("help e-bill").output
    #expect(bills.contains("delivery set") && !bills.contains("bill void"), "\(bills)")
    let mails = try bench.expect("help e-mail").output
    #expect(mails.contains("mail list") && mails.contains("customer set"), "\(mails)")
  }

  @Test("every command of the table exists")
  func exists() {
    let names = Set(Commands.leaves.map(\.name))
    for entry in Synonyms.all {
      for command in entry.commands { #expect(names.contains(command), "\(command)") }
      if let article = entry.article {
        #expect(Article.all.contains { $0.name == article }, "\(article)")
      }
    }
  }

  @Test("words that nothing has to do with are an error, and a known word leads to help")
  func none() throws {
    let bench = try CommandBench(withStore: false)
    #expect(bench.run("help nosuch").status == .usage)
    for (line, words) in [
      ("help options extra", "found help options extra, expected nothing after options"),
      ("help xyzzy plugh", "found no command for xyzzy plugh"),
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .usage && refused.words.contains(words), "\(refused)")
    }
    let result = bench.run("autopay 2000001")
    #expect(result.status == .usage)
    #expect(result.words.contains("`ubadmin help autopay` finds the commands for it"))
  }
}

@Suite("Words that were probably meant")
struct DidYouMeanTests {
  @Test(
    "settings, fields and values that come close are named",
    arguments: [
      ("setting get ctiy", "city"), ("customer list --fields cid,nmae", "name"),
      ("customer list --sort -nmae", "name"), ("customer list --format jsno", "json"),
      ("customer add 9 --name A --kind persn", "person"),
      ("user list --status locked_ot", "locked_out"),
      ("delivery set A1 emial", "email"),
    ])
  func meant(line: String, word: String) throws {
    let bench = try CommandBench()
    let result = bench.run(line)
    #expect(result.words.contains("did you mean `\(word)`?"), "\(result)")
  }

  @Test("what is far from all of them is not guessed")
  func far() throws {
    #expect(try !CommandBench().run("setting get elephant").words.contains("did you mean"))
  }

  @Test("all missing fields are told at once, each with an example")
  func missing() throws {
    let words = try CommandBench().run("service stop").words
    #expect(
      words.contains("<account> is missing\n") && words.contains("e.g. 2000001\n"), "\(words)")
    #expect(words.contains("<service> is missing\n"), "\(words)")
    #expect(words.contains("e.g. WATER or 1000\n"), "\(words)")
  }

  @Test("at a terminal they are asked for, with what there is to choose from")
  func asked() throws {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address 1-Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "service start A1 SEWER --on 2025-01-01",
    ] { try bench.expect(line) }
    let terminal = try PseudoTerminal()
    let process = try bench.start(["service", "stop"], at: terminal)
    try terminal.expect("account (account number")
    terminal.type("1\r")
    try terminal.expect("SEWER")
    try terminal.expect("service (")
    terminal.type("1\r")
    try terminal.expect("on (")
    terminal.type("2025-06-01\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    let command = try bench.expect("change list --limit 1 --csv --fields command --no-header")
      .output
    #expect(command.contains("service stop A1 SEWER --on 2025-06-01"), "\(command)")
  }
}
