import Accounts

/// The prompt or script that commands come from, with the store that it keeps open for them.
final class Prompt {
  /// Where the store is, from the options that the prompt was opened with.
  let location: StoreLocation
  /// Standard input is the script at hand.
  let inputIsScript: Bool
  /// Opened when the first command asks for it.
  var store: Store?

  init(_ location: StoreLocation, inputIsScript: Bool, store: Store? = nil) {
    self.location = location
    self.inputIsScript = inputIsScript
    self.store = store
  }
}
