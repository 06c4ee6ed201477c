import Accounts
import Testing

@testable import AdminCommands

/// Rows of a file are known by what they say, not by the file's bytes.
struct RepeatedRowsTests {
  let bench: CommandBench
  private static let header = "account,on,amount,method\n"
  private static let rows = "A1,2026-03-02,10.00,cash\nA1,2026-03-02,20.00,check\n"

  init() throws {
    bench = try CommandBench(accounts: 1)
  }

  private func amounts() throws -> [Substring] {
    try bench.expect("payment list --fields amount --csv --no-header").output.split(separator: "\n")
  }

  @Test(
    "a file that was saved again in another form posts nothing twice",
    arguments: [
      "account,on,amount,method\r\nA1,2026-03-02,10.00,cash\r\nA1,2026-03-02,20.00,check\r\n",
      "\u{feff}account,on,amount,method\nA1,2026-03-02,10.00,cash\nA1,2026-03-02,20.00,check\n",
      "account,on,amount,method\n\"A1\",3/2/2026,10,cash\nA1,2026-03-02,20.0,check\n",
      "method,amount,on,account\ncash,10.00,2026-03-02,A1\ncheck,20.00,2026-03-02,A1\n",
    ])
  func saved(_ again: String) throws {
    #expect(try bench.post(Self.header + Self.rows).status == .done)
    let second = try bench.post(again)
    #expect(second.status == .conflict)
    #expect(second.words.contains("payment 1 already posted"))
    #expect(try amounts().count == 2)
  }

  @Test("of a file that has grown, --skip-known posts what is new, and --again all of it")
  func grown() throws {
    #expect(try bench.post(Self.header + Self.rows).status == .done)
    let grown = Self.header + Self.rows + "A1,2026-03-02,10.00,cash\n"
    let skipped = try bench.post(grown, "--skip-known")
    #expect(skipped.status == .done)
    #expect(skipped.words.contains("1 applied, 2 unchanged"))
    #expect(try amounts().count == 3)
    #expect(try bench.post(grown, "--again").status == .done)
    #expect(try amounts().count == 6)
  }

  @Test("two equal payments of one file are two")
  func equalPayments() throws {
    let rows = "A1,2026-03-02,10.00,cash\nA1,2026-03-02,10.00,cash\n"
    #expect(try bench.post(Self.header + rows).status == .done)
    #expect(try amounts() == ["10.00", "10.00"])
  }

  @Test(
    "two equal lines of a bill in one file are two, and the file again adds none without --again")
  func equalLines() throws {
    let file = try bench.file(
      "bills.csv", "bill,account,on,amount\nB1,A1,2026-03-02,15\nB1,A1,2026-03-02,15\n")
    try bench.expect("bill add --from \(file)")
    let total = "bill list --fields total --csv --no-header"
    #expect(try bench.expect(total).output == "30.00\n")
    let again = try bench.expect("bill add --from \(file)")
    #expect(again.words.contains("0 applied, 2 unchanged"))
    #expect(try bench.expect(total).output == "30.00\n")
    let meant = try bench.expect("bill add --from \(file) --again")
    #expect(meant.words.contains("2 applied, 0 unchanged"), "\(meant)")
    #expect(try bench.expect(total).output == "60.00\n")
  }

  @Test("a payment that somebody types twice is posted twice, with a note")
  func typed() throws {
    let line = "payment post A1 --on 2026-03-02 --amount 10 --method cash"
    try bench.expect(line)
    #expect(try bench.expect(line).words.contains("payment 1 of the same day and amount"))
  }

