import Glibc
import Reports
import Testing

@testable import AdminCommands

@Suite("Saved imports", .onBothEngines)
struct SavedImportTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Main")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    return bench
  }

  private static let bank = [
    "import", "save", "bank", "payment", "post", "--map", "Acct No=account", "--map", "Paid=amount",
    "--method", "check", "--on", "2026-03-09", "--delimiter", "semicolon",
  ]

  private func payments(_ bench: CommandBench) throws -> String {
    try bench.expect("payment list --fields account,amount,method --csv --no-header").output
  }

  @Test("one runs as the command would that is typed in full, and the journal has that command")
  func runs() throws {
    let bench = try office()
    let saved = try bench.expect(Self.bank)
    #expect(saved.words.contains("saved as bank: "), "\(saved)")
    var facts = stat()
    #expect(stat(bench.folder + "/ubadmin/imports/bank.txt", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    let file = try bench.file("pay.csv", "Acct No;Paid\nA1;41.80\n")
    let dry = bench.run("import bank \(file) --dry-run --detailed-exitcode")
    #expect(dry.status == .changesPending, "\(dry)")
    #expect(try payments(bench) == "")
    try bench.expect("import bank \(file)")
    #expect(try payments(bench) == "A1,41.80,check\n")
    let command = try bench.expect("change list --limit 1 --fields command --json").output
    #expect(
      command.contains(
        "ubadmin payment post --map 'Acct No=account' --map Paid=amount --method check "
          + "--on 2026-03-09 --delimiter semicolon --from \(file)"), "\(command)")
    #expect(bench.run("import bank \(file)").status == .conflict)
    #expect(bench.run("import bank --skip-known \(file)").status == .done)
  }

  @Test("bad rows end it as they end the command, and are set aside")
  func rejected() throws {
    let bench = try office()
    try bench.expect(Self.bank)
    let file = try bench.file("pay.csv", "Acct No;Paid\nA1;41.80\nA9;2\n")
    #expect(bench.run("import bank \(file)").status == .badData)
    let rejects = bench.folder + "/bad.csv"
    let some = bench.run("import bank \(file) --keep-going --rejects \(rejects)")
    #expect(some.status == .someRowsFailed, "\(some)")
    #expect(bench.text(of: "bad.csv")?.contains("A9;2") == true)
    #expect(bench.run("import bank nosuch.csv").status == .cannotOpenInput)
    let unknown = bench.run("import bank \(file) --nosuch")
    #expect(unknown.status == .usage)
    #expect(unknown.words.contains("payment post --help"), "\(unknown)")
  }

  @Test("they are listed, shown, replaced after a yes, and removed")
  func life() throws {
    let bench = try CommandBench()
    let line = "customer set --map City=city"
    try bench.expect("import save towns \(line)")
    #expect(try bench.expect("import list --csv").output == "name,command\ntowns,\(line)\n")
    #expect(try bench.expect("import show towns --json").output.contains(line))
    #expect(bench.run("import save towns customer add").status == .conflict)
    try bench.expect("import save towns customer add --yes")
    #expect(try bench.expect("import list --csv --no-header").output == "towns,customer add\n")
    let near = bench.run("import town x.csv")
    #expect(near.status == .notFound)
    #expect(near.words.contains("there is no saved import town"), "\(near)")
    #expect(near.words.contains("did you mean towns?"), "\(near)")
    let bare = bench.run("import towns")
    #expect(bare.status == .usage)
    #expect(bare.words.contains("import towns needs a file"), "\(bare)")
    try bench.expect("import remove towns")
    #expect(bench.run("import show towns").status == .notFound)
  }

  @Test(
    "what is for one run, is no command with rows, or may be secret is not saved",
    arguments: [
      ("save list payment post", "which is an import command"),
      ("save x", "import save needs a command"),
      ("save ../x payment post", "letters, digits, - and _"),
      ("save x payment list", "expected a command that takes rows"),
      ("save x import bank", "expected a command that takes rows"),
      ("save x payment post --from a.csv", "--from is for one run"),
      ("save x payment post --rejects a.csv", "--rejects is for one run"),
      ("save x payment post --again", "--again is for one run"),
      ("save x payment post --dry-run", "--dry-run"),
      ("save x payment post --store other.db --csv", "--csv"),
      ("save x payment post --nosuch 1", "there is no option --nosuch"),
      ("save x eft enroll --bank-account-file 123456789012", "may hold a secret"),
      ("save x eft enroll --routing 021000021", "may hold a secret"),
      ("list more", "takes no arguments"), ("remove", "needs the name of an import"),
    ])
  func refused(line: String, words: String) throws {
    let bench = try CommandBench()
    let result = bench.run("import \(line)")
    #expect(result.status == .usage, "\(result)")
    #expect(result.words.contains(words), "\(result)")
    #expect(try bench.expect("import list --csv --no-header").output == "")
  }

  @Test("the file is edited by hand, with a byte order mark too; what is no command is told")
  func byHand() throws {
    let bench = try office()
    try bench.expect("import save towns customer set")
    let path = "ubadmin/imports/towns.txt"
    let file = try bench.file("towns.csv", "cid,Town\n1,Waco\n")
    try bench.file(path, "\u{FEFF}ubadmin customer set \\\n  --map Town=city\n")
    try bench.expect("import towns \(file)")
    for text in ["store init x\n", "customer set 'x\n", "customer set\ncustomer add\n", ""] {
      try bench.file(path, text)
      let result = bench.run("import towns \(file)")
      #expect(result.status == .configuration, "\(text): \(result)")
      #expect(result.words.contains("is not a saved import"), "\(result)")
    }
  }

  @Test("it works in scripts and in a transaction, and cannot be watched")
  func scripts() throws {
    let bench = try office()
    try bench.expect(Self.bank)
    let file = try bench.file("pay.csv", "Acct No;Paid\nA1;41.80\n")
    let script = try bench.file("night.txt", "begin\nimport bank \(file)\ncommit\n")
    try bench.expect("run \(script)")
    #expect(try payments(bench) == "A1,41.80,check\n")
    #expect(bench.run("watch 5 import bank \(file)").status == .usage)
  }
}
