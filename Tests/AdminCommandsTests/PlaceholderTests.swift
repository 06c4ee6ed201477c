import Testing

@testable import AdminCommands

/// Cells that stand for nothing, or for something else, never reach the store.
@Suite("Placeholders and damage in commands", .onBothEngines)
struct PlaceholderTests {
  private func office() throws -> CommandBench { try CommandBench(accounts: 1) }

  @Test(
    "a placeholder is no reference: equal payments would count as one",
    arguments: ["-", "N/A", "0", "none", "NULL"])
  func references(text: String) throws {
    let bench = try office()
    let row = "A1,10.00,2026-03-01,check,\(text)\n"
    let file = try bench.file("r.csv", "account,amount,on,method,reference\n" + row + row)
    let refused = bench.run("payment post --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    for line in [2, 3] {
      #expect(refused.words.contains(":\(line): reference: found \(text)"), "\(refused)")
    }
    #expect(try bench.expect("payment list --csv --no-header").output.isEmpty)
    let blank = try bench.file(
      "b.csv", "account,amount,on,method,reference\nA1,10.00,2026-03-01,check,\n")
    try bench.expect("payment post --from \(blank)")
  }

  @Test("a status code that became a date is refused, with the code")
  func bounces() throws {
    let bench = try office()
    try bench.expect("delivery set A1 email --email a@example.com --on 2026-01-01")
    let refused = bench.run("delivery bounce A1 --code 5/1/2001")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("likely 5.1.1"), "\(refused)")
  }

  @Test("a setting may be 0 or a date, and a note's key may look like a date")
  func settings() throws {
    let bench = try office()
    try bench.expect("setting set read.max-times-usual 0")
    try bench.expect("setting set delivery.max-bounces 0")
    let note = bench.run(["note", "add", "bill", "2026-01-15", "text"])
    #expect(note.status == .notFound, "\(note)")
  }
}
