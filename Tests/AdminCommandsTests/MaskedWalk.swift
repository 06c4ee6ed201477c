import Accounts
import Reports
@testable import Portal

/// An office full of personal data, and a line or more for each command.
enum MaskedWalk {
  /// What a mask leaves of an address is its first letter and its host; of anything else, four signs.
  private static let marks = ["qmark", "900-777", "9007771", "555001234"]

  static func marker(in text: String) -> String? { marks.first { text.contains($0) } }

  private static let key = String(repeating: "k", count: 32)

  static func office() throws -> CommandBench {
    let words = Counter()
    let bench = try CommandBench()
    bench.secrets = .rehearsed { "word \(words.next())" }
    bench.environment["UBADMIN_EFT_KEY"] = try bench.file("key", key)
    for line in setUp { try EntryPointTests.run(line, in: bench) }
    try bench.file("set.csv", "cid,name\n1,Anna\n99,Nobody\n")
    try bench.file("old", "1234567890\n")
    try bench.file("new", "a long word 9\n")
    try bench.file("script", "use Ana\nuse customer 1\nshow\ncustomer list\n")
    try bench.expect("customer set 2 --phone 900-777-1149 --plan-out \(bench.folder)/kept.plan")
    try bench.expect("customer list -o \(bench.folder)/customers.csv --provenance")
    let run = try bench.file("job.csv", "cid,city\n3,Austin\n99,Austin\n")
    guard bench.run("customer set --from \(run) --keep-going").status == .someRowsFailed else {
      throw BenchFailure("the bulk run of the office failed")
    }
    try bench.expect("import save rates payment post --method check")
    // Wrong words are counted by the address that was typed.
    _ = bench.run("portal sign-in xqmark@example.com", input: "wrong word 12\n")
    bench.secrets = .quick
    return bench
  }

  /// The words of a line, and what is typed besides: the session's token where nothing is said. The last
  /// bulk run stands for `{job}`.
  static func parts(_ line: String, _ bench: CommandBench) throws -> ([String], String) {
    var line = line
    if line.contains("{job}") {
      let job = try bench.expect("job list --limit 1 --fields job --csv --no-header --quiet")
      line = line.replacing("{job}", with: job.output.filter(\.isNumber))
    }
    let parts = line.replacing("{}", with: bench.folder).split(separator: " < ").map(String.init)
    return (try EntryPointTests.words(parts[0]), parts.count > 1 ? parts[1] : "word 3")
  }

  private static let setUp = [
    "customer add 1 --name Ana --phone 900-777-1142 --email aqmark@example.com",
    "customer add 2 --name Bo --phone 900-777-1143 --email bqmark@example.com",
    "customer add 3 --name Bo --phone 900-777-1143 --email bqmark@example.com",
    "customer set 2 --phone 900-777-1144",
    "location add L1 --address 'One Main St' --route R1",
    "location add L2 --address 'Two Main St'",
    "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
    "account open A1 --cid 1 --location L1 --on 2025-01-01",
    "account open A2 --cid 2 --location L2 --on 2025-01-01",
    "service start A1 WATER --on 2025-01-01 --meter M1 --reading 100",
    "read add M1 --on 2025-02-01 --reading 112.5",
    "bill add B1 A1 --on 2025-02-01 --amount 41.80 --accept unusual",
    "payment post A1 --on 2025-02-10 --amount 20 --accept unusual",
    "eft enroll A1 --routing 021000021 < 5550012345678",
    "delivery set A1 email --email dqmark@example.com", "delivery set A2 mail",
    "delivery bounce --email dqmark@example.com --code 5.1.1",
    "request add --email rqmark@example.com --account A1 --subject Leak --text Wet",
    "note add account A1 'Dog in the yard'",
    "portal register known@example.com --first Ana --last Ortiz",
    "portal activate < word 1", "portal sign-in known@example.com",
    "portal add-identity google --subject gqmark-1234 --email known@example.com "
      + "--email-verified yes < word 3",
    "portal profile --new-email nqmark@example.com < word 3",
    "link add known@example.com A1 --cid 1",
    "portal register pending@example.com --first Al --last Pine --provider google "
      + "--subject hqmark-5678 --email-verified yes",
    "user register locked@example.com --first Cy --last Poe", "user activate locked@example.com",
    "user lock locked@example.com",
    "announcement add Closed Friday", "setting set mail.sender city@example.gov",
    "setting set eft.company-name City", "setting set eft.company-id 1234567890",
    "setting set eft.odfi 021000021",
    "report schedule add sent 'report aged-balances' --mail dqmark@example.com",
  ]
}