  @Test("a payment that was reversed is posted again by --again alone")
  func reversed() throws {
    #expect(try bench.post(Self.header + Self.rows).status == .done)
    for number in [1, 2] { try bench.expect("payment reverse \(number) --reason wrong") }
    let skipped = try bench.post("\u{feff}" + Self.header + Self.rows, "--skip-known")
    #expect(
      skipped.words.contains("payment 1 of the same day and amount was reversed"), "\(skipped)")
    #expect(try amounts().isEmpty)
    #expect(try bench.post("\u{feff}" + Self.header + Self.rows, "--again").status == .done)
    #expect(try amounts().count == 2)
  }

  /// What is on record, what comes, and how many payments there are when it was passed over.
  @Test(
    "a payment is known with a column less or more, and its reference in another hand",
    arguments: [
      (
        "method,reference\nA1,2026-03-02,10.00,check,R1\n", "method\nA1,2026-03-02,10.00,check\n", 1
      ),
      ("method,reference\nA1,2026-03-02,10.00,check,R1\n", "method\nA1,2026-03-02,10.00,cash\n", 2),
      (
        "method\nA1,2026-03-02,10.00,check\n", "method,reference\nA1,2026-03-02,10.00,check,R1\n", 1
      ),
      ("method\nA1,2026-03-02,10.00,cash\n", "method,reference\nA1,2026-03-02,10.00,check,R1\n", 2),
      (
        "method,reference\nA1,2026-03-02,10.00,check,R1\n",
        "method,reference\nA1,2026-03-02,10.00,check,r-01\n", 1
      ),
      (
        "method,reference\nA1,2026-03-02,10.00,check,R1\n",
        "method,reference\nA1,2026-03-02,10.00,check,R2\n", 2
      ),
      ("method\nA1,2026-03-02,10.00,check\n", "reference\nA1,2026-03-02,10.00,\n", 1),
      ("reference\nA1,2026-03-02,10.00,\n", "method\nA1,2026-03-02,10.00,check\n", 1),
      ("method\nA1,2026-03-02,10.00,check\n", "method\nA1,2026-03-03,10.00,check\n", 2),
      (
        "method\nA1,2026-03-02,10.00,check\nA1,2026-03-02,10.00,cash\n",
        "reference\nA1,2026-03-02,10.00,\nA1,2026-03-02,10.00,\nA1,2026-03-02,10.00,\n", 3
      ),
    ])
  func otherColumns(_ first: String, _ second: String, _ count: Int) throws {
    #expect(try bench.post("account,on,amount," + first).status == .done)
    let before = try amounts().count
    let refused = try bench.post("account,on,amount," + second)
    let isNew = count == before + 1 && before == 1
    #expect(refused.status == (isNew ? .done : .badData), "\(refused)")
    if !isNew {
      #expect(try bench.post("account,on,amount," + second, "--skip-known").status == .done)
    }
    #expect(try amounts().count == count)
  }

  @Test("a second plan of the same payments is refused when it is applied")
  func plans() throws {
    let crlf = (Self.header + Self.rows).replacing("\n", with: "\r\n")
    let (first, second) = (bench.folder + "/p1", bench.folder + "/p2")
    #expect(try bench.post(Self.header + Self.rows, "--plan-out \(first)").status == .done)
    #expect(try bench.post(crlf, "--plan-out \(second)").status == .done)
    try bench.expect("plan apply \(first)")
    let refused = bench.run("plan apply \(second)")
    #expect(refused.words.contains("make the plan again from its file"))
    #expect(refused.status == .conflict)
    #expect(refused.words.contains("payment 1 already posted"))
    #expect(try amounts().count == 2)
  }

  @Test("a plan made with --again posts once more")
  func planAgain() throws {
    #expect(try bench.post(Self.header + Self.rows).status == .done)
    let plan = bench.folder + "/p"
    #expect(try bench.post(Self.header + Self.rows, "--again --plan-out \(plan)").status == .done)
    try bench.expect("plan apply \(plan)")
    #expect(try amounts().count == 4)
  }

  @Test("in a transaction what the command before posted is on record")
  func transaction() throws {
    let first = try bench.file("1.csv", Self.header + Self.rows)
    let second = try bench.file(
      "2.csv", (Self.header + Self.rows).replacing("\n", with: "\r\n"))
    let script = try bench.file(
      "s.txt", "begin\npayment post --from \(first)\npayment post --from \(second)\ncommit\n")
    #expect(bench.run("run \(script)").status == .badData)
    #expect(try amounts().count == 0)
  }

  @Test("customers and accounts without numbers are known by what the file says of them")
  func withoutNumbers() throws {
    let customers = "name,phone\nBo,512-555-0101\nBo,512-555-0101\nCy,\n"
    let file = try bench.file("c.csv", customers)
    try bench.expect("customer add --from \(file)")
    let turned = try bench.file("c2.csv", "phone,name\n512-555-0101,Bo\n512-555-0101,Bo\n,Cy\n")
    #expect(bench.run("customer add --from \(turned)").status == .conflict)
    #expect(
      try bench.expect("customer add --from \(turned) --skip-known").words
        .contains("0 applied, 3 unchanged"))
    let grown = try bench.file("c3.csv", customers + "Bo,512-555-0101\nBo,512-555-0199\n")
    #expect(
      try bench.expect("customer add --from \(grown) --skip-known").words
        .contains("2 applied, 3 unchanged"))
    let accounts = try bench.file("a.csv", "cid,location,on\n1,L1,2026-02-01\n1,L1,2026-02-01\n")
    try bench.expect("account open --from \(accounts)")
    let again = try bench.file("a2.csv", "on,cid,location\n2026-02-01,1,L1\n2026-02-01,1,L1\n")
    #expect(bench.run("account open --from \(again)").status == .conflict)
    #expect(
      try bench.expect("account open --from \(again) --skip-known").words
        .contains("0 applied, 2 unchanged"))
  }

  @Test("a payment that a reference names is not taken for a row without one, too")
  func oneForOne() throws {
    let header = "account,on,amount,method,reference\n"
    let named = "A1,2026-03-02,10.00,check,R1\n"
    let nameless = "A1,2026-03-02,10.00,check,\n"
    #expect(try bench.post(header + named).status == .done)
    let skipped = try bench.post(header + named + nameless, "--skip-known")
    #expect(skipped.words.contains("1 applied, 1 unchanged"), "\(skipped)")
    #expect(try amounts().count == 2)
  }

  @Test(
    "a row without a reference that takes a payment's place before the row that names it is told")
  func namedLater() throws {
    let header = "account,on,amount,method,reference\n"
    #expect(try bench.post(header + "A1,2026-03-02,10.00,check,R1\n").status == .done)
    let refused = try bench.post(
      header + "A1,2026-03-02,10.00,check,\nA1,2026-03-02,10.00,check,R1\n", "--skip-known")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("already matched by an earlier row without a reference"))
  }

  @Test("a file of which one row was reversed is refused, and --skip-known passes over all of it")
  func oneReversed() throws {
    #expect(try bench.post(Self.header + Self.rows).status == .done)
    try bench.expect("payment reverse 2 --reason bounced")
    let refused = try bench.post(Self.header + Self.rows)
    #expect(refused.words.contains("--skip-known"))
    let posted = try bench.post(Self.header + Self.rows, "--skip-known")
    #expect(posted.status == .done, "\(posted)")
    #expect(posted.words.contains("0 applied, 2 unchanged"), "\(posted)")
    #expect(try bench.post(Self.header + Self.rows, "--skip-known --again").status == .usage)
  }
}
