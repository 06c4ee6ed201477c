import Testing

@testable import AdminCommands

@Suite("A customer in use at the prompt", .serialized)
struct CustomerInUseTests {
  private func city(accounts: Int) throws -> CommandBench {
    let bench = try CommandBench(on: "2025-03-10")
    try bench.expect(["customer", "add", "100002", "--name", "Salas, Dora"])
    for number in 1...accounts {
      for line in [
        "location add L\(number) --address Acorn",
        "account open 200000\(number) --cid 100002 --location L\(number) --on 2025-01-01",
        "meter add 6000001\(number) --service WATER --dials 6",
        "service start 200000\(number) WATER --on 2025-01-01 --meter 6000001\(number) --reading 379000",
      ] { try bench.expect(line) }
    }
    return bench
  }

  @Test("a verb for accounts means the customer's only account")
  func one() throws {
    let bench = try city(accounts: 1)
    try ReplBinaryTests.typing(
      [
        ("salas", "Customer 100002"), ("stop w 379354 -n", "dry run, nothing was changed"),
        ("stop w", "WATER on account 2000001 stopped on"),
      ], in: bench)
  }

  @Test("handy forms: a list narrowed by words, and a verb that citizens have, too")
  func handy() throws {
    let bench = try city(accounts: 1)
    try bench.expect("user register a@example.com --first Ana --last Ortiz")
    try bench.expect("user activate a@example.com")
    try bench.expect("user lock a@example.com")
    try ReplBinaryTests.typing(
      [("customers salas", "Customer 100002"), ("unlock a@example.com", "unlocked")], in: bench)
  }

  @Test("of several accounts all are named, and nothing is changed")
  func several() throws {
    let bench = try city(accounts: 2)
    try ReplBinaryTests.typing(
      [
        ("use customer 100002", "customer 100002"), ("stop w", "2000002  Salas, Dora"),
        ("stop 2000002 w", "WATER on account 2000002 stopped on"),
      ], in: bench)
  }
}
