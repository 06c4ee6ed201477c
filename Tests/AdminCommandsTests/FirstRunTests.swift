import Glibc
import TestEngines
import Testing

@testable import AdminCommands

@Suite("The first run")
struct FirstRunTests {
  @Test("without a store, the error names two ways on, and both run as printed")
  func ways() throws {
    let bench = try CommandBench(withStore: false)
    bench.environment["UBADMIN_STORE"] = bench.folder + "/new.db"
    let refused = bench.run("customer list")
    #expect(refused.status == .storeUnavailable)
    #expect(refused.words.contains("`ubadmin store init \(bench.folder)/new.db`"))
    try bench.expect("store demo \(bench.folder)/new.db --accounts 3")
    try bench.expect("customer list")
  }

  @Test("the time zone is the machine's where none is named, and that is told")
  func zone() throws {
    let bench = try CommandBench(withStore: false)
    let made = try bench.expect("store init \(bench.folder)/a.db")
    #expect(made.words.contains(", as on this machine"))
    #expect(made.words.contains("setting set time-zone"))
    let named = try bench.expect("store init \(bench.folder)/b.db --time-zone America/Denver")
    #expect(named.words.contains("time zone America/Denver\n"))
  }

  @Test("a folder that is missing is not made, unless --yes says so, and then it is told")
  func folders() throws {
    let bench = try CommandBench(withStore: false)
    let folder = bench.folder + "/new"
    for line in ["init", "demo --accounts 3"] {
      let refused = bench.run("store \(line) \(folder)/city.db")
      #expect(refused.status == .cannotCreateOutput)
      #expect(refused.words.contains("mkdir -p \(folder)"))
      #expect(access(folder, F_OK) != 0)
    }
    let made = try bench.expect("store init \(folder)/city.db --yes --quiet")
    #expect(made.words == "created the folder \(folder)\n")
    let copied = bench.run("store copy \(folder)/city.db \(bench.folder)/other/city.db")
    #expect(copied.status == .cannotCreateOutput)
    unlink(folder + "/city.db")
    rmdir(folder)
  }

  @Test("where a store is by itself, its folder is made and told")
  func ownPlace() throws {
    let bench = try CommandBench(withStore: false)
    bench.environment = ["UBADMIN_STORE": "", "XDG_DATA_HOME": bench.folder + "/data"]
    let made = try bench.expect("store init")
    #expect(made.words.hasPrefix("created the folder \(bench.folder)/data/ubadmin\n"))
    #expect(!made.words.contains("export"), "\(made)")
    unlink(bench.folder + "/data/ubadmin/accounts.db")
    rmdir(bench.folder + "/data/ubadmin")
    rmdir(bench.folder + "/data")
  }

  @Test("a store in another place says how to use it, and its commands name it")
  func otherPlace() throws {
    let bench = try CommandBench(withStore: false)
    let path = bench.folder + "/other.db"
    let made = try bench.expect("store init \(path)")
    #expect(
      made.words.contains("`ubadmin setting set time-zone America/Chicago --store \(path)`"),
      "\(made)")
    #expect(made.words.hasSuffix("run `export UBADMIN_STORE=\(path)`\n"), "\(made)")
    for options in ["--store \(path)", "--json --store \(path)"] {
      let refused = bench.run("account show 77 \(options)")
      #expect(refused.words.contains(" --store \(path)`"), "\(refused)")
    }
    bench.environment["UBADMIN_STORE"] = path
    #expect(!bench.run("account show 77").words.contains("--store"))
    let demo = bench.folder + "/demo.db"
    bench.environment["UBADMIN_STORE"] = ""
    let city = try bench.expect("store demo \(demo) --accounts 3")
    #expect(
      city.words.contains("run `export UBADMIN_STORE=\(demo)`; to use it always, "), "\(city)")
    #expect(city.words.hasSuffix(", `ubadmin config set store \(demo)`\n"), "\(city)")
    #expect(try bench.expect("store demo \(demo)2 --accounts 3 --quiet").words.isEmpty)
  }

  @Test("the commands of a message name the store that the line names, where they work on one")
  func placed() {
    let text = "see `bill show 1`, `config list`, `store init b.db`, `x y` or `ubadmin today`"
    #expect(
      PrintedCommands.on(PrintedOptions(store: ["--store", "b.db"]), text)
        == "see `bill show 1 --store b.db`, `config list`, `store init b.db`, `x y` "
        + "or `ubadmin today --store b.db`")
    #expect(
      PrintedCommands.on(
        PrintedOptions(store: ["--profile", "a b"]),
        "`note add account 1 -- -5`, `search 'x -- y'`")
        == "`note add account 1 --profile 'a b' -- -5`, `search 'x -- y' --profile 'a b'`")
    #expect(
      PrintedCommands.on(
        PrintedOptions(store: ["--store", "b.db"], past: ["--at", "9"]),
        "`search 1`, `note add account 1 x`")
        == "`search 1 --store b.db --at 9`, `note add account 1 x --store b.db`")
    #expect(StorePlace.options(["today", "--store=postgresql://a:b@c/d"]).isEmpty)
    #expect(StorePlace.options(["--profile=x", "today"]) == ["--profile", "x"])
  }

  @Test(
    "at a terminal both ways are offered, and the one chosen is taken", arguments: ["1", "2", ""])
  func offered(answer: String) throws {
    let bench = try CommandBench(withStore: false)
    let path = bench.folder + "/city.db"
    let terminal = try PseudoTerminal()
    let process = try bench.start(at: terminal, ["UBADMIN_STORE": path])
    try terminal.expect("There is no store at \(path) yet.")
    try terminal.expect("Which? [1, 2 or Enter] ")
    terminal.type(answer + "\r")
    try terminal.expect(ReplBinaryTests.prompt)
    #expect((access(path, F_OK) == 0) == !answer.isEmpty)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}
