/// The key for bank accounts, as a command reaches it. All bank accounts of a store are sealed with one key.
package struct BankKey {
  /// The file that has it; nil if there is no place for one.
  let path: String?
  /// The key of the sample city, which anybody knows. It serves for bank accounts that it opens, and never
  /// for a store without any.
  let sample: Vault?
  /// Nil if the file is not there.
  let found: () throws -> Vault?
  /// A new key, for a store that has no bank accounts.
  let made: () throws -> Vault?

  init(
    path: String?, sample: Vault?, found: @escaping () throws -> Vault?,
    made: @escaping () throws -> Vault?
  ) {
    self.path = path
    self.sample = sample
    self.found = found
    self.made = made
  }

  /// There is no place for a key file.
  package init() {
    self.init(path: nil, sample: nil) {
      nil
    } made: {
      nil
    }
  }

  /// As messages name it.
  var place: String { path.map { "the key file \($0)" } ?? "the key for bank accounts" }
}
