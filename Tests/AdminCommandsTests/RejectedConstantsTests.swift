import Accounts
import Testing

@testable import AdminCommands

/// What the command line gives for all rows of a file, in the file of its bad rows.
@Suite("Constants of rejected rows", .onBothEngines)
struct RejectedConstantsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 2)
  }

  private var rejects: String { bench.folder + "/bad.csv" }

  /// Feeds a file, and corrects the file of its bad rows.
  private func corrected(
    _ command: String, _ text: String, wrong: String, right: String
  ) throws -> CommandBench.Result {
    let file = try bench.file("in.csv", text)
    let result = bench.run("\(command) --from \(file) --keep-going --rejects \(rejects)")
    let bad = try #require(bench.text(of: "bad.csv"))
    try bench.file("bad.csv", bad.replacing(wrong, with: right))
    return result
  }

  private func payments() throws -> String {
    try bench.expect(
      "payment list --fields account,amount,on,method --sort amount --csv --no-header"
    ).output
  }

  private static let payments = "account,amount\nA1,5.01\nA2,x\n"
  private static let options = "--method card --on 2026-03-05"

  @Test("are columns, so that the corrected rows get them from the command without its options")
  func columns() throws {
    let first = try corrected(
      "payment post " + Self.options, Self.payments, wrong: "A2,x,", right: "A2,6.01,")
    #expect(first.status == .someRowsFailed, "\(first)")
    #expect(
      first.words.contains(
        "correct \(rejects), and apply it with `ubadmin payment post --from \(rejects)"),
      "\(first)")
    #expect(bench.text(of: "bad.csv")?.hasPrefix("account,amount,") == true)
    try bench.expect("payment post --from \(rejects)")
    #expect(try payments() == "A1,5.01,2026-03-05,card\nA2,6.01,2026-03-05,card\n")
  }

  @Test(
    "may be repeated in any form",
    arguments: [
      options, "--method Card --on 3/5/2026", "--on 2026-03-05", "--method CARD",
    ])
  func repeated(_ options: String) throws {
    _ = try corrected(
      "payment post " + Self.options, Self.payments, wrong: "A2,x,", right: "A2,6.01,")
    try bench.expect("payment post --from \(rejects) " + options)
    #expect(try payments() == "A1,5.01,2026-03-05,card\nA2,6.01,2026-03-05,card\n")
  }

  @Test("cannot be given with another value", arguments: ["--method cash", "--on 2026-03-06"])
  func other(_ option: String) throws {
    _ = try corrected(
      "payment post " + Self.options, Self.payments, wrong: "A2,x,", right: "A2,6.01,")
    let refused = bench.run("payment post --from \(rejects) " + option)
    #expect(refused.status == .usage, "\(refused)")
    #expect(
      refused.words.contains("is given both on the command line and as a column of \(rejects)"))
    #expect(try payments() == "A1,5.01,2026-03-05,card\n")
  }

  @Test("rows that stay bad keep them, with whatever cells they have")
  func stillBad() throws {
    let first = try corrected(
      "payment post " + Self.options, Self.payments + "A2\n", wrong: "A2,x,", right: "A2,y,")
    #expect(first.status == .someRowsFailed, "\(first)")
    let more = bench.folder + "/more.csv"
    let second = bench.run(
      "payment post --from \(rejects) --keep-going --rejects \(more) " + Self.options)
    #expect(second.status == .someRowsFailed, "\(second)")
    let bad = try #require(bench.text(of: "more.csv"))
    let header = try #require(bad.split(separator: "\n").first)
    #expect(header == (bench.text(of: "bad.csv") ?? "").split(separator: "\n").first)
    #expect(bad.contains("\nA2,y,card,2026-03-05,") || bad.contains("\nA2,y,2026-03-05,card,"))
    #expect(bad.contains("\nA2,card,2026-03-05,") || bad.contains("\nA2,2026-03-05,card,"))
  }

  @Test("an argument that was typed by its place is repeated there")
  func argument() throws {
    let command = "service start WATER --on 2025-02-01"
    _ = try corrected(command, "account\nA1\nA9\n", wrong: "A9,", right: "A2,")
    try bench.expect("service start WATER --from \(rejects)")
    let services = try bench.expect(
      "service list --fields account,service,start-date --sort account --csv --no-header")
    #expect(services.output == "A1,WATER,2025-02-01\nA2,WATER,2025-02-01\n")
  }

  @Test("a mapped file is fed again with its maps, which the note has")
  func mapped() throws {
    let map = "--map Konto=account --map Paid=amount"
    let first = try corrected(
      "payment post \(map) " + Self.options, "Konto,Paid\nA1,5.01\nA2,x\n", wrong: "A2,x,",
      right: "A2,6.01,")
    #expect(
      first.words.contains("`ubadmin payment post --from \(rejects) \(map)"), "\(first)")
    try bench.expect("payment post --from \(rejects) \(map)")
    #expect(try payments() == "A1,5.01,2026-03-05,card\nA2,6.01,2026-03-05,card\n")
  }
}
