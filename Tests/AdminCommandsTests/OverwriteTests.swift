@testable import Portal
@testable import Rules
@testable import Ledger
@testable import Engines
@testable import Values
import Accounts
import Glibc
import Testing

@testable import AdminCommands

/// An output that is the same file as something that is read, by whatever name.
@Suite("Nothing overwrites what it reads", .onBothEngines)
struct OverwriteTests {
  private static let rows = "cid,name\n1,Ana\n2,\n"

  /// A way to call a file by another name than its own.
  enum Alias: String, CaseIterable, Sendable {
    case same, dotted, hardLink, symbolicLink, linkedFolder

    func path(of name: String, in bench: CommandBench) throws -> String {
      let path = "\(bench.folder)/\(name)"
      let other = "\(bench.folder)/other"
      switch self {
      case .same: return path
      case .dotted: return "\(bench.folder)/./\(name)"
      case .hardLink: try make(link(path, other))
      case .symbolicLink: try make(symlink(path, other))
      case .linkedFolder:
        try make(symlink(bench.folder, other))
        return "\(other)/\(name)"
      }
      return other
    }

    private func make(_ code: Int32) throws {
      guard code == 0 else { throw BenchFailure("cannot make a link") }
    }
  }

  private func refused(
    _ line: String, in bench: CommandBench, _ first: String, _ second: String
  ) {
    let result = bench.run(line)
    #expect(result.status == .cannotCreateOutput, "\(result)")
    #expect(
      result.words.contains(
        "\(first) and \(second) are the same file; nothing was read or written"), "\(result)")
  }

  @Test(
    "an output over --from is refused, whatever the file is called, also with --dry-run",
    arguments: Alias.allCases, ["--rejects", "--plan-out", "--output"])
  func overInput(alias: Alias, option: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", Self.rows)
    let other = try alias.path(of: "in.csv", in: bench)
    for more in ["", " --keep-going", " --dry-run"] where option != "--plan-out" || more == "" {
      refused(
        "customer add --from \(file) \(option) \(other)\(more)", in: bench, "\(option) \(other)",
        "--from \(file)")
    }
    #expect(bench.text(of: "in.csv") == Self.rows)
    #expect(try bench.expect("customer list --csv --no-header").output == "")
  }

  @Test("a saved query is not overwritten by what it answers")
  func savedQuery() throws {
    let bench = try CommandBench()
    try bench.expect(["query", "save", "ones", "SELECT 1 AS one"])
    let path = bench.folder + "/ubadmin/queries/ones.sql"
    refused("query run ones -o \(path)", in: bench, "--output \(path)", "the saved query \(path)")
    refused("customer list -o \(path)", in: bench, "--output \(path)", "the saved query \(path)")
    #expect(try bench.expect("query run ones --csv").output == "one\n1\n")
    try bench.expect("query remove ones")
    rmdir(bench.folder + "/ubadmin/queries")
  }

  @Test("two outputs are not the same file, be it there already or not", arguments: [true, false])
  func twoOutputs(isThere: Bool) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", Self.rows)
    let out = bench.folder + "/out.csv"
    if isThere { try bench.file("out.csv", "kept\n") }
    let linked = try Alias.linkedFolder.path(of: "out.csv", in: bench)
    refused(
      "customer add --from \(file) --keep-going --rejects \(out) --output \(linked)", in: bench,
      "--output \(linked)", "--rejects \(out)")
    #expect(bench.text(of: "out.csv") == (isThere ? "kept\n" : nil))
    #expect(try bench.expect("customer list --csv --no-header").output == "")
  }

  @Test(
    "an output is not a file that the address of a store names", arguments: ["passfile", "sslkey"])
  func filesOfAddress(setting: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("own", "kept\n")
    let address = "postgresql:///city?host=/nowhere&\(setting)=" + file.replacing("/", with: "%2F")
    let what = setting == "sslkey" ? "the private key" : "the password file"
    refused(
      "customer list --store \(address) --output \(file)", in: bench, "--output \(file)",
      "\(what) \(file)")
    #expect(bench.text(of: "own") == "kept\n")
  }

  @Test("an output is not the key of bank accounts, nor the configuration, nor a plan that is read")
  func standingFiles() throws {
    let bench = try CommandBench()
    let key = try bench.file("eft.key", "0123456789abcdef0123456789abcdef")
    bench.environment["UBADMIN_EFT_KEY"] = key
    refused("customer list --output \(key)", in: bench, "--output \(key)", "the key file \(key)")
    mkdir(bench.folder + "/ubadmin", 0o700)
    let configuration = try bench.file("ubadmin/config", "format = csv\n")
    refused(
      "store backup \(configuration) --yes", in: bench, "the backup \(configuration)",
      "the configuration file \(configuration)")
    unlink(configuration)
    let plan = bench.folder + "/a.plan"
    try bench.expect("customer add 7 --name Ana --plan-out \(plan)")
    refused("plan show \(plan) -o \(plan)", in: bench, "--output \(plan)", "the plan \(plan)")
    refused("plan apply \(plan) -o \(plan)", in: bench, "--output \(plan)", "the plan \(plan)")
  }

  @Test("an output is not the file of a text, nor of a secret")
  func textsAndSecrets() throws {
    let bench = try CommandBench()
    let text = try bench.file("text.txt", "Closed on Monday.\n")
    refused(
      "request reply 1 --text-file \(text) --plan-out \(text)", in: bench,
      "--plan-out \(text)", "--text-file \(text)")
    let secret = try bench.file("number.txt", "000123456789\n")
    refused(
      "eft enroll 1 --routing 021000021 --bank-account-file \(secret) --output \(secret)",
      in: bench, "--output \(secret)", "--bank-account-file \(secret)")
    #expect(bench.text(of: "number.txt") == "000123456789\n")
  }

  @Test("what differs is written, and devices may be named as often as one likes")
  func others() throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", Self.rows)
    let out = bench.folder + "/out.csv"
    #expect(
      bench.run("customer add --from \(file) --keep-going --rejects \(out)").status
        == .someRowsFailed)
    #expect(bench.text(of: "out.csv")?.contains("2,,3,name,required") == true)
    #expect(
      bench.run("customer add --from \(file) -n --rejects /dev/null --output /dev/null").status
        == .badData)
  }
}

