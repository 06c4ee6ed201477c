@testable import Ledger

extension BankKey {
  /// A key without a file.
  init(_ vault: Vault) {
    self.init(path: nil, sample: nil) {
      vault
    } made: {
      vault
    }
  }
}