extension MaskedWalk {
  /// The folder of the bench stands for `{}`.
  static let lines: [(line: String, formats: [String])] =
    (reading + Questions.all.map(asked)).map {
      ($0, ["table", "csv", "tsv", "json", "ndjson", "markdown"])
    }
    + writing.map { ($0 + " --dry-run", ["table", "json"]) } + others.map { ($0, [""]) }

  /// A report with what it always needs.
  private static func asked(_ question: any Question.Type) -> String {
    "report \(question.name)" + (question.name == WaterBalance.name ? " --supplied 10000" : "")
  }

  /// Commands that read no store, or make one; and the citizen's own page, which is shown to whoever
  /// has the token of the citizen's session.
  static let withoutData: Set = [
    "begin", "commit", "config list", "config path", "config set", "config show", "config unset",
    "last", "manual", "operator roles", "portal bill", "portal request", "portal show", "repl",
    "rollback", "store copy", "store demo", "store init", "store migrate", "store restore", "use",
    "watch",
  ]

  private static let reading = [
    "account show A1", "account show A2", "account list", "account list --fields help",
    "announcement list", "bill show B1", "bill list", "change list --limit 0",
    "change show 1", "change show 4", "change show 17", "change show 18", "change show 24",
    "customer show 1", "customer show 2", "customer list", "customer list --sort phone",
    "customer list --fields cid,phone,email", "delivery show A1", "delivery list", "eft show A1",
    "eft list", "history account A1", "history customer 1", "history meter M1",
    "history service A1/WATER", "history user known@example.com", "history location L1",
    "history bill B1", "history payment 1", "today",
    "import list", "import show rates", "job list", "job show {job}", "job resume {job}",
    "explain known@example.com", "explain A1", "explain M1", "explain bill B1", "explain payment 1",
    "explain locked@example.com", "link list",
    "link list --users-without-account", "link list --accounts-without-user",
    "location show L1", "location list", "mail list", "mail template list", "meter show M1",
    "meter list",
    "note list", "note list account A1", "operator list", "payment list", "plan list {}",
    "plan show {}/kept.plan",
    "query 'SELECT * FROM customer'", "query 'SELECT * FROM v_user'",
    "query 'SELECT * FROM v_mail'",
    "query 'SELECT * FROM change_row'", "portal welcome",
    "query --tables", "query list", "read list --meter M1",
    "report consumption", "report consumption --compare last-year --unit CCF",
    "report consumption --basis billed", "report consumption-history --account A1",
    "report list", "report schedule list", "report verify {}/customers.csv", "request list",
    "request show 1", "search aqmark", "search 900-777", "search 'Ana 1142'", "service list",
    "service-type list", "setting get city", "setting list", "store doctor", "store info",
    "user show known@example.com", "user show pending@example.com", "user list",
    "user sessions known@example.com",
  ]

