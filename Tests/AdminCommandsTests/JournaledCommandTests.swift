import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("Command lines in the journal", .onBothEngines)
struct JournaledCommandTests {
  private func last(_ bench: CommandBench) throws -> String {
    try bench.expect("change list --limit 1 --fields command --csv --no-header").output
  }

  @Test(
    "have customers' phones and addresses masked, however the option was written",
    arguments: [
      (
        "customer add 7 --name Ana --phone 512-555-0142 --email ana@example.com",
        "ubadmin customer add 7 --name Ana --phone •••0142 --email a•••@example.com\n"
      ),
      (
        "customer add --quiet 7 --phone=512-555-0142 --name=Ana",
        "ubadmin customer add --quiet 7 --phone=•••0142 --name=Ana\n"
      ),
      (
        "--wait 5 customer add --email=ana@example.com --name Ana -- 7",
        "ubadmin customer add --wait 5 --email=a•••@example.com --name Ana -- 7\n"
      ),
      (
        "request add --email ana@example.com --subject Leak --text Wet",
        "ubadmin request add --email a•••@example.com --subject Leak --text Wet\n"
      ),
      (
        "user register ana@example.com --first Ana --last Lee",
        "ubadmin user register ana@example.com --first Ana --last Lee\n"
      ),
    ])
  func masked(line: String, recorded: String) throws {
    let bench = try CommandBench()
    try bench.expect(line)
    #expect(try last(bench) == recorded)
    #expect(try !bench.expect("change show 1 --json").output.contains("512-555"))
  }

  @Test("of a file's rows too: what is the same for all rows, and the names of their columns")
  func bulk() throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", "512-555-0199,Who\n512-555-0142,Ana\n")
    try bench.expect([
      "customer", "add", "--from", file, "--map", "512-555-0199=phone", "--map", "Who=name",
      "--email", "ana@example.com",
    ])
    let command = try last(bench)
    #expect(
      command.hasPrefix(
        "ubadmin customer add --from \(file) --map •••0199=phone --map Who=name --email "
          + "a•••@example.com"), "\(command)")
  }

  @Test("of a query's texts: what stands between quotes")
  func query() throws {
    let bench = try CommandBench()
    try bench.expect([
      "query", "--reveal",
      "SELECT cid FROM v_customer WHERE email = 'ana@example.com' OR phone LIKE '512-555-0142%' "
        + "OR city = 'Waco'",
    ])
    let command = try last(bench)
    #expect(!command.contains("ana@") && !command.contains("512-555"), "\(command)")
    #expect(command.contains("a•••@example.com") && command.contains("Waco"), "\(command)")
    let other = CommandLineRecord.text(["query", "SELECT 1 -- ana@example.com"])
    #expect(!other.contains("ana@"), "\(other)")
    let list = CommandLineRecord.text(["mail", "list", "--to", "ana@example.com", "--reveal"])
    #expect(list == "ubadmin mail list --to a•••@example.com --reveal")
    for value in ["512-555-0142", "'512 555 0142'"] {
      let text = CommandLineRecord.text(["query", "SELECT :p", "--param", "p=" + value])
      #expect(text.contains("p=•••0142"), "\(text)")
    }
    let quoted = CommandLineRecord.text(["query", "SELECT $$512-555-0142$$, 'call 512-555-0142'"])
    #expect(!quoted.contains("512-555") && quoted.contains("call •••0142"), "\(quoted)")
  }

  @Test("of a script, of a plan and of a search too")
  func otherDoors() throws {
    let bench = try CommandBench()
    let script = try bench.file("s.txt", "customer add 7 --name Ana --phone '512-555-0142'\n")
    try bench.expect("run \(script)")
    #expect(try last(bench) == "ubadmin customer add 7 --name Ana --phone •••0142\n")
    let plan = bench.folder + "/a.plan"
    try bench.expect("customer set 7 --phone 512-555-0177 --plan-out \(plan)")
    try bench.expect("plan apply \(plan)")
    #expect(try last(bench).contains("ubadmin customer set 7 --phone •••0177 --plan-out"))
    for (word, masked) in [
      ("512-555-0142", "•••0142"), ("ana@example.com", "a•••@example.com"), ("2000001", "2000001"),
      ("512 555 0142", "••• ••• •••"), ("2000001 2000002", "2000001 2000002"),
    ] {
      // Found or not, the question is on record.
      _ = bench.run("search \(word) --reveal")
      #expect(try last(bench) == "ubadmin search \(masked) --reveal\n")
    }
  }

  @Test("days stay as they were typed, and telephone numbers in their place do not")
  func days() {
    for line in [
      "eft export --on 2026-12-01 -o drafts.ach", "eft export --on 12/01/2026 -o drafts.ach",
      "eft export --on tomorrow -o drafts.ach", "eft returns --from r.ach --on=2026-12-01",
      "customer list --as-of 2026-12-01 --reveal", "customer list --as-of=12/01/2026 --reveal",
      "user list --at 2026-12-01 --reveal",
    ] {
      var splitter = LineSplitter()
      #expect((try? splitter.take(line)) != nil)
      #expect(CommandLineRecord.text(splitter.words) == "ubadmin " + line)
    }
    let query = ["query", "SELECT 1 WHERE '2026-12-01' > '512-555-0142'", "--reveal"]
    let text = CommandLineRecord.text(query)
    #expect(text.contains("2026-12-01") && !text.contains("512-555"), "\(text)")
    for value in ["512-555-0142", "ana@example.com"] {
      let text = CommandLineRecord.text(["eft", "export", "--on", value])
      #expect(!text.contains(value), "\(text)")
    }
  }

  @Test("hold no secret that was typed where its file belongs")
  func secretForFile() {
    #expect(
      CommandLineRecord.text(["portal", "sign-in", "a@example.com", "--password-file", "hunter2"])
        == "ubadmin portal sign-in a•••@example.com --password-file •••")
    #expect(
      CommandLineRecord.text(["eft", "enroll", "1", "--bank-account-file=000123456789"])
        == "ubadmin eft enroll 1 --bank-account-file=•••")
    #expect(
      CommandLineRecord.text(["eft", "enroll", "1", "--bank-account-file", "/dev/null"])
        == "ubadmin eft enroll 1 --bank-account-file /dev/null")
  }
}

