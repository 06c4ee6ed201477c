/// Base64 without padding. Source: RFC 4648 sections 4 and 5.
struct Base64: Sendable {
  private let digits: [UInt8]

  private init(lastTwo: String) {
    digits = Array(
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + lastTwo).utf8)
  }

  static let standard = Base64(lastTwo: "+/")
  /// For tokens in links.
  static let url = Base64(lastTwo: "-_")

  func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...].prefix(3)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | UInt32(offset < rest.count ? rest[index + offset] : 0)
      }
      for digit in 0...rest.count { text.append(digits[Int(group >> UInt32(18 - 6 * digit) & 63)]) }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil if the text is none.
  func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var bits = 0
    for byte in text.utf8 {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      group = group << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    return bits < 6 ? bytes : nil
  }
}
