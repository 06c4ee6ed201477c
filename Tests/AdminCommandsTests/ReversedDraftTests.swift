import Accounts
import Testing

@testable import AdminCommands

@Suite("Drafts that are reversed by hand")
struct ReversedDraftTests {
  @Test("the reversal of a draft at the bank asks, and stops the next one")
  func reversed() throws {
    let bench = try EFTReturnsTests.drafted()
    let refused = bench.run("payment reverse 1 --reason stop")
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.words.contains("payment 1, which file 2 has drafted"), "\(refused)")
    #expect(refused.words.contains("--accept unusual"), "\(refused)")
    let rows = try bench.file("rows.csv", "payment,reason\n2,stop\n")
    #expect(
      bench.run("payment reverse --from \(rows)").words.contains("which file 2 has drafted"))
    #expect(
      bench.run("payment reverse 1 --reason stop --plan-out \(bench.folder)/p.plan").words
        .contains("which file 2 has drafted"))
    let done = try bench.expect("payment reverse 1 --reason stop --yes")
    #expect(done.words.contains("automatic payments of account A1 are on hold"), "\(done)")
    #expect(done.words.contains("eft release A1`"), "\(done)")
    let path = bench.folder + "/again.ach"
    let export = try bench.expect("eft export --on 2026-03-12 -o \(path)")
    #expect(export.words.contains("nothing to send to the bank"), "\(export)")
    #expect(
      export.words.contains(
        "account A1 sends nothing: it is on hold (payment 1 was reversed by hand)"), "\(export)")
    try bench.expect("eft release A1")
    let meant = try bench.expect("eft export --on 2026-03-12 -o \(path)")
    #expect(meant.words.contains("1 draft of 44.56"), "\(meant)")
  }

  @Test("a draft that the bank has returned, or a payment in cash, is reversed without a question")
  func others() throws {
    let bench = try EFTReturnsTests.drafted()
    let text = EFTReturnsTests.returned(bench.text(of: "drafts.ach") ?? "")
    let path = try bench.file("returns.ach", text)
    try bench.expect("eft returns --from \(path)")
    #expect(try bench.expect("payment reverse 1 --reason stop").words.contains("is unchanged"))
    try bench.expect("payment post A1 --amount 5 --method cash")
    try bench.expect("payment reverse 3 --reason wrong")
  }

  @Test("the void of a bill whose draft is at the bank says so, and how to take the draft back")
  func voidedBill() throws {
    let bench = try EFTReturnsTests.drafted()
    let drafted = "file 2 has drafted bill B1 (payment 1 of 44.56); the draft cannot be recalled"
    let stop = "payment reverse 1 --reason stopped --accept unusual"
    let shown = try bench.expect("bill void B1 --reason wrong --dry-run")
    #expect(shown.words.contains(drafted), "\(shown)")
    let rows = try bench.file("rows.csv", "bill,reason\nB1,wrong\n")
    let done = try bench.expect("bill void --from \(rows)")
    #expect(done.words.contains(drafted), "\(done)")
    #expect(
      done.words.contains("if the bank stops it before 2026-03-11, `ubadmin \(stop)`"), "\(done)")
    try bench.expect(stop)
    bench.day = try CivilDate("2026-03-20")
    let late = try bench.expect("bill void B2 --reason wrong")
    #expect(late.words.contains("file 2 has drafted bill B2 (payment 2 of 50.00)"), "\(late)")
    #expect(!late.words.contains("if the bank stops it"), "\(late)")
    try bench.expect("bill add B3 A1 --amount 5")
    #expect(try !bench.expect("bill void B3 --reason wrong").words.contains("drafted"))
  }
}
