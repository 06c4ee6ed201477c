import Accounts
import Testing

@testable import AdminCommands

/// References that are no payment's own: a lockbox batch's, or an agency's that pays for many accounts.
@Suite("Shared references", .onBothEngines)
struct SharedReferencesTests {
  let bench: CommandBench
  private static let batch = """
    account,on,amount,method,reference
    A1,2026-03-05,20.00,check,LB77
    A1,2026-03-05,35.50,check,LB77

    """

  init() throws {
    bench = try CommandBench(accounts: 4)
  }

  @Test("two amounts of an account in one file are asked about, with the line of the first")
  func ofFile() throws {
    let asked = try bench.post(Self.batch)
    #expect(asked.status == .badData, "\(asked)")
    #expect(
      asked.words.contains(
        "reference LB77 for 35.50, which line 2 of the file has for 20.00, check"), "\(asked)")
    #expect(asked.words.contains("--accept unusual"), "\(asked)")
    #expect(!asked.words.contains("reverse"), "\(asked)")
    #expect(try bench.post(Self.batch, "--accept unusual").status == .done)
    #expect(try bench.payments() == 2)
    // Both are on record now, whichever is asked for.
    for more in ["--again", "--skip-known"] {
      let again = try bench.post(Self.batch, more)
      #expect(again.status == .done, "\(again)")
      #expect(try bench.payments() == 2, "\(again)")
    }
  }

  @Test("so are two equal amounts, which are as many payments each time the file comes")
  func equal() throws {
    let batch = Self.batch.replacing("35.50", with: "20.00")
    let asked = try bench.post(batch)
    #expect(asked.status == .badData, "\(asked)")
    #expect(asked.words.contains("reference LB77 of 20.00 twice: line 2 of the file"), "\(asked)")
    #expect(asked.words.contains("`--accept unusual`"), "\(asked)")
    #expect(try bench.post(batch, "--accept unusual").status == .done)
    for more in ["", "--skip-known", "--again", "--accept unusual"] {
      let same = try bench.post(batch, more)
      #expect(same.words.contains("0 applied, 2 unchanged"), "\(same)")
    }
    let grown = batch + "A1,2026-03-05,20.00,check,LB77\n"
    #expect(try bench.post(grown).words.contains("of 20.00 twice: an earlier row"))
    let added = try bench.post(grown, "--accept unusual")
    #expect(added.words.contains("1 applied, 2 unchanged"), "\(added)")
    #expect(try bench.payments() == 3)
  }

  @Test("a row that equals one on record is another payment if its reference tells nothing")
  func grown() throws {
    let header = "account,on,amount,method,reference\n"
    let row = "A1,2026-03-05,20.00,check,AUTOPAY\n"
    #expect(try bench.post(header + row).status == .done)
    #expect(try bench.post(header + row).words.contains("0 applied, 1 unchanged"))
    for (count, more) in [(2, ""), (3, "--skip-known"), (4, "--again")] {
      let rows = String(repeating: row, count: count)
      let posted = try bench.post(header + rows, more)
      #expect(posted.words.contains("1 applied, \(count - 1) unchanged"), "\(posted)")
      #expect(try bench.payments() == count)
    }
  }

  @Test("so is one on record, by a person, too")
  func onRecord() throws {
    let first = "payment post A1 --on 2026-03-05 --method check --reference LB77 --amount "
    try bench.expect(first + "20.00")
    let asked = bench.run(first + "35.50")
    #expect(asked.status == .refused && asked.words.contains("payment 1 of that day"), "\(asked)")
    #expect(asked.words.contains("`--accept unusual`"), "\(asked)")
    try bench.expect(first + "35.50 --accept unusual")
    for amount in ["20.00", "35.50"] {
      #expect(try bench.expect(first + amount).words.contains("is unchanged"))
    }
    #expect(try bench.payments() == 2)
  }

  @Test("the same amount by another method stays a conflict")
  func otherMethod() throws {
    let rows = Self.batch.replacing("35.50,check", with: "20.00,cash")
    let refused = try bench.post(rows, "--accept unusual")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("line 2 of the file has for 20.00, check"), "\(refused)")
  }

  @Test("the doctor does not call what an agency pays twice a month posted twice")
  func doctor() throws {
    let rows = (1...4).map { "A\($0),2026-02-06,60.00,check,HUD\n" }.joined()
    let header = "account,on,amount,method,reference\n"
    #expect(try bench.post(header + rows).status == .done)
    let later = rows.replacing("-02-06", with: "-02-20")
    #expect(try bench.post(header + later, "--accept unusual").status == .done)
    let check = "A1,2026-02-03,12.00,check,901\nA2,2026-02-10,13.00,check,901\n"
    #expect(try bench.post(header + check).status == .done)
    try bench.expect(
      "payment post A1 --on 2026-02-05 --amount 12 --method check --reference 901 --accept unusual")
    let found = bench.run("store doctor --only repeated_reference --csv --no-header --fields hint")
    #expect(found.output.split(separator: "\n").count == 1, "\(found)")
    #expect(found.output.contains("payment reverse 11 --reason posted-twice"), "\(found)")
  }
}
