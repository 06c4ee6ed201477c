/// Where tokens come from, and what a password's hash costs. Tests bring one whose tokens they know,
/// whose hashes take no time, or that counts them.
package struct SecretSource: Sendable {
  /// What the program runs with: some 100 ms and 32 MiB a hash.
  package static let random = SecretSource(passwordCost: 15)

  /// Of new hashes, the logarithm of scrypt's N: each step doubles time and memory.
  package let passwordCost: Int
  /// Called for every hash that is computed.
  package let onHash: @Sendable () -> Void
  /// What the next token is; nil for random ones.
  package let nextToken: (@Sendable () -> String)?

  package init(
    passwordCost: Int, onHash: @escaping @Sendable () -> Void = {},
    nextToken: (@Sendable () -> String)? = nil
  ) {
    self.passwordCost = passwordCost
    self.onHash = onHash
    self.nextToken = nextToken
  }
}
