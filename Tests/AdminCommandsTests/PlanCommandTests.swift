import Accounts
import Testing

@testable import AdminCommands

/// `--plan-out`, `plan show` and `plan apply`
@Suite("Plans", .onBothEngines)
struct PlanCommandTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for (cid, name) in [("1", "Ana"), ("2", "Bo"), ("3", "Cy")] {
      try bench.expect("customer add \(cid) --name \(name) --phone 512-555-010\(cid)")
    }
    return bench
  }

  private func phones(_ bench: CommandBench) -> String {
    bench.run("customer list --reveal --fields phone --csv --no-header").output
      .replacing("512-555-", with: "").replacing("\n", with: " ")
  }

  /// Plans new numbers for customers 1 and 2; answers the plan's file.
  private func plan(_ bench: CommandBench, _ options: String = "") throws -> String {
    let rows = try bench.file(
      "in.csv", "cid,phone\n1,512-555-0111\n2,512-555-0122\n3,512-555-0103\n")
    let path = bench.folder + "/new.plan"
    let planned = try bench.expect("customer set --from \(rows) --plan-out \(path) \(options)")
    #expect(planned.output == "")
    #expect(planned.words.contains("2 applied, 1 unchanged, 0 rejected"))
    #expect(planned.words.contains("apply it with `ubadmin plan apply \(path)`"))
    return path
  }

  @Test("what was planned is shown, field by field, and applied as one change")
  func apply() throws {
    let bench = try office()
    let path = try plan(bench, "--reason spring")
    #expect(phones(bench) == "0101 0102 0103 ")
    let shown = try bench.expect(
      "plan show \(path) --fields line,key,before,after --csv --no-header")
    #expect(shown.output == "2,1,•••0101,•••0111\n3,2,•••0102,•••0122\n")
    let applied = try bench.expect("plan apply \(path)")
    #expect(applied.words.contains("2 rows changed as planned (change 5;"))
    #expect(phones(bench) == "0111 0122 0103 ")
    let change = try bench.expect("change list --limit 2 --fields command,reason --csv --no-header")
    #expect(change.output.contains("plan apply"))
    #expect(change.output.contains("customer set --from"))
    #expect(change.output.contains("spring"))
    try bench.expect("change undo 5")
    #expect(phones(bench) == "0101 0102 0103 ")
  }

  @Test("a day that a row leaves empty is the day of the plan, whenever that is applied")
  func emptyDay() throws {
    let bench = try office()
    try bench.expect("location add L1 --address Acorn")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2026-01-01")
    let rows = try bench.file("close.csv", "account,on\nA1,\n")
    let path = bench.folder + "/close.plan"
    try bench.expect("account close --from \(rows) --plan-out \(path)")
    bench.day = try CivilDate("2026-03-12")
    try bench.expect("plan apply \(path)")
    let closed = try bench.expect(["query", "select closed_on from v_account", "--csv"])
    #expect(closed.output == "closed_on\n2026-03-10\n", "\(closed)")
  }

  @Test("a plan shows times as the city's clocks do, like the dry run")
  func times() throws {
    let bench = try office()
    try bench.expect("setting set time-zone America/Chicago")
    try bench.expect("user register ana@example.com --first Ana --last Lee")
    try bench.expect("user activate ana@example.com")
    let path = bench.folder + "/lock.plan"
    try bench.expect("user lock ana@example.com --plan-out \(path)")
    let columns = "--fields field,after --csv --no-header"
    let shown = try bench.expect("plan show \(path) \(columns)").output
    let tried = try bench.expect("user lock ana@example.com -n -v \(columns)").output
    #expect(shown == tried)
    #expect(!shown.contains("Z\n"), "\(shown)")
  }

  @Test("plans that wait are listed and counted until they are applied")
  func list() throws {
    let bench = try office()
    let unset = bench.run("plan list")
    #expect(unset.status == .configuration)
    #expect(unset.words.contains("no folder of plans is set"))
    bench.environment["UBADMIN_PLANS"] = bench.folder
    let path = try plan(bench)
    try bench.file("other.plan", "cid,phone\n")
    try bench.file("big.plan", String(repeating: "x", count: 100_000))
    let fields = "--csv --no-header --fields plan,command,change"
    #expect(try bench.expect("plan list \(fields)").output == "\(path),customer set,\n")
    let today = "today --csv --no-header --fields waiting,items,since,command"
    let row = "plans to apply,1,\(bench.day),ubadmin plan list\n"
    #expect(try bench.expect(today).output.contains(row))
    try bench.expect("plan apply \(path)")
    #expect(try bench.expect("plan list \(fields)").output == "")
    let all = try bench.expect("plan list \(bench.folder) --all \(fields)").output
    #expect(all == "\(path),customer set,4\n")
    #expect(try !bench.expect(today).output.contains("plans"))
    bench.environment["UBADMIN_PLANS"] = bench.folder + "/none"
    #expect(bench.run("plan list").status == .cannotOpenInput)
    #expect(try bench.expect("today").words.contains("note: cannot read the folder"))
    bench.environment["UBADMIN_PLANS"] = nil
  }

  @Test("where a planned row has moved, it is named, and nothing is changed")
  func moved() throws {
    let bench = try office()
    let path = try plan(bench)
    try bench.expect("customer set 2 --phone 512-555-0199")
    let refused = bench.run("plan apply \(path)")
    #expect(refused.status == .conflict)
    #expect(
      refused.words.contains("line 3: customer 2, phone: planned •••0102, found •••0199\n"))
    #expect(refused.words.contains("1 of 2 rows changed since; nothing was applied"))
    #expect(phones(bench) == "0101 0199 0103 ")
    #expect(bench.run("plan apply \(path) --dry-run").status == .conflict)
  }

  @Test("what moved beside the plan does not matter, and what is so already is left")
  func besides() throws {
    let bench = try office()
    let path = try plan(bench)
    try bench.expect("customer set 2 --city Waco")
    try bench.expect("customer set 1 --phone 512-555-0111")
    try bench.expect("customer set 3 --phone 512-555-0133")
    let applied = try bench.expect("plan apply \(path)")
    #expect(applied.words.contains("1 row changed as planned, 1 unchanged"))
    #expect(phones(bench) == "0111 0122 0133 ")
  }

  @Test("a plan is applied once, and again only after it was undone")
  func once() throws {
    let bench = try office()
    let path = bench.folder + "/new.plan"
    try bench.expect(["customer", "add", "--name", "Di", "--plan-out", path])
    try bench.expect("plan apply \(path)")
    let again = try bench.expect("plan apply \(path)")
    #expect(again.words.contains("already applied by change 4; nothing was changed"))
    #expect(
      try bench.expect("customer list --csv --no-header").output.split(separator: "\n").count == 4)
    try bench.expect("change undo 4")
    try bench.expect("plan apply \(path)")
    #expect(
      try bench.expect("customer list --csv --no-header").output.split(separator: "\n").count == 4)
  }

  @Test("numbers given out to others meanwhile do not make a plan stale")
  func otherNumbers() throws {
    let bench = try office()
    for number in 1...2 {
      try bench.expect(["location", "add", "L\(number)", "--address", "\(number) Main St"])
      try bench.expect(
        "account open A\(number) --cid \(number) --location L\(number) --on 2025-01-01")
      try bench.expect("meter add M\(number) --service WATER --dials 6")
    }
    let path = bench.folder + "/start.plan"
    try bench.expect(
      "service start A1 WATER --on 2025-02-01 --meter M1 --reading 5 --plan-out \(path)")
    try bench.expect("service start A2 WATER --on 2025-02-01 --meter M2 --reading 7")
    let applied = bench.run("plan apply \(path)")
    #expect(applied.status == .done, "\(applied)")
    #expect(
      try bench.expect("service list A1 --fields meter,status --csv --no-header").output
        == "M1,active\n")
    #expect(bench.run("store check").status == .done)
  }

  @Test("a rule that would be broken by now stops the whole plan")
  func ruleSince() throws {
    let bench = try office()
    let path = try plan(bench)
    try bench.expect("customer merge 2 --into 3")
    let refused = bench.run("plan apply \(path)")
    #expect(refused.status == .conflict)
    #expect(refused.words.contains("line 3: cid: found customer 2, merged into 3"))
    #expect(phones(bench).hasPrefix("0101 "))
  }

  @Test("a file that is no plan, or a part of one, is bad data and changes nothing")
  func damaged() throws {
    let bench = try office()
    let path = try plan(bench)
    let whole = try #require(bench.text(of: "new.plan"))
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var texts = ["", "cid,phone\n", "{}", "{\"_plan\":2}\n", whole + whole]
    for count in 1..<(lines.count - 1) {
      texts.append(lines.prefix(count).joined(separator: "\n"))
      texts.append((lines.prefix(count) + lines.dropFirst(count + 1)).joined(separator: "\n"))
    }
    texts.append(String(whole.dropLast(30)))
    for text in texts {
      let bad = try bench.file("bad.plan", text)
      let refused = bench.run("plan apply \(bad)")
      #expect(refused.status == .badData || refused.status == .conflict, "\(refused)\n\(text)")
    }
    #expect(phones(bench) == "0101 0102 0103 ")
    try bench.expect("plan apply \(path)")
  }

  @Test("bad rows leave no plan, unless they are left out")
  func badRows() throws {
    let bench = try office()
    let rows = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,x\n")
    let path = bench.folder + "/new.plan"
    #expect(bench.run("customer set --from \(rows) --plan-out \(path)").status == .badData)
    #expect(bench.text(of: "new.plan") == nil)
    let partly = bench.run("customer set --from \(rows) --plan-out \(path) --keep-going")
    #expect(partly.status == .someRowsFailed)
    try bench.expect("plan apply \(path)")
    #expect(phones(bench) == "0111 0102 0103 ")
  }

  @Test("who may not give the command may not apply its plan")
  func roles() throws {
    let bench = try office()
    let path = bench.folder + "/merge.plan"
    try bench.expect("customer merge 2 --into 3 --plan-out \(path)")
    try bench.expect("operator add pat admin")
    try bench.expect("operator add bea clerk")
    bench.operatorName = "bea"
    #expect(bench.run("plan show \(path)").status == .done)
    #expect(bench.run("plan apply \(path)").status == .notPermitted)
  }
}
