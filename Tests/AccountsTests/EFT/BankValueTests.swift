import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Numbers of banks and their accounts")
struct BankValueTests {
  @Test(
    "routing numbers need prefix and checksum",
    arguments: [
      ("021000021", nil), ("011000015", nil), ("121000358", nil), ("322271627", nil),
      ("021000022", .malformed), ("02100002", .malformed), ("0210000210", .malformed),
      ("02100002A", .malformed), ("130000006", .outOfRange), ("000000000", .malformed),
      ("801234561", .malformed),
    ] as [(String, RejectionCode?)])
  func routing(_ text: String, _ code: RejectionCode?) {
    #expect(Self.fault(text)?.code == code)
  }

  private static func fault(_ text: String) -> ValueFault? {
    do {
      _ = try RoutingNumber(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("any one wrong digit is found")
  func checksum() {
    let digits = Array("021000021")
    for place in 0..<9 {
      for digit in "0123456789" where digit != digits[place] {
        var wrong = digits
        wrong[place] = digit
        #expect(throws: ValueFault.self) { try RoutingNumber(String(wrong)) }
      }
    }
  }

  @Test(
    "a bank account is 4 to 17 digits, not zeros alone, and no fault tells what was typed",
    arguments: ["123", "123456789012345678", "12345678X", "1234567é", "000000000"])
  func bankAccount(_ text: String) {
    let fault = #expect(throws: ValueFault.self) { try BankAccountNumber(text) }
    #expect(fault.map { "\($0)".contains(text) } == false)
  }

  @Test("neither words nor a dump show a bank account")
  func hidden() throws {
    let number = try BankAccountNumber("0012-3456 789")
    #expect("\(number)" == "•••6789")
    var dump = ""
    Swift.dump(number, to: &dump)
    #expect(!dump.contains("123456789"))
    #expect(number.lastFour == "6789")
  }

  @Test("what is sealed opens under the same key and name alone")
  func seal() throws {
    let vault = Vault(key: [UInt8](repeating: 7, count: 32))
    let number = try BankAccountNumber("123456789")
    let sealed = try vault.seal(number, for: "500")
    #expect(!sealed.contains("123456789"))
    #expect(try vault.open(sealed, for: "500") == "123456789")
    #expect(try vault.seal(number, for: "500") == sealed)
    #expect(try vault.seal(number, for: "600").suffix(40) != sealed.suffix(40))
    #expect(throws: VaultError.self) { try vault.open(sealed, for: "600") }
    #expect(throws: VaultError.self) {
      try Vault(key: [UInt8](repeating: 8, count: 32)).open(sealed, for: "500")
    }
    let damaged = (sealed.hasPrefix("0") ? "1" : "0") + sealed.dropFirst()
    #expect(throws: VaultError.self) { try vault.open(damaged, for: "500") }
  }
}
