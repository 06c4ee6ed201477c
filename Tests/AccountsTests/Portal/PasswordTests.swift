import Accounts
import Testing

@testable import Portal
@testable import Values

@Suite("Passwords and words")
struct PasswordTests {
  /// Made with Python's hashlib.scrypt from "Élan vital 7".
  private static let made =
    "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$/EK9+jMI6DW4lYWLG+Oe1kUg2FaVA0EOQRiB7sgvOWg"

  @Test("another language's hash is understood, and its own is written the same")
  func sharedForm() throws {
    let password = try Password("Élan vital 7")
    let hash = try #require(PasswordHash(Self.made))
    #expect(try hash.matches(password))
    #expect(try !hash.matches(Password("Elan vital 7")))
    #expect(try PasswordHash(of: password, cost: 10, salt: hash.salt).text == Self.made)
  }

  @Test("letters count the same however the keyboard made them")
  func composed() throws {
    #expect(try Password("E\u{301}lan") == Password("\u{C9}lan"))
  }

  @Test(
    "what is no hash, or would take hours, is none",
    arguments: [
      "", "plain", "$scrypt$ln=30,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAA",
      "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$AAAA", "$2b$10$abcdef",
      "$scrypt$ln=10,r=8$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAA",
    ])
  func notHashes(_ text: String) { #expect(PasswordHash(text) == nil) }

  @Test("without a stored hash the same work is done, and the answer is no")
  func nobody() throws {
    let work = PasswordWork(try Password("four quiet rivers"), .quick)
    #expect(try !work.matches(nil))
    #expect(try work.matches(work.hash()))
  }

  @Test("the hash is scrypt as RFC 7914 has it")
  func vector() throws {
    // Section 12, third vector: P=pleaseletmein, S=SodiumChloride, N=16384, r=8, p=1, first 32 bytes.
    let expected: [UInt8] = [
      0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd, 0x38,
      0xeb, 0xfd, 0xa8, 0xfb, 0xba, 0x90, 0x4f, 0x8e, 0x3e, 0xa9, 0xb5, 0x43, 0xf6, 0x54, 0x5d,
      0xa1, 0xf2,
    ]
    let salt = Base64.standard.text(Array("SodiumChloride".utf8))
    let text = "$scrypt$ln=14,r=8,p=1$\(salt)$\(Base64.standard.text(expected))"
    let hash = try #require(PasswordHash(text))
    #expect(try hash.matches(Password("pleaseletmein")))
    #expect(try !hash.matches(Password("pleaseletmeout")))
  }

  @Test("base64 gives back what it was given", arguments: 0...40)
  func base64(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    for form in [Base64.standard, .url] { #expect(form.bytes(form.text(bytes)) == bytes) }
  }

  @Test("two words are never the same")
  func words() {
    #expect(Set((0..<1000).map { _ in PortalSecret(.random).token }).count == 1000)
  }

  @Test("faults do not repeat what was typed")
  func faults() throws {
    #expect(throws: ValueFault.self) { try Password("tab\there secret") }
    do { _ = try Password("tab\there secret") } catch { #expect(!"\(error)".contains("secret")) }
  }

  @Test(
    "rules refuse what is short or known",
    arguments: ["short", "ana.ortiz@example.com", "aaaaaaaaaaaa", "ababababab"])
  func rules(_ password: String) throws {
    let office = try Office(on: "2026-05-04")
    let rejection = office.refusal(
      PortalRegister.self,
      [
        "email": "ana.ortiz@example.com", "first": "Ana", "last": "Ortiz", "password": password,
      ])
    #expect(rejection?.code == .passwordTooWeak)
    #expect(rejection.map { !"\($0)".contains(password) } == true)
  }
}
