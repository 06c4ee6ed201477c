import Accounts
import Testing

@testable import AdminCommands

@Suite("store copy")
struct StoreCopyCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect(["customer", "add", "7", "--name", "Zoë Núñez"])
    try bench.expect("customer set 7 --phone 512-555-0142")
  }

  @Test("a copy is told, verified, and can be worked with")
  func file() throws {
    let copy = bench.folder + "/copy.db"
    let result = try bench.expect("store copy \(bench.store) \(copy)")
    #expect(result.words.contains("up to change 2, verified; digest "))
    #expect(result.output == "")
    let shown = try bench.expect("customer show 7 --json --store \(copy)")
    #expect(shown.output == (try bench.expect("customer show 7 --json")).output)
  }

  @Test("as JSON it names both places, rows and the journal's head")
  func json() throws {
    let copy = bench.folder + "/copy.db"
    let result = try bench.expect("store copy \(bench.store) \(copy) --json --quiet")
    for part in ["\"from\":", "\"to\":", "\"last_change\":2", "\"last_digest\":"] {
      #expect(result.output.contains(part), "\(result)")
    }
    #expect(result.words == "")
  }

  @Test("a store in use, or the store itself, is not copied over")
  func refused() throws {
    let copy = bench.folder + "/copy.db"
    try bench.expect("store copy \(bench.store) \(copy)")
    let again = bench.run("store copy \(bench.store) \(copy)")
    #expect(again.status == .cannotCreateOutput)
    #expect(again.words.contains("is a store in use"))
    #expect(
      bench.run("store copy \(bench.store) sqlite:\(bench.store)").status == .cannotCreateOutput)
    #expect(bench.run("store copy \(bench.store).none \(copy)").status == .storeUnavailable)
  }

  @Test("to a server and back the books stay the same", .needsPostgreSQL)
  func serverAndBack() throws {
    let server = try PostgreSQLCluster.shared().makeDatabase().address()
    let back = bench.folder + "/back.db"
    let there = try bench.expect("store copy \(bench.store) \(server) --json")
    #expect(there.words.contains("verified"))
    try bench.expect("customer set 7 --phone 512-555-0199 --store \(server)")
    try bench.expect("store check --store \(server)")
    try bench.expect("store copy \(server) \(back)")
    let lists = try [bench.store, server, back].map {
      try bench.expect("change list --json --limit 0 --store \($0)").output
    }
    #expect(lists[0] != lists[1])
    #expect(lists[1] == lists[2])
    try bench.expect("change verify --store \(back)")
  }

  @Test(
    "an address with a password is refused in words that do not repeat it",
    arguments: ["postgresql://pat:hunter2@db/city", "host=db password=hunter2"])
  func password(address: String) throws {
    for line in [
      ["store", "copy", bench.store, address], ["store", "init", address],
      ["store", "info", "--store", address],
    ] {
      let result = bench.run(line)
      #expect(result.status == .usage, "\(line)")
      #expect(result.words.contains("~/.pgpass"), "\(line)")
      #expect(!result.words.contains("hunter2"), "\(line)")
    }
    #expect(bench.run(["config", "set", "store", address]).status == .usage)
    bench.environment["UBADMIN_STORE"] = address
    let configured = bench.run("store info")
    #expect(configured.status == .configuration, "\(configured)")
    #expect(configured.words.contains("UBADMIN_STORE: the store's address contains a password"))
    #expect(!configured.words.contains("hunter2"))
    bench.environment["UBADMIN_STORE"] = nil
    let shown = try bench.expect(["config", "show", "store", "--store", address])
    #expect(!shown.output.contains("hunter2"))
  }

  @Test("--group is for files")
  func group() {
    let result = bench.run("store init postgresql://db/city --group clerks")
    #expect(result.status == .usage)
    #expect(result.words.contains("ubadmin_clerk"))
  }
}
