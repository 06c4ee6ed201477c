import Crypto
import Ledger
import Values

/// A random token that goes out once, by mail or to a browser; the store keeps its hash alone.
package struct PortalSecret: Sendable, Equatable {
  /// 43 characters of base64url: 256 random bits.
  package let token: String

  /// What tests know beforehand.
  @TaskLocal static var rehearsed: (@Sendable () -> String)?
  /// Whether operations must be read in the task at hand, which alone knows the tokens.
  package static var isRehearsed: Bool { rehearsed != nil }

  /// Must be made where an operation is read, never by its rule, which may run more than once.
  package init() {
    if let rehearsed = Self.rehearsed {
      token = rehearsed()
      return
    }
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    for _ in 0..<4 { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
    token = Base64.url.text(bytes)
  }

  init(token: String) { self.token = token }

  /// SHA-256 in hexadecimal.
  var hash: Secret {
    var text: [UInt8] = []
    for byte in SHA256.hash(data: Array(token.utf8)) {
      text.append(hexDigit(byte >> 4))
      text.append(hexDigit(byte & 15))
    }
    return Secret(trusted: String(decoding: text, as: UTF8.self))
  }
}
