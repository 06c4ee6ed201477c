import Testing

@testable import AdminCommands

@Suite("A plural noun with a number at the prompt", .serialized)
struct PluralNounTests {
  /// Bill 8000002 is of account 2000001, and its number is one digit off account 2000002.
  private func city() throws -> CommandBench {
    let bench = try CommandBench(on: "2025-03-10")
    try bench.expect(["customer", "add", "1", "--name", "Shaw, Ana"])
    for line in [
      "customer add 2 --name Bo", "location add L1 --address Acorn",
      "location add L2 --address Birch",
      "account open 2000001 --cid 1 --location L1 --on 2025-01-01",
      "account open 2000002 --cid 2 --location L2 --on 2025-01-01",
      "bill add 8000002 2000001 --on 2025-02-01 --amount 9",
      "bill add 7100001 2000002 --on 2025-02-01 --amount 41.80",
      "payment post 2000002 --on 2025-02-02 --amount 5.25",
      "note add account 2000002 gate",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("is the account's own list, also while another record is in use")
  func lists() throws {
    let bench = try city()
    try ReplBinaryTests.typing(
      [
        ("bills 2000002", "7100001"), ("payments 2000002", "5.25"), ("notes 2000002", "gate"),
        ("services 2000002", "(no rows)"), ("use account 2000001", "account 2000001"),
        ("bills 2000002", "7100001"), ("bills 8000002", "Bill 8000002"),
      ], in: bench)
  }

  @Test("a number that is not there opens no other record, and is said to be missing")
  func missing() throws {
    let bench = try city()
    try ReplBinaryTests.typing(
      [("bills 8000003", "found no bill with 8000003, only similar ones")], in: bench)
  }

  @Test("a command with a slip is named before what is only similar, which is not opened")
  func slips() throws {
    let bench = try city()
    try bench.expect("note add account 2000001 bill")
    try ReplBinaryTests.typing(
      [
        ("bils", "did you mean the command `bill list`?"), ("bils", "type a number to open one"),
        ("list customers", "did you mean `customer list`?"),
        ("use acount 2000001", "did you mean `use account 2000001`?"),
        ("use account 2000001", "account 2000001"),
        ("show customer 1", "did you mean `customer show 1`?"),
      ], in: bench)
  }

  @Test("a verb alone is nobody's name")
  func verb() throws {
    let bench = try city()
    try ReplBinaryTests.typing(
      [("show", "show needs a noun before it"), ("list", "list needs a noun before it")], in: bench)
  }
}
