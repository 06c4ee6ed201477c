import Accounts
import Testing

@testable import AdminCommands

/// Cells and headers that are far longer than anything that is meant.
@Suite("Long cells in messages", .onBothEngines)
struct LongCellsTests {
  private static let huge = String(repeating: "Ã‘", count: 100_000)

  @Test(
    "a huge cell is shown by its length, on the screen and among the bad rows",
    arguments: ["account", "on", "amount", "method", "reference"])
  func cells(column: String) throws {
    let bench = try CommandBench()
    let columns = ["account", "on", "amount", "method", "reference"]
    let row = columns.map { $0 == column ? Self.huge : "" }.joined(separator: ",")
    let file = try bench.file("in.csv", columns.joined(separator: ",") + "\n\(row)\n")
    let refused = bench.run("payment post --from \(file)")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("\(column): found 200000 characters, expected"))
    #expect(refused.words.utf8.count < 2000)
  }

  @Test("a cell without a column's name, and names of columns, are cut")
  func names() throws {
    let bench = try CommandBench()
    let nameless = try bench.file("in.csv", "name,\nAna,\(Self.huge)\n")
    let cell = bench.run("customer add --from \(nameless)").words
    #expect(cell.contains("(200000 characters)") && cell.utf8.count < 2000)
    let name = try bench.file("in.csv", "name,\(Self.huge)\nAna,1\n")
    let header = bench.run("customer add --from \(name)").words
    #expect(header.contains("(200000 characters)") && header.utf8.count < 3000)
    #expect(header.contains("--map 'THEIR COLUMN=_'"))
  }

  @Test("of many unknown columns, the first are named")
  func columns() throws {
    let bench = try CommandBench()
    let names = (1...10_000).map { "c\($0)" }.joined(separator: ",")
    let file = try bench.file("in.csv", "name,\(names)\nAna\n")
    let refused = bench.run("customer add --from \(file)").words
    #expect(refused.contains("c20 and 9980 more"), "\(refused)")
    #expect(refused.contains("--map c20=_, and so on") && refused.utf8.count < 3000)
  }
}
