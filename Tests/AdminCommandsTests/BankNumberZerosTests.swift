import Accounts
import Testing

@testable import AdminCommands

@Suite("Zeros that a spreadsheet took from numbers of banks", .onBothEngines)
struct BankNumberZerosTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
    ] { try bench.expect(line) }
  }

  private func enroll(
    _ number: String, routing: String = "021000021", _ more: String = ""
  ) throws -> CommandBench.Result {
    let file = try bench.file(
      "in.csv", "account,routing,bank-account\nA1,\(routing),\(number)\n")
    return bench.run("eft enroll --from \(file) \(more)")
  }

  @Test("a routing number without its zeros is refused with the likely one")
  func routing() throws {
    let refused = try enroll("123456789", routing: "21000021")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("removed leading zeros; likely 021000021"), "\(refused)")
    let short = try enroll("123456789", routing: "21000022")
    #expect(!short.words.contains("likely"), "\(short)")
  }

  @Test(
    "a bank account that differs from the one on record in its first zeros alone is asked about")
  func bankAccount() throws {
    #expect(try enroll("000123456").status == .done)
    for (number, words) in [
      ("123456", "3 leading zeros fewer"), ("00000123456", "2 leading zeros more"),
    ] {
      let refused = try enroll(number)
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains("•••3456, the number on record with \(words)"), "\(refused)")
      #expect(refused.words.contains("--accept unusual"), "\(refused)")
      #expect(!refused.words.contains("123456"), "\(refused)")
    }
    let secret = try bench.file("n.txt", "123456")
    let typed = bench.run("eft enroll A1 --routing 021000021 --bank-account-file \(secret)")
    #expect(typed.status == .refused, "\(typed)")
    #expect(try enroll("7123456").status == .done)
    #expect(try enroll("07123456", routing: "011000015").status == .done)
    #expect(try enroll("7123456", routing: "011000015", "--accept unusual").status == .done)
  }
}
