import Accounts
import Testing

@testable import AdminCommands

/// Records and fields that a test makes up.
private struct FakeSource: CompletionSource {
  let today = CivilDate(daysSince1970: 20_785)
  let profiles = ["night"]
  let queries = ["owed", "routes"]
  let imports = ["bank"]

  func savedImport(_ name: String) -> [String]? {
    name == "bank" ? ["payment", "post", "--map", "Acct No=account", "--method", "check"] : nil
  }

  func query(named name: String) -> String? {
    name == "owed" ? "SELECT 1 FROM v_bill WHERE account = :account AND total > :min" : nil
  }

  func records(_ kind: RecordKind, named text: String, of account: String?) -> NamedRecords {
    let about = account.map { " of \($0)" } ?? ""
    return NamedRecords(
      [NamedRecord(id: "\(kind.rawValue)\(about)", meaning: "begins with \(text)")],
      others: .counted(2))
  }

  func records(found text: String, _ kinds: [SearchKind], byID: Bool) -> NamedRecords {
    let note = NamedRecord(id: "account 7", meaning: "note 1")
    return NamedRecords(
      [NamedRecord(id: "Dora Salas", meaning: "customer 7")]
        + (kinds.contains(.note) && text == "acc" ? [note] : []))
  }

  func fields(of words: [String]) -> [String] { ["cid", "name", "city"] }
}

@Suite("What may follow on a command line")
struct CompleterTests {
  private func values(_ line: String, typed: String = "") -> [String] {
    Completer(source: FakeSource())
      .suggestions(after: line.split(separator: " ").map(String.init), typed: typed)
      .list.map(\.value)
  }

  @Test("nouns, verbs and the commands of help")
  func commands() {
    #expect(values("", typed: "cust") == ["customer"])
    #expect(values("customer", typed: "s") == ["set", "show"])
    #expect(values("help", typed: "exit") == ["exit-status"])
    #expect(values("help customer", typed: "s") == ["set", "show"])
    #expect(!values("").contains("manual"))
    #expect(values("--store x.db", typed: "cust") == ["customer"])
    #expect(values("nonsense", typed: "s") == [])
  }

  @Test("options that are not given yet, what is required first")
  func options() {
    #expect(values("service stop 1 WATER", typed: "-").first == "--on")
    #expect(values("service stop 1 WATER --on 2026-01-01", typed: "--on") == [])
    #expect(values("customer list", typed: "--js") == ["--json"])
    #expect(values("customer list --json", typed: "--js") == [])
    #expect(values("customer add --from a.csv --map a=b", typed: "--ma") == ["--map"])
  }

  @Test("events of a history, tables of the journal, and the records that a command can be for")
  func enumerated() {
    #expect(values("history meter M1 --event") == ["meter", "read", "note", "change"])
    #expect(values("history 2000001 --event", typed: "sig") == ["sign-in"])
    #expect(values("history", typed: "pay") == ["payment", "Dora Salas"])
    #expect(values("note list", typed: "req") == ["request", "Dora Salas"])
    #expect(values("history payment") == ["payment"])
    #expect(values("change list --table", typed: "suspen") == ["suspension"])
    #expect(values("user unlock") == ["lockedUser"])
    #expect(values("eft hold") == ["enrolledAccount"])
    #expect(values("eft enroll") == ["account"])
    #expect(values("link remove a@example.com") == ["linkedAccount of a@example.com"])
    #expect(values("link add a@example.com") == ["account"])
    #expect(values("read void M1 --on") == ["readDay of M1"])
    #expect(values("payment reverse") == ["payment"])
    #expect(values("service start 1 WATER --meter") == ["freeMeter of 1"])
    #expect(values("meter exchange") == ["meter"])
    #expect(values("meter exchange M1 --new") == ["freeMeter"])
  }

  @Test("keys of the configuration, folders, and what can be in use")
  func others() {
    #expect(values("config set", typed: "pl") == ["plans"])
    #expect(values("config show").contains("store"))
    #expect(values("use", typed: "acc").first == "account")
    #expect(values("use", typed: "dor") == ["Dora Salas"])
    #expect(values("use", typed: "acc") == ["account", "Dora Salas"])
    #expect(values("search", typed: "acc") == ["Dora Salas", "account 7"])
    let folders = Completer(source: FakeSource()).suggestions(after: ["plan", "list"], typed: "")
    #expect(folders.namesFiles)
  }

  @Test("what is done with saved queries, and their names")
  func queries() {
    #expect(values("query") == ["save", "run", "list", "remove"])
    #expect(values("query run", typed: "o") == ["owed"])
    #expect(values("query remove") == ["owed", "routes"])
    #expect(values("query run owed", typed: "x") == [])
    #expect(values("query list --at").first == "change")
    #expect(values("query", typed: "SELECT * FROM v_bill_") == ["SELECT * FROM v_bill_line"])
    #expect(values("query select * from", typed: "v_custo") == ["v_customer"])
    #expect(values("query save paid", typed: "select 1 from v_custo").count == 1)
    #expect(values("query run owed", typed: "v_b") == [])
    #expect(values("use account") == ["account"])
  }

  @Test("saved imports, their files, and the options of their commands")
  func imports() {
    #expect(values("import") == ["save", "list", "show", "remove", "bank"])
    #expect(values("import show") == ["bank"])
    #expect(values("import save") == [])
    #expect(values("import save new", typed: "paym") == ["payment"])
    #expect(values("import save new payment post", typed: "--met") == ["--method"])
    let files = Completer(source: FakeSource()).suggestions(after: ["import", "bank"], typed: "")
    #expect(files.namesFiles)
    #expect(values("import bank", typed: "--rej") == ["--rejects"])
    #expect(values("import bank pay.csv", typed: "--skip") == ["--skip-known"])
    #expect(values("import bank pay.csv", typed: "--method") == [])
  }

