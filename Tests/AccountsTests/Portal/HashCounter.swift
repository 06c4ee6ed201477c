import Accounts
import Synchronization

/// How often a password's hash was computed.
final class HashCounter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }

  /// What is computed with these is counted.
  var secrets: SecretSource {
    SecretSource(passwordCost: 4, onHash: { [self] in value.withLock { $0 += 1 } })
  }
}
