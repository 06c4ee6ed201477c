import Testing

/// What was ended on purpose does not come back with a file that has grown.
@Suite("Files with what was ended since", .onBothEngines)
struct EndedRecordsTests {
  /// The file's rows were applied, and what the first one says was ended.
  private func checkGrown(
    _ command: String, _ rows: String, more: String, found: String, in bench: CommandBench
  ) throws {
    let file = try bench.file("in.csv", rows + more)
    let refused = bench.run("\(command) --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains(found), "\(refused)")
    #expect(refused.words.contains("--again"), "\(refused)")
    let skipped = try bench.expect("\(command) --from \(file) --skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    let again = try bench.expect("\(command) --from \(file) --again")
    #expect(again.words.contains("1 applied, 1 unchanged"), "\(again)")
  }

  private static let details = "account,routing,bank-account\n"

  private func states(_ bench: CommandBench) throws -> [Substring] {
    try bench.expect("eft list --csv --no-header --fields account,state").output
      .split(separator: "\n")
  }

  @Test("automatic payments that were canceled are not enrolled again; one enrollment has a note")
  func canceled() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("account open A3 --cid 1 --location L1 --on 2025-01-01")
    try bench.expect("eft cancel A1 --reason sold")
    try checkGrown(
      "eft enroll", Self.details + "A1,021000021,123456789\n", more: "A3,021000021,111222333\n",
      found: "account A1, checking •••6789, which ended on 2026-03-10 (sold)", in: bench)
    try bench.expect("eft cancel A1 --reason sold")
    let single = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(single.status == .done, "\(single)")
    #expect(
      single.words.contains(
        "these are the bank details of account A1, checking •••6789, which ended on 2026-03-10"),
      "\(single)")
  }

  @Test("nor those that the bank returned", arguments: ["R03", "R10"])
  func returned(code: String) throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("account open A3 --cid 1 --location L1 --on 2025-01-01")
    let back = try bench.file(
      "back.ach", EFTReturnsTests.returned(bench.text(of: "drafts.ach") ?? "", code: code))
    bench.day = bench.day.adding(days: 2)
    bench.run("eft returns --from \(back)")
    let before = try states(bench)
    #expect(!before.contains { $0.contains("active") }, "\(before)")
    let ending = code == "R03" ? "the bank returned (R03" : "ended on 2026-03-12 (R10"
    try checkGrown(
      "eft enroll", Self.details + "A1,021000021,123456789\n", more: "A3,021000021,111222333\n",
      found: "account A1, checking •••6789, which \(ending)", in: bench)
  }

  @Test("nor bank details that others have replaced")
  func replaced() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("account open A3 --cid 1 --location L1 --on 2025-01-01")
    bench.run("eft enroll A1 --routing 021000021 --type savings", input: "777888999\n")
    let own = try bench.file("own.csv", Self.details + "A2,021000021,555666777\n")
    #expect(try bench.expect("eft enroll --from \(own)").words.contains("unchanged"))
    try checkGrown(
      "eft enroll", Self.details + "A1,021000021,123456789\n", more: "A3,021000021,111222333\n",
      found: "account A1, checking •••6789, which savings •••8999 has replaced", in: bench)
  }

  private func office() throws -> CommandBench { try CommandBench(accounts: 2) }

  @Test("a link that was removed does not come back; one that is added has a note")
  func link() throws {
    let bench = try office()
    try bench.expect("user register ana@example.com --first Ana --last Lee")
    try bench.expect("user activate ana@example.com")
    let rows = "email,account,cid\nana@example.com,A1,1\n"
    let file = try bench.file("in.csv", rows)
    try bench.expect("link add --from \(file)")
    try bench.expect("link remove ana@example.com A1 --reason sold")
    try checkGrown(
      "link add", rows, more: "ana@example.com,A2,1\n",
      found: "the link of ana@example.com to A1, which was removed on 2026-03-10", in: bench)
    try bench.expect("link remove ana@example.com A1 --reason sold")
    let single = try bench.expect("link add ana@example.com A1 --cid 1")
    #expect(single.words.contains("the same link was removed on 2026-03-10"), "\(single)")
  }

  @Test("bill delivery does not go back to what it was")
  func delivery() throws {
    let bench = try office()
    let rows = "account,method,email\nA1,email,ana@example.com\n"
    let file = try bench.file("in.csv", rows)
    try bench.expect("delivery set --from \(file)")
    bench.day = bench.day.adding(days: 3)
    try bench.expect("delivery set A1 mail")
    bench.day = bench.day.adding(days: 3)
    try checkGrown(
      "delivery set", rows, more: "A2,email,ana@example.com\n",
      found: "account A1, by e-mail to a•••@example.com, which ended on 2026-03-13", in: bench)
  }

  @Test("a later day in a row, or another address, is another choice; so are two rows of one file")
  func another() throws {
    let bench = try office()
    try bench.expect("delivery set A1 email --email ana@example.com")
    bench.day = bench.day.adding(days: 3)
    try bench.expect("delivery set A1 mail")
    let file = try bench.file(
      "in.csv",
      """
      account,method,email,on
      A1,email,lee@example.com,2026-03-13
      A1,email,ana@example.com,2026-04-01
      A2,email,ana@example.com,2026-03-20
      A2,mail,,2026-03-25
      A2,email,ana@example.com,2026-04-01

      """)
    let done = try bench.expect("delivery set --from \(file)")
    #expect(done.words.contains("5 applied"), "\(done)")
  }
}