  @Test("jobs, where a job is named")
  func jobs() {
    #expect(values("job show") == ["job"])
    #expect(values("job undo") == ["job"])
    #expect(values("job list --table").contains("payment"))
  }

  @Test("parameters of a query, saved or written there, that are not given yet")
  func parameters() {
    #expect(values("query run owed --param") == ["account=", "min="])
    #expect(values("query run owed --param account=7 --param") == ["min="])
    #expect(values("query run owed", typed: "--param=m") == ["--param=min="])
    #expect(values("query SELECT :route --param", typed: "r") == ["route="])
    #expect(values("query run nosuch --param") == [])
  }

  @Test("values of the configuration, of settings and of the prompt's own words")
  func configured() throws {
    #expect(values("config set format", typed: "j") == ["json"])
    #expect(values("config set color") == ["auto", "always", "never"])
    #expect(values("config set csv-bom") == ["yes", "no"])
    #expect(values("config set wait") == [])
    #expect(values("setting set city") == [])
    #expect(values("setting set dates.earliest", typed: "tod") == ["today"])
    #expect(LineRequest.following(["timing"]) == ["on", "off"])
    for setting in Setting.allCases {
      let words = values("setting set \(setting.rawValue)")
      if (try? setting.value("yes")) != nil, (try? setting.value("maybe")) == nil {
        #expect(words == ["yes", "no"], "\(setting)")
      }
    }
  }

  @Test("the command that is watched, which only shows, with its own options")
  func watched() {
    #expect(values("watch 5", typed: "bi") == ["bill"])
    #expect(values("watch 5 bill") == ["show", "list"])
    #expect(values("watch 5 bill list", typed: "--rou") == ["--route"])
    #expect(values("watch 5 bill list", typed: "--until") == ["--until-changes"])
    #expect(values("watch --until-changes 5 account show") == ["account"])
    #expect(values("watch 5 customer list --fields", typed: "ci") == ["cid", "city"])
    #expect(values("watch 5", typed: "ru") == [])
    #expect(values("watch", typed: "bi") == [])
  }

  @Test("what stands where a record is to be named")
  func records() {
    #expect(values("account show") == ["account"])
    #expect(values("account list --cid") == ["customer"])
    #expect(values("account list", typed: "--cid=1") == ["--cid=customer"])
    #expect(values("user lock") == ["user"])
    #expect(values("read add") == ["meter"])
    #expect(values("bill list --route") == ["route"])
    #expect(values("service stop 7") == ["service of 7"])
    #expect(values("service start 7") == ["serviceType of 7"])
    #expect(values("note add meter") == ["meter"])
    #expect(values("search", typed: "Sal") == ["Dora Salas"])
  }

  @Test("the number or address of what is yet to be is left to whoever types")
  func newRecords() {
    #expect(values("customer add", typed: "1") == [])
    #expect(values("account open", typed: "2") == [])
    #expect(values("customer add --cid", typed: "1") == [])
    #expect(values("portal register", typed: "a") == [])
    #expect(values("customer set 1 --email", typed: "a") == [])
  }

  @Test(
    "words that are enumerated",
    arguments: [
      ("payment post 7 --encoding", "latin-1"), ("delivery set 7", "both"),
      ("delivery set 7 --method", "both"),
      ("setting get", "time-zone"), ("setting set", "time-zone"), ("customer list -O", "json"),
      ("report delivery --by", "route"), ("user list --status", "locked_out"),
      ("--profile", "night"), ("customer set 7 --clear", "phone"),
    ])
  func choices(line: String, word: String) { #expect(values(line).contains(word)) }

  @Test("several with commas between them: the next of them")
  func lists() {
    #expect(values("report consumption --by", typed: "month,ro") == ["month,route"])
    #expect(values("report payments --by", typed: "day,me") == ["day,method"])
    #expect(values("report payments --by", typed: "r") == [])
    #expect(values("customer list --fields", typed: "cid,") == ["cid,name", "cid,city"])
    #expect(values("customer list --sort", typed: "-n") == ["-name"])
  }

  @Test("days: today and the ends of months, in the form that is begun")
  func dates() {
    let days = values("service stop 7 WATER --on")
    #expect(days.first == "2026-11-28")
    #expect(days.contains("2026-10-31") && days.contains("2026-11-30"))
    #expect(values("service stop 7 WATER --on", typed: "yes") == ["yesterday"])
    #expect(values("service stop 7 WATER --on", typed: "tom") == ["tomorrow"])
    #expect(values("read add 7 --on", typed: "tom") == [])
    #expect(values("read add 7 --on").allSatisfy { $0 <= "2026-11-28" })
    #expect(values("account show 7 --as-of", typed: "2026-11-2").contains("2026-11-27"))
  }

  @Test(
    "files where a file is to be named",
    arguments: [
      "payment post --from", "payment post --rejects", "run", "plan apply", "-o", "--store",
      "store restore", "customer add --plan-out", "eft enroll 7 --bank-account-file",
    ])
  func files(line: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("pay.csv", "")
    let typed = folder.path + "/pa"
    #expect(values(line, typed: typed) == [folder.path + "/pay.csv"])
  }

  @Test("case does not matter where nothing else fits")
  func anyCase() { #expect(values("customer list -O", typed: "JS") == ["json"]) }

  @Test("what is left out is counted, in a line that changes nothing")
  func counted() {
    let found = Completer(source: FakeSource()).suggestions(
      after: ["account", "show"], typed: "2")
    #expect(found.counting("2").last == .init(value: "2", meaning: "… 2 more; keep typing"))
  }
}
