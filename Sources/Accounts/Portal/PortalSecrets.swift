import Crypto
import Ledger
import Values

/// A random token that goes out once, by mail or to a browser; the store keeps its hash alone.
struct PortalSecret: Sendable, Equatable {
  /// 43 characters of base64url: 256 random bits.
  let token: String

  /// Must be made where an operation is read, never by its rule, which may run more than once.
  init(_ source: SecretSource) { token = source.nextToken?() ?? Self.randomToken() }

  init(token: String) { self.token = token }

  private static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    for _ in 0..<4 { unsafe withUnsafeBytes(of: generator.next()) { unsafe bytes += $0 } }
    return Base64.url.text(bytes)
  }

  /// SHA-256 in hexadecimal.
  var hash: Secret {
    Secret(trusted: hexText(SHA256.hash(data: Array(token.utf8))))
  }
}