  private static let writing = [
    "account open A9 --cid 2 --location L2 --on 2025-02-01",
    "account set A1 --cid 2 --role payer --on 2025-02-01",
    "account close A2 --on 2025-06-01", "account move A1 --cid 2 --on 2025-06-01",
    "announcement add Open Monday", "announcement retire 1", "bill add B2 A1 --amount 5",
    "change undo 4", "change undo 1", "change undo", "change redo", "customer add 9 --name Zed",
    "customer set 1 --name Anne",
    "customer set 1 --clear phone,email", "customer merge 3 --into 2",
    "customer set --from {}/set.csv --keep-going", "delivery bounce A1 --code 5.1.2",
    "delivery set A1 both", "delivery set A1 mail", "eft cancel A1 --reason asked",
    "eft confirm A1", "eft enroll A2 --routing 021000021",
    "eft hold A1 --reason asked", "eft release A1", "job undo {job}", "eft set A1 --draft-day 9",
    "link add known@example.com A2 --cid 2", "link remove known@example.com A1",
    "location add L9 --address 'Three Main St'", "location set L1 --cycle MONTHLY", "mail send",
    "mail retry 1",
    "report schedule add owed 'report aged-balances' --folder /tmp",
    "meter add M9 --service WATER --dials 5", "meter set M1 --mxu X1",
    "meter exchange M1 --new M2 --on 2025-05-01 --reading 140 --new-reading 3",
    "meter install M2 A1 --on 2025-05-01 --reading 0",
    "meter remove M1 --on 2025-05-01 --reading 140", "note add customer 1 'Calls often'",
    "operator add pat admin", "operator remove pat", "operator set pat --role clerk",
    "payment post A1 --on 2025-02-11 --amount 1 --accept unusual",
    "payment reverse 1 --reason bounced",
    "payment move 2 --to A2 --reason wrong", "bill void B2 --reason wrong",
    "plan apply {}/kept.plan", "portal activate",
    "portal add-identity apple --subject s-1 "
      + "--email known@example.com --email-verified yes",
    "portal contact --subject Leak --text Wet",
    "portal delivery A1 mail", "portal eft A1 --routing 021000021", "portal end-eft A1",
    "portal forgot-password known@example.com",
    "portal profile --last Ortega", "portal register new@example.com --first N --last E",
    "portal remove-identity google", "portal sign-out", "portal unlink A1", "portal reply 1 Dry",
    "read add M1 --on 2025-03-01 --reading 120", "read void M1 --on 2025-02-01",
    "request add --email other@example.com --subject Leak --text Wet", "request assign 1 --to pat",
    "request answer 1 Dry",
    "request close 1 --reason repaired", "request reply 1 --text Friday",
    "service cancel A1 WATER", "service resume A1 WATER --on 2025-04-01",
    "service set A1 WATER --class residential",
    "service start A2 SEWER --on 2025-02-01", "service stop A1 WATER --on 2025-06-01 --reading 150",
    "service suspend A1 WATER --on 2025-03-01", "service transfer A1 WATER --to A2 --on 2025-06-01",
    "service-type add 3000 --name IRRIGATION --metered yes --unit GAL",
    "service-type set 1000 --unit CCF", "setting set city X", "user activate pending@example.com",
    "user deactivate known@example.com", "user lock known@example.com",
    "user register new@example.com --first N --last E",
    "user remove-identity known@example.com google", "user resend pending@example.com",
    "user reset-password known@example.com", "user revoke known@example.com",
    "user set known@example.com --last Ortega", "user suspend known@example.com",
    "user unlock locked@example.com", "user unsuspend known@example.com",
  ]

  /// What takes no format, or leaves a file.
  private static let others = [
    "change verify --rows", "store check", "run {}/script",
    "eft returns --from {}/set.csv", "store backup {}/backup.db",
    "customer set 1 --name Anne --plan-out {}/plan",
    "user set known@example.com --last Ortega --plan-out {}/plan",
    "delivery set A1 both --plan-out {}/plan",
    "customer set --from {}/set.csv --keep-going --rejects {}/rejects.csv --dry-run",
    "customer list --csv --output {}/out.csv", "change list --csv --output {}/out.csv --limit 0",
    "portal change-password known@example.com --password-file {}/old --new-password-file {}/new",
    "portal link A2 --cid 2 < word 3",
    "portal reset-password --token-file {}/old --password-file {}/new",
    "portal sign-in known@example.com < 1234567890",
    "portal sign-in yqmark@example.com", "portal unlock --email locked@example.com",
    "eft export --on 2026-03-17 -o {}/drafts", "change list --limit 0 --csv",
    "change undo 1", "change undo 4", "customer show 99", "customer add 1 --name Other",
  ]
}
