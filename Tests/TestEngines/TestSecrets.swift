package import Accounts

extension SecretSource {
  /// Hashing takes no time.
  package static let quick = SecretSource(passwordCost: 4)

  /// The same with tokens that the test knows.
  package static func rehearsed(_ token: @escaping @Sendable () -> String) -> SecretSource {
    SecretSource(passwordCost: 4, nextToken: token)
  }
}
