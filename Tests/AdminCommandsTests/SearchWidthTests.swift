import Testing

/// What `search` finds beside names and numbers: other spellings, payments and notes.
@Suite(.onBothEngines)
struct SearchWidthTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for words in [
      ["location", "add", "L1", "--address", "12 N Acorn St", "--unit", "Apt 4"],
      ["location", "add", "L2", "--address", "7 South Oak Avenue"],
      ["customer", "add", "1", "--name", "Ana Ortiz"],
      ["account", "open", "A1", "--cid", "1", "--location", "L1", "--on", "2025-01-01"],
      ["payment", "post", "A1", "--amount", "20", "--method", "check", "--reference", "CK-10442"],
      ["note", "add", "account", "A1", "Dog in the yard: ring first"],
    ] { try bench.expect(words) }
  }

  private func ids(_ words: String...) -> String {
    bench.run(["search"] + words + ["--fields", "kind,id", "--csv", "--no-header"]).output
  }

  @Test(
    "a street is found in whatever spelling, whether the index is there or not",
    arguments: [false, true])
  func streets(isIndexed: Bool) throws {
    if isIndexed { try bench.expect("search --rebuild") }
    for text in ["12 North Acorn Street", "n acorn st.", "acorn str apartment 4", "ACORN ST"] {
      #expect(ids(text, "--kind", "location") == "location,L1\n", "\(text)")
    }
    for text in ["7 s oak ave", "oak av", "South Oak Avenue"] {
      #expect(ids(text, "--kind", "location") == "location,L2\n", "\(text)")
    }
    #expect(ids("acorn avenue") == "")
  }

  @Test("lists of accounts and locations are narrowed by an address in whatever spelling")
  func filters() throws {
    func rows(_ line: String, _ address: String) throws -> String {
      try bench.expect(
        line.split(separator: " ").map(String.init) + [
          "--address", address, "--csv", "--no-header",
        ]
      ).output
    }
    for text in ["12 north acorn street", "N. Acorn St", "acorn street #4", "aco"] {
      #expect(try rows("location list --fields location", text) == "L1\n", "\(text)")
      #expect(try rows("account list --fields account", text) == "A1\n", "\(text)")
    }
    #expect(try rows("location list --fields location", "2 acorn") == "")
    #expect(try rows("location list --fields location", "100% oak") == "")
  }

  @Test("a payment is found by its check number, and a note by its text")
  func paymentsAndNotes() throws {
    for isIndexed in [false, true] {
      if isIndexed { try bench.expect("search --rebuild") }
      #expect(ids("CK-10442") == "payment,1\n")
      #expect(ids("10442") == "payment,1\n")
      #expect(ids("dog yard") == "note,1\n")
    }
    try bench.expect(["note", "add", "account", "A1", "Gate code is lost"])
    #expect(ids("gate lost") == "note,2\n")
    #expect(
      try bench.expect("search dog --fields name,accounts --csv --no-header").output
        == "account A1,A1\n")
  }

  @Test("with --open one record shows its page, and several are listed")
  func open() throws {
    #expect(try bench.expect("search --open acorn --kind account").output.hasPrefix("Account A1\n"))
    #expect(try bench.expect("search --open 10442").output.hasPrefix("Account A1\n"))
    #expect(try bench.expect("search --open dog").output.hasPrefix("Account A1\n"))
    #expect(try bench.expect("search --open ana").output.hasPrefix("Customer 1\n"))
    #expect(try bench.expect("search --open acorn").output.contains("location"))
    #expect(bench.run("search --open nobody").status == .notFound)
  }
}
