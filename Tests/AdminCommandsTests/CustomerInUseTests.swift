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
        ("stop w 379354", "2000002  Salas, Dora"),
        ("stop 2000002 w", "WATER on account 2000002 stopped on"),
      ], in: bench)
  }

  /// Accounts 2000001 and 2000002 of one customer, 2000009 of another, with a bill and a payment each.
  private func cityOfTwo() throws -> CommandBench {
    let bench = try city(accounts: 2)
    try bench.expect(["customer", "add", "9", "--name", "Ortiz, Ana"])
    for line in [
      "location add L9 --address Elm", "account open 2000009 --cid 9 --location L9 --on 2025-01-01",
      "customer add 8 --name Nobody",
      "user register a@example.com --first Ana --last Ortiz",
      "user activate a@example.com", "link add a@example.com 2000009 --cid 9",
    ] { try bench.expect(line) }
    for account in [2_000_001, 2_000_002, 2_000_009] {
      try bench.expect("bill add B\(account) \(account) --on 2025-02-01 --amount 9")
      try bench.expect("payment post \(account) --on 2025-02-02 --amount 5")
    }
    return bench
  }

  @Test(
    "a list is of the accounts that belong to the record in use, and of no other",
    arguments: [
      ("customer 100002", ["2000001", "2000002"]), ("meter 60000011", ["2000001"]),
      ("user a@example.com", ["2000009"]), ("location L9", ["2000009"]),
    ])
  func lists(subject: String, accounts: [String]) throws {
    let bench = try cityOfTwo()
    // The deliveries of a user are those to the user's address.
    for noun in ["bill", "payment"] + (subject.hasPrefix("user") ? [] : ["delivery"]) {
      let shown = bench.run(
        [],
        input: "use \(subject)\n\(noun) list --fields account --csv --no-header --sort account\n")
      #expect(shown.output == accounts.map { $0 + "\n" }.joined(), "\(noun): \(shown)")
    }
  }

  @Test("the account's only meter, its customer and its location are meant")
  func related() throws {
    let bench = try cityOfTwo()
    for (line, found) in [
      ("read add --reading 379354 --on 2025-03-10", "60000011"), ("meter show", "60000011"),
      ("customer show", "Salas, Dora"), ("location show", "L1"),
    ] {
      let result = bench.run([], input: "use account 2000001\n\(line)\n")
      #expect(result.status == .done, "\(line): \(result)")
      #expect((result.output + result.words).contains(found), "\(line): \(result)")
    }
  }

  @Test("the only account of a user or of a bill is meant, and a payment is for the bill")
  func onlyAccount() throws {
    let bench = try cityOfTwo()
    let user = bench.run([], input: "use user a@example.com\naccount show\n")
    #expect(user.output.contains("2000009"), "\(user)")
    let paid = bench.run([], input: "use bill B2000002\npayment post --amount 4\n")
    #expect(paid.status == .done, "\(paid)")
    let stop = bench.run([], input: "use bill B2000002\nservice stop WATER --on 2025-03-10\n")
    #expect(stop.status == .usage, "\(stop)")
    #expect(
      try bench.expect("payment list 2000002 --fields bill --csv --no-header").output
        .contains("B2000002"))
  }

  @Test("reads are of the meters of the accounts")
  func reads() throws {
    let bench = try cityOfTwo()
    let line = "read list --fields meter --csv --no-header\n"
    #expect(
      bench.run([], input: "use customer 100002\n" + line).output == "60000011\n60000012\n")
    let none = bench.run([], input: "use account 2000009\n" + line)
    #expect(none.words.contains("account 2000009 has no meter today"), "\(none)")
  }

  @Test("a record without accounts has no list of them, and all are listed where one is named")
  func none() throws {
    let bench = try cityOfTwo()
    let refused = bench.run([], input: "use customer 8\nbill list\n")
    #expect(refused.status == .usage && refused.output.isEmpty)
    #expect(refused.words.contains("customer 8 has no account today"), "\(refused)")
    let named = bench.run(
      [], input: "use customer 8\nbill list 2000009 --fields bill --csv --no-header\n")
    #expect(named.output == "B2000009\n")
  }
}
