import Accounts
import Testing

@testable import AdminCommands

/// Files whose first row is a record, as a list that somebody typed has none of the column names.
struct HeaderlessTests {
  @Test(
    "a first row with a word that is also a column is known for data",
    arguments: [
      ("delivery set", "2000003,email,a@example.org"), ("payment post", "2000003,5.00,11/2/2026"),
    ])
  func data(_ command: String, _ row: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", row + "\n" + row + "\n")
    let refused = bench.run("\(command) --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("found a row of data, expected the column names"), "\(refused)")
  }

  @Test(
    "of words alone it is said first that they may be data",
    arguments: [
      ("location add", "N1,5 Oak St"), ("customer add", "E9,A"), ("operator add", "zed,clerk"),
      ("announcement add", "Flushing,Water is cloudy"), ("setting set", "city.name,Foo"),
    ])
  func words(_ command: String, _ row: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", row + "\n")
    let refused = bench.run("\(command) --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains("if this is a row of data, add a line with the column names above it"),
      "\(refused)")
  }

  @Test(
    "a header with one known or nearly known column, or of another delimiter, is a header",
    arguments: ["account,Paid", "acount,Paid", "account;amount"])
  func header(_ row: String) throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", row + "\nA1,5\n")
    let refused = bench.run("payment post --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(!refused.words.contains("row of data"), "\(refused)")
  }
}
