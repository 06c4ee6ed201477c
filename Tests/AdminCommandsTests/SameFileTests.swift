import Accounts
import Testing

@testable import AdminCommands

/// A file that is fed twice.
@Suite("The same file again", .onBothEngines)
struct SameFileTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0101")
    try bench.expect(["location", "add", "L1", "--address", "1 Main St"])
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    return bench
  }

  private func payments(_ bench: CommandBench) -> Int {
    bench.run("payment list --fields payment --csv --no-header").output.split(separator: "\n").count
  }

  @Test("payments are not posted twice, unless --again says so")
  func payments() throws {
    let bench = try office()
    let file = try bench.file("pay.csv", "account,amount\nA1,10.00\nA1,10.00\n")
    let post = "payment post --from \(file) --on 2026-03-01"
    try bench.expect(post)
    #expect(payments(bench) == 2)
    let refused = bench.run(post)
    #expect(refused.status == .conflict)
    #expect(refused.words.contains("the same rows were applied by change 4 (2026-03-10, pat)"))
    #expect(refused.words.contains("--again"))
    #expect(payments(bench) == 2)
    let copy = try bench.file("copy.csv", "account,amount\nA1,10.00\nA1,10.00\n")
    #expect(bench.run("payment post --from \(copy) --on 2026-03-01").status == .conflict)
    try bench.expect("\(post) --again")
    #expect(payments(bench) == 4)
  }

  @Test("other rows, another constant or another command make it another run")
  func otherRuns() throws {
    let bench = try office()
    let rows = "account,amount\nA1,10.00\n"
    let file = try bench.file("pay.csv", rows)
    try bench.expect("payment post --from \(file) --on 2026-03-01")
    try bench.expect("payment post --from \(file) --on 2026-03-02")
    let more = try bench.file("more.csv", "account,amount\nA1,5.00\nA1,6.00\n")
    try bench.expect("payment post --from \(more) --on 2026-03-01")
    #expect(payments(bench) == 4)
  }

  @Test("after an undo the file may be fed again, and after the undo's undo not")
  func undone() throws {
    let bench = try office()
    let file = try bench.file("pay.csv", "account,amount\nA1,10.00\n")
    let post = "payment post --from \(file) --on 2026-03-01"
    try bench.expect(post)
    try bench.expect("change undo 4")
    try bench.expect("change undo 5")
    #expect(bench.run(post).status == .conflict)
    try bench.expect("change undo 4")
    try bench.expect(post)
    #expect(payments(bench) == 1)
  }

  @Test("a file whose rows are all so already does no harm, and says so")
  func already() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n")
    try bench.expect("customer set --from \(file)")
    let again = try bench.expect("customer set --from \(file)")
    #expect(again.words.contains("0 applied, 1 unchanged"))
    try bench.expect("customer set 1 --phone 512-555-0122")
    #expect(bench.run("customer set --from \(file)").status == .conflict)
  }

  @Test("a dry run tells of it, and changes nothing")
  func dryRun() throws {
    let bench = try office()
    let file = try bench.file("pay.csv", "account,amount\nA1,10.00\n")
    let post = "payment post --from \(file) --on 2026-03-01"
    #expect(!(try bench.expect("\(post) -n").words.contains("same file")))
    try bench.expect(post)
    #expect(bench.run("\(post) -n").words.contains("applying them requires --again"))
    #expect(payments(bench) == 1)
  }

  @Test("standard input is known again, too, and the journal keeps the command as it was typed")
  func standardInput() throws {
    let bench = try office()
    let post = "payment post --from - --on 2026-03-01"
    let rows = "account,amount\nA1,10.00\n"
    #expect(bench.run(post, input: rows).status == .done)
    #expect(bench.run(post, input: rows).status == .conflict)
    let command = try bench.expect("change list --limit 1 --fields command --csv --no-header")
      .output
    #expect(command == "ubadmin payment post --from - --on 2026-03-01\n")
    #expect(bench.run("change verify").status == .done)
  }

  @Test(
    "rows of any command are known again in another form of the file",
    arguments: [
      "cid,city\r\n1,Ames\r\n2,Boone\r\n",
      "\u{feff}cid,city\n1,Ames\n2,Boone\n",
      "city,cid\nAmes,\"1\"\nBoone,\"2\"\n",
      "cid,city\n2,Boone\n1, Ames\n",
    ])
  func savedAgain(_ again: String) throws {
    let bench = try office()
    try bench.expect("customer add 2 --name Bo")
    let file = try bench.file("cities.csv", "cid,city\n1,Ames\n2,Boone\n")
    try bench.expect("customer set --from \(file)")
    try bench.expect("customer set 1 --city Cresco")
    let refused = bench.run("customer set --from \(try bench.file("again.csv", again))")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(try bench.expect("customer show 1 --json").output.contains("Cresco"))
  }

  @Test("a day and an amount are the same in every form")
  func forms() throws {
    let bench = try office()
    let file = try bench.file("a.csv", "account,on,amount\nA1,2026-03-01,10.00\n")
    let same = try bench.file("b.csv", "account,on,amount\nA1,3/1/2026,10\n")
    try bench.expect("payment post --from \(file) --again")
    #expect(bench.run("payment post --from \(same)").words.contains("the same rows were applied"))
  }
}
