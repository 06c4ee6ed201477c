import Crypto

/// A random word that goes out once, by mail or to a browser; the store keeps its hash alone.
public struct PortalSecret: Sendable, Equatable {
  /// 43 characters of base64url: 256 random bits.
  public let word: String

  /// What tests know beforehand.
  @TaskLocal static var rehearsed: (@Sendable () -> String)?

  /// Must be made where an operation is read, never by its rule, which may run more than once.
  public init() {
    if let rehearsed = Self.rehearsed {
      word = rehearsed()
      return
    }
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    for _ in 0..<4 { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
    word = Base64URL.text(bytes)
  }

  init(word: String) { self.word = word }

  /// SHA-256 in hexadecimal.
  var hash: Secret {
    var text: [UInt8] = []
    for byte in SHA256.hash(data: Array(word.utf8)) {
      text.append(hexDigit(byte >> 4))
      text.append(hexDigit(byte & 15))
    }
    return Secret(trusted: String(decoding: text, as: UTF8.self))
  }
}

/// Base64 with - and _, without padding. Source: RFC 4648 section 5.
enum Base64URL {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func text(_ bytes: [UInt8]) -> String {
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

  /// Nil where the text is none.
  static func bytes(_ text: String) -> [UInt8]? {
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