/// The same where the file is the store's own, or comes by a stream of the process.
@Suite("Nothing overwrites the store, or what comes by a stream")
struct OverwrittenStoreTests {
  @Test(
    "an output is not the store, nor its log, there or not",
    arguments: ["", "-wal", "-shm", "-journal"])
  func store(ending: String) throws {
    let bench = try CommandBench()
    let path = bench.store + ending
    let result = bench.run("customer list --output \(path)")
    #expect(result.status == .cannotCreateOutput)
    #expect(
      result.words.contains(
        "--output \(path) and the store\(ending == "" ? "" : "'s log") \(path) are the same file"))
    #expect(bench.run("store check").status == .done)
  }

  @Test("a backup is not put in its own place, nor a copy over its original")
  func backup() throws {
    let bench = try CommandBench()
    let other = bench.folder + "/other.db"
    #expect(link(bench.store, other) == 0)
    let backup = bench.run("store backup \(other) --yes")
    #expect(backup.words.contains("the backup \(other) and the store \(bench.store)"))
    let restore = bench.run("store restore \(other) --yes")
    #expect(restore.words.contains("the store \(bench.store) and the backup \(other)"))
    let copy = bench.run("store copy \(bench.store) \(other)")
    #expect(copy.words.contains("its copy \(other) and the store \(bench.store)"))
    #expect(bench.run("store backup -").status == .usage)
    for result in [backup, restore, copy] { #expect(result.status == .cannotCreateOutput) }
    #expect(bench.run("store check").status == .done)
  }

  @Test(
    "a file that is standard input, or a script that runs, is no output",
    arguments: [
      ("customer add --from - --rejects in.txt < in.txt", "standard input"),
      ("customer add --from /dev/stdin --rejects in.txt < in.txt", "standard input"),
      ("customer list -o in.txt < in.txt", "standard input"),
      ("run script.txt", "the script script.txt"),
      ("run - < script.txt", "standard input"),
    ])
  func streams(line: String, input: String) throws {
    let bench = try CommandBench()
    let script = "customer list -o ./script.txt\n"
    try bench.file("in.txt", "name\nAna\n")
    try bench.file("script.txt", script)
    let result = try BuiltBinary.shell("$ubadmin \(line)", in: bench)
    #expect(result.status == AdminCommands.ExitStatus.cannotCreateOutput.rawValue, "\(result)")
    #expect(result.words.contains("\(input) are the same file"), "\(result)")
    #expect(bench.text(of: "in.txt") == "name\nAna\n")
    #expect(bench.text(of: "script.txt") == script)
  }

  @Test("standard output is not appended to what is read, and may be named twice")
  func standardOutput() throws {
    let bench = try CommandBench()
    try bench.file("in.csv", "name\nAna\n")
    let appended = try BuiltBinary.shell(
      "$ubadmin customer add --from in.csv --json >> in.csv", in: bench)
    #expect(appended.status == AdminCommands.ExitStatus.cannotCreateOutput.rawValue)
    #expect(bench.text(of: "in.csv") == "name\nAna\n")
    let named = try BuiltBinary.shell(
      "$ubadmin customer list -o /dev/stdout --csv > out.csv", in: bench)
    #expect(named.status == 0, "\(named)")
    #expect(bench.text(of: "out.csv")?.hasPrefix("cid,") == true)
  }

  @Test("bad rows and plans go to standard output where - is named")
  func dash() throws {
    let bench = try CommandBench()
    try bench.file("in.csv", "name,phone\nAna,512-555-0101\nBo,x\n")
    let rejects = try BuiltBinary.shell(
      "$ubadmin customer add --from in.csv --keep-going --rejects - > out.csv", in: bench)
    #expect(rejects.status == AdminCommands.ExitStatus.someRowsFailed.rawValue, "\(rejects)")
    #expect(bench.text(of: "out.csv")?.hasPrefix("name,phone,_line") == true)
    #expect(bench.text(of: "out.csv")?.contains("Bo,x,3,phone,") == true)
    let plan = try BuiltBinary.shell(
      "$ubadmin customer add --name Cy --plan-out - > out.plan", in: bench)
    #expect(plan.status == 0, "\(plan)")
    #expect(plan.words.contains("apply it with `ubadmin plan apply FILE`"), "\(plan)")
    try bench.expect("plan apply \(bench.folder)/out.plan")
    #expect(bench.text(of: "-") == nil)
  }
}
