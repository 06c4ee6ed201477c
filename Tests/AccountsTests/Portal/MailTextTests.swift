import Accounts
import Testing

@testable import Portal
@testable import Values

@Suite("The text of a mail")
struct MailTextTests {
  @Test("words that are not ASCII are encoded, each word short and no character split")
  func encodedWords() {
    #expect(MailText.unstructured("Bill 12 is due") == "Bill 12 is due")
    #expect(MailText.unstructured("Peña") == "=?UTF-8?B?UGXDsWE=?=")
    let long = MailText.encodedWords(String(repeating: "né", count: 60))
    for line in long.split(separator: "\n") { #expect(line.utf8.count <= 76) }
    #expect(long.contains("?=\n =?UTF-8?B?"))
  }

  @Test("what looks like an encoded word is encoded, so that nobody decodes it")
  func lookalike() {
    #expect(MailText.unstructured("=?UTF-8?Q?x?=").hasPrefix("=?UTF-8?B?"))
  }

  @Test("a city's name cannot end its quotes")
  func phrase() {
    #expect(MailText.phrase("St. \"Bob\" \\") == "\"St. \\\"Bob\\\" \\\\\"")
  }

  @Test("lines are short, and decode to the text")
  func quotedPrintable() {
    let text = "Dear Ana = € \n" + String(repeating: "https://portal.example/a?b=", count: 9) + "\n"
    let encoded = String(decoding: MailText.quotedPrintable(text.utf8), as: UTF8.self)
    for line in encoded.split(separator: "\n") { #expect(line.utf8.count <= 76) }
    #expect(encoded.hasPrefix("Dear Ana =3D =E2=82=AC=20\n"))
    #expect(Self.decoded(encoded) == text + "\n")
  }

  @Test(
    "days have their names",
    arguments: [
      ("2026-11-23T14:05:09Z", "Mon, 23 Nov 2026 14:05:09 +0000"),
      ("2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 +0000"),
    ])
  func date(_ moment: String, _ expected: String) throws {
    #expect(MailText.date(Timestamp(.text(moment)), in: .utc) == expected)
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "\n") {
        rest.removeFirst()
      } else {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