@Suite("What the prompt remembers")
struct HistoryRetentionTests {
  private func keeping(_ line: String) throws -> HistoryRetention {
    var splitter = LineSplitter()
    _ = try splitter.take(line)
    return HistoryRetention(splitter.words, isSplit: true)
  }

  @Test(
    "lines that were taken go into the file",
    arguments: [
      "customer show 100001", "account show 2000001", "help customer add", "store info --json",
      "customer set 1 --phone 512-555-0142", "payment post 2000001 --amount 12.50",
      "search 512-555-0142", "portal sign-in a@example.com",
      "search 'Main St' 60000011", "eft show 2000001",
    ])
  func file(line: String) throws { #expect(try keeping(line) == .file) }

  @Test(
    "lines that were refused are for the arrow keys alone",
    arguments: ["custmer show 1", "customer show", "customer list --fild cid", "exit now"])
  func session(line: String) throws { #expect(try keeping(line) == .session) }

  @Test(
    "what may hold a secret is not remembered at all",
    arguments: [
      "eft enroll 2000001 --routing 021000021 --bank-account 000123456789",
      "customer list --store postgresql://pat:hunter2@db/city",
      "store info postgres://db/city?password=x",
      "use --store=postgresql://pat:hunter2@db/city",
      "store info --store 'host=db password=hunter2'", "store init 'host=db password = hunter2'",
      "note add account 1 'pw: Hunter2!'", "note add account 1 'her PIN is 4711'",
      "eft enroll 2000001 1234", "eft enrol 2000001 1234", "portal sign-in a@example.com hunter2",
      "portal signin a@example.com hunter2", "user set a@example.com --password hunter2",
      "portal sign-in a@example.com --password-file hunter2",
      "eft enroll 2000001 --bank-account-file 000123456789",
      "note add account 2000001 'new bank account 0001-2345 6789'",
      "customer set 1 --name Ana --reason 'bank account 000123456789'",
      "custmer set 1 000123456789",
      "eft enroll 2000001 --routing 021000021 --bank-account-file /dev/null",
      "eft list --bank 021000021", "search 021000021", "search 000123456789012",
      "note add account 2000001 'her password is hunter2'",
      "note add account 2000001 https://portal.example.com/activate/q8Zr3kLm0PvX2nTb6YwA",
      "query \"SELECT 1 WHERE 'x' = '000123456789'\"",
    ])
  func never(line: String) throws { #expect(try keeping(line) == .never) }

  @Test("a line with an open quote is judged by what can be guessed of it")
  func guessed() {
    #expect(HistoryRetention(WordQuoting.guess("customer list | less"), isSplit: false) == .session)
    #expect(
      HistoryRetention(WordQuoting.guess("eft enroll '000123456789 | x"), isSplit: false) == .never)
  }

  @Test("at a terminal, neither the file nor the arrow keys have what may hold a secret")
  func atTerminal() throws {
    let bench = try CommandBench()
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal)
    let previous = "\u{10}"
    for line in [
      "customer list -q", "eft enroll 1 --bank-account 000123456789 --routing 021000021",
      "eft enroll 1 000123456789 | cat", "portal sign-in a@example.com hunter2",
    ] {
      try terminal.expect(ReplBinaryTests.prompt)
      terminal.type(line + "\r")
    }
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type(previous + " --csv\r")
    try terminal.expect("cid,name")
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type("custmer list\r")
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type(previous)
    try terminal.expect("custmer list")
    terminal.type("\u{3}")
    try terminal.expect(ReplBinaryTests.prompt)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
    #expect(
      try ReplBinaryTests.takeHistory(bench) == ["customer list -q", "customer list -q --csv"])
  }
}
