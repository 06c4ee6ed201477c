import Accounts
import Testing

@Suite("change list", .onBothEngines)
struct ChangeListTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
  }

  private func rows(_ fields: String) throws -> [String] {
    try bench.rows("change list --operator pat --fields \(fields)")
  }

  private func firstChange() throws -> Int {
    let numbers = try rows("change")
    return try #require(numbers.first.flatMap { Int($0) })
  }

  @Test(
    "a change that was undone, redone and undone again is one row, undone by the undo that holds")
  func undoneTwice() throws {
    let first = try firstChange()
    for change in [first, first + 1, first] { try bench.expect("change undo \(change)") }
    #expect(
      try rows("change,undoes,undone-by") == [
        "\(first + 3),\(first),", "\(first + 2),\(first + 1),",
        "\(first + 1),\(first),\(first + 2)",
        "\(first),,\(first + 3)",
      ])
  }

  @Test("a change that was undone and redone is not undone")
  func redone() throws {
    let first = try firstChange()
    for change in [first, first + 1] { try bench.expect("change undo \(change)") }
    #expect(try rows("change,undone-by").last == "\(first),")
  }

  @Test("a period that ends before it begins is refused", arguments: ["change", "job"])
  func reversed(noun: String) {
    let refused = bench.run("\(noun) list --since 2026-03-02 --until 2026-03-01")
    #expect(refused.status == .usage, "\(refused)")
    #expect(refused.words.contains("--until is before --since"), "\(refused)")
    #expect(bench.run("\(noun) list --since 2026-03-01 --until 2026-03-01").status == .done)
  }

  @Test("somebody who is not in the journal is told, and no empty list")
  func nobody() {
    let result = bench.run("change list --operator nobody")
    #expect(result.status == .notFound)
    #expect(result.words.contains("no operator nobody"), "\(result)")
  }
}
