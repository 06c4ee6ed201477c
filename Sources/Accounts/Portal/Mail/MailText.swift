import Engines
import Ledger
import Values

/// A message as a mail program takes it: headers, an empty line, a body.
/// Sources: RFC 5322 (headers), RFC 2047 (words that are not ASCII), RFC 2045 section 6.7
/// (quoted-printable), RFC 3834 section 5 (Auto-Submitted).
package struct MailText: Sendable {
  package let bytes: [UInt8]

  init(_ message: Row<OutboxMessage>, body: Secret, from sender: EmailAddress, _ settings: Settings)
  {
    let host = sender.text.split(separator: "@").last ?? "localhost"
    let posted = message[OutboxMessage.postedAt]
    let headers = [
      ("From", "\(Self.phrase(settings[.city])) <\(sender.text)>"),
      ("To", "<\(message[OutboxMessage.recipient].text)>"),
      ("Subject", Self.unstructured(message[OutboxMessage.subject].text)),
      ("Date", Self.date(posted, in: settings.zone)),
      // The same at every attempt, so that a mailbox can tell a copy.
      ("Message-ID", "<\(message[OutboxMessage.id]).\(posted.seconds)@\(host)>"),
      ("Auto-Submitted", "auto-generated"), ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=UTF-8"),
      ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    let text = headers.map { "\($0.0): \($0.1)\n" }.joined() + "\n"
    bytes = Array(text.utf8) + Self.quotedPrintable(body.text.utf8)
  }

  /// A name before an address: quoted, or in encoded words.
  static func phrase(_ text: String) -> String {
    guard isPlain(text) else { return encodedWords(text) }
    return "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  static func unstructured(_ text: String) -> String {
    isPlain(text) && !text.contains("=?") ? text : encodedWords(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 200 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Each of at most 75 characters, and none that splits a character.
  static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var part: [UInt8] = []
    func flush() {
      let padding = String(repeating: "=", count: (3 - part.count % 3) % 3)
      words.append("=?UTF-8?B?\(Base64.standard.text(part))\(padding)?=")
      part = []
    }
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if part.count + bytes.count > 45 { flush() }
      part += bytes
    }
    if !part.isEmpty || words.isEmpty { flush() }
    return words.joined(separator: "\n ")
  }

  /// `Mon, 23 Nov 2026 08:05:09 -0600`
  static func date(_ moment: Timestamp, in zone: CityTimeZone) -> String {
    let (day, second) = zone.local(moment)
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, number) = day.parts
    return "\(weekdays[Int(day.daysSince1970) % 7]), \(number) \(months[month - 1]) \(year) "
      + "\(Timestamp.clock(second)) \(zone.offsetText(at: moment).replacing(":", with: ""))"
  }

  /// Lines of at most 76 characters.
  static func quotedPrintable(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var length = 0
    func append(_ word: [UInt8]) {
      if length + word.count > 75 {
        result += [UInt8(ascii: "="), UInt8(ascii: "\n")]
        length = 0
      }
      result += word
      length += word.count
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        // A blank at the end of a line may be lost in transit.
        if let last = result.last, last == 0x20 || last == 0x09 {
          result.removeLast()
          result += hex(last)
        }
        result.append(byte)
        length = 0
      case 0x20, 0x21...0x3C, 0x3E...0x7E: append([byte])
      default: append(hex(byte))
      }
    }
    result.append(UInt8(ascii: "\n"))
    return result
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
