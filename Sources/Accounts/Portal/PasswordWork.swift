import Crypto
import Engines
import Ledger
import Synchronization
import Values

/// What is computed from a password, each thing once: hashing is slow on purpose, and a rule may
/// run more than once.
final class PasswordWork: Sendable {
  let password: Password
  private let salt: [UInt8]
  private let source: SecretSource
  private let made = Mutex<Secret?>(nil)
  private let verdicts = Mutex<[String: Bool]>([:])

  /// Must be made where an operation is read: the salt is random.
  init(_ password: Password, _ source: SecretSource) {
    self.password = password
    self.source = source
    salt = Array(SHA256.hash(data: Array(PortalSecret(source).token.utf8)).prefix(16))
  }

  /// The hash that is stored for a new password.
  func hash() throws(RuleError) -> Secret {
    if let hash = made.withLock({ $0 }) { return hash }
    do {
      source.onHash()
      let hash = try PasswordHash(of: password, cost: source.passwordCost, salt: salt)
      let secret = Secret(trusted: hash.text)
      made.withLock { $0 = secret }
      return secret
    } catch {
      throw Self.failed
    }
  }

  /// Whether it is the password that was stored. Without a stored one the answer takes as long.
  func matches(_ stored: Secret?) throws(RuleError) -> Bool {
    // What is not a hash costs as much as one.
    let text = stored.flatMap { PasswordHash($0.text) == nil ? nil : $0.text } ?? nobody
    if let verdict = verdicts.withLock({ $0[text] }) { return verdict && stored != nil }
    do {
      source.onHash()
      let verdict = try PasswordHash(text)?.matches(password) ?? false
      verdicts.withLock { $0[text] = verdict }
      return verdict && stored != nil
    } catch {
      throw Self.failed
    }
  }

  /// A hash that no password has, at the cost of a real one.
  private var nobody: String {
    let zeros = { Base64.standard.text([UInt8](repeating: 0, count: $0)) }
    return "$scrypt$ln=\(source.passwordCost),r=8,p=1$\(zeros(16))$\(zeros(32))"
  }

  private static let failed = RuleError.store(
    StoreError(
      .unavailable, "the password could not be hashed: too little memory",
      remedy: "make 64 MiB more memory available"))
}
