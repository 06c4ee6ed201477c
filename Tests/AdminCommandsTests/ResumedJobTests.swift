import Accounts
import Testing

@testable import AdminCommands

/// Rows that a run left out, and that later runs apply.
@Suite("Rows left out and applied later", .onBothEngines)
struct ResumedJobTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
    ] { try bench.expect(line) }
  }

  @Test("a run whose rows left out were all applied since has nothing left, whoever applied them")
  func applied() throws {
    let rejects = bench.folder + "/rest.csv"
    let file = try bench.file(
      "pay.csv", "account,amount,reference\nA1,41.80,r1\nA8,20.00,r2\nA9,21.00,r3\n")
    bench.run("payment post --from \(file) --on 2026-03-09 --keep-going --rejects \(rejects)")
    let bad = try #require(bench.text(of: "rest.csv"))
    let first = try bench.file("first.csv", bad.replacing("A8,20", with: "A1,20"))
    let partly = bench.run("job resume 5 --from \(first)")
    #expect(partly.status == .someRowsFailed, "\(partly)")
    #expect(bench.run("job resume 5").status == .someRowsFailed)
    let rest = try #require(bench.text(of: "rest.csv"))
    try bench.expect(
      "payment post --from \(try bench.file("last.csv", rest.replacing("A9,21", with: "A1,21")))")
    #expect(try bench.payments() == 3)
    for job in [5, 6] {
      let resumed = bench.run("job resume \(job)")
      #expect(resumed.status == .done, "\(resumed)")
      #expect(resumed.words.contains("a later run applied the rows left out"), "\(resumed)")
      #expect(try !bench.expect("job show \(job)").output.contains("rows left out:"))
    }
    try bench.expect("job undo 7")
    #expect(bench.run("job resume 5").status == .someRowsFailed)
  }

  @Test(
    "of a run in between, too, nothing is left once the first run's whole file has all rows",
    arguments: [false, true])
  func between(byHand: Bool) throws {
    let rejects = bench.folder + "/rest.csv"
    let rows = "account,amount,reference\nA1,41.80,r1\nA8,20.00,r2\nA9,21.00,r3\nA7,22.00,r4\n"
    let file = try bench.file("pay.csv", rows)
    bench.run("payment post --from \(file) --on 2026-03-09 --keep-going --rejects \(rejects)")
    let bad = try #require(bench.text(of: "rest.csv"))
    let first = try bench.file("first.csv", bad.replacing("A8,20", with: "A1,20"))
    #expect(bench.run("job resume 5 --from \(first) --keep-going").status == .someRowsFailed)
    // A run that applies a part of the rest leaves both open.
    let part = bad.split(separator: "\n").filter { !$0.hasPrefix("A7") && !$0.hasPrefix("A8") }
      .map { $0 + "\n" }.joined().replacing("A9,21", with: "A1,21")
    try bench.expect("payment post --from \(bench.file("part.csv", part))")
    for job in [5, 6] { #expect(bench.run("job resume \(job)").status == .someRowsFailed) }
    if byHand {
      try bench.expect("payment post A1 --amount 22.00 --reference r4 --on 2026-03-09")
    }
    let all = try bench.file(
      "pay.csv",
      rows.replacing("A8", with: "A1").replacing("A9", with: "A1").replacing("A7", with: "A1"))
    try bench.expect("job resume 5 --from \(all)")
    #expect(try bench.payments() == 4)
    for job in [5, 6] {
      let resumed = bench.run("job resume \(job)")
      #expect(resumed.status == .done, "\(resumed)")
      #expect(try !bench.expect("job show \(job)").output.contains("rows left out:"))
    }
  }

  @Test("with --keep-going, rows that are still bad are left out again")
  func keepsGoing() throws {
    let rejects = bench.folder + "/rest.csv"
    let file = try bench.file("pay.csv", "account,amount\nA1,41.80\nA8,20.00\nA9,21.00\n")
    bench.run("payment post --from \(file) --on 2026-03-09 --keep-going --rejects \(rejects)")
    let bad = try #require(bench.text(of: "rest.csv"))
    try bench.file("rest.csv", bad.replacing("A8,20", with: "A1,20"))
    #expect(bench.run("job resume --from \(rejects)").status == .badData)
    let resumed = bench.run("job resume --from \(rejects) --keep-going")
    #expect(resumed.status == .someRowsFailed, "\(resumed)")
    #expect(resumed.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(resumed)")
    #expect(bench.run("job resume --keep-going").status == .usage)
  }
}
