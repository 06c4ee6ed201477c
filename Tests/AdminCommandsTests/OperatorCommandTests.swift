import Accounts
import protocol ArgumentParser.ParsableCommand
import Reports
import Testing

@testable import AdminCommands

@testable import Engines
@testable import Ledger

@Suite("Operators and what they may do", .onBothEngines)
struct OperatorCommandTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("operator add pat admin")
    for (name, role) in [("cleo", "clerk"), ("vi", "viewer"), ("sue", "supervisor")] {
      try bench.expect("operator add \(name) \(role)")
    }
  }

  private func status(_ name: String, _ line: String) -> AdminCommands.ExitStatus {
    bench.operatorName = name
    defer { bench.operatorName = "pat" }
    return bench.run(line).status
  }

  @Test("each may do what the least role of the command lets them")
  func roles() {
    #expect(status("vi", "customer list") == .done)
    #expect(status("vi", "customer add 7 --name Ana") == .notPermitted)
    #expect(status("cleo", "customer add 7 --name Ana") == .done)
    #expect(status("cleo", "change undo 1") == .notPermitted)
    #expect(status("sue", "setting set city X") == .notPermitted)
    #expect(status("pat", "setting set city X") == .done)
  }

  @Test("a clerk who wants to undo is told what to ask a supervisor for")
  func undoToAskFor() throws {
    let customer = try bench.expect("customer add 9 --name Cy")
    #expect(customer.words.contains("(change "))
    bench.operatorName = "cleo"
    #expect(bench.run("change undo").words.contains("ask a supervisor; `ubadmin operator roles`"))
    let set = try bench.expect("customer set 9 --city Ames")
    let number = try #require(set.words.split(separator: "(change ").last?.prefix { $0 != ")" })
    let refused = bench.run("change undo --yes")
    #expect(refused.status == .notPermitted)
    let asked = "ask a supervisor to run `ubadmin change undo \(number)`"
    #expect(refused.words.contains(asked), "\(refused)")
    #expect(bench.run("change undo 3 --yes").words.contains("`ubadmin change undo 3`"))
    bench.operatorName = "sue"
    try bench.expect("change undo \(number)")
    bench.operatorName = "pat"
    let cities = try bench.expect("customer list --csv --no-header --fields city").output
    #expect(!cities.contains("Ames"))
  }

  @Test("who is no operator may do nothing, and is told whom to ask")
  func stranger() {
    bench.operatorName = "mallory"
    let result = bench.run("customer list")
    #expect(result.status == .notPermitted)
    #expect(result.output == "")
    #expect(result.words.contains("ask pat to run `ubadmin operator add mallory ROLE`"))
  }

  @Test("a file or a dry run is no way around")
  func files() throws {
    let file = try bench.file("in.csv", "cid,name\n8,Bo\n")
    #expect(status("vi", "customer add --from \(file)") == .notPermitted)
    #expect(status("vi", "customer add 8 --name Bo --dry-run") == .notPermitted)
    bench.operatorName = "vi"
    #expect(bench.run([], input: "customer add 8 --name Bo\n").status == .notPermitted)
  }

  @Test("root is let in, as it could write past the program anyway")
  func root() {
    #expect(status("root", "setting set city Y") == .done)
  }

  @Test("the last admin stays one")
  func lastAdmin() throws {
    #expect(status("pat", "operator remove pat") == .refused)
    #expect(status("pat", "operator set pat --role clerk") == .refused)
    try bench.expect("operator set sue --role admin")
    try bench.expect("operator remove pat")
    #expect(status("pat", "customer list") == .notPermitted)
  }

  @Test("a store is put back by admins alone")
  func restore() throws {
    let file = try bench.file("backup.db", "none")
    #expect(status("sue", "store restore \(file) --yes") == .notPermitted)
    #expect(status("sue", "store migrate") == .notPermitted)
  }
}

@Suite("Behind sudo, under a service account")
struct ServiceAccountTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    bench.actsForAnother = true
  }

  @Test("no file is written by its name: the person's own shell does that")
  func output() throws {
    let taken = try bench.file("taken.csv", "kept\n")
    let new = bench.folder + "/new.csv"
    for line in [
      "customer list -o \(taken)", "customer list -o \(new)",
      "customer set 1 --name Bo --plan-out \(new)",
      "customer set --from - --rejects \(new) --keep-going",
    ] {
      let result = bench.run(line, input: "cid,name\n1,Bo\n")
      #expect(result.status == .cannotCreateOutput, "\(line): \(result)")
      #expect(result.words.contains("use /dev/stdout"))
    }
    #expect(bench.text(of: "taken.csv") == "kept\n")
    #expect(bench.text(of: "new.csv") == nil)
    #expect(bench.run("customer show 1").output.contains("Ana"))
  }

  @Test("what is the account's alone is not read, nor told of")
  func input() throws {
    let key = try bench.file("key", "0123456789abcdef")
    for line in [
      "customer add --from \(key)", "run \(key)",
      "eft enroll A1 --routing 021000021 --bank-account-file \(key)",
    ] {
      let result = bench.run(line)
      #expect(result.status == .cannotOpenInput, "\(line): \(result)")
      #expect(!result.words.contains("0123456789"))
    }
    #expect(bench.run("customer add --from -", input: "cid,name\n2,Bo\n").status == .done)
  }
}

@Suite("The table of roles")
struct LeastRoleTests {
  @Test("the first operator is the one who adds, as an admin")
  func first() throws {
    let bench = try CommandBench()
    #expect(bench.run("operator add bea admin").words.contains("operator add pat admin"))
    #expect(bench.run("operator add pat clerk").status == .refused)
    try bench.expect("operator add pat admin")
    #expect(bench.run("operator add pat admin").words == "pat is unchanged: admin\n")
  }

  @Test("what changes the store needs more than a viewer")
  func writing() {
    for operation in OperationCatalogue.all {
      #expect(operation.leastRole > .viewer, "\(operation.name)")
      #expect(!operation.writes.isEmpty, "\(operation.name)")
    }
  }

  @Test(
    "the server's grants say the same",
    arguments: [
      ("setting set", "INSERT", StoredSetting.table), ("operator remove", "DELETE", Operator.table),
      ("service-type add", "DELETE, INSERT", ServiceType.table),
      ("customer add", "INSERT", Customer.table), ("eft export", "INSERT", EFTFile.table),
    ])
  func grants(_ command: String, _ right: String, _ table: Table) throws {
    let role = OperationCatalogue.rights.leastRole(of: command)
    let sql = PostgreSQLRights.grants(on: [table.name], OperationCatalogue.rights)
    let grants = sql.split(separator: "\n").filter {
      $0.contains(right) && $0.hasSuffix("ON ubadmin.\(table.name) TO \(role.serverName);")
    }
    #expect(grants.count == 1, "\(sql)")
  }

  @Test("a supervisor does not take back what an admin has decided")
  func undoOfAdmin() throws {
    let bench = try CommandBench()
    for line in ["pat admin", "sue admin"] { try bench.expect("operator add \(line)") }
    try bench.expect("operator set sue --role supervisor")
    bench.operatorName = "sue"
    let refused = bench.run("change undo 3")
    #expect(refused.status == .notPermitted)
    #expect(
      refused.words.contains("ask an admin to run `ubadmin change undo 3`"), "\(refused)")
    bench.operatorName = "pat"
    #expect(bench.run("change undo 3").status == .done)
  }
}
