import Accounts

/// The prompt or script that commands come from, with the store that it keeps open for them.
final class Prompt {
  /// Where the store is, from the options that the prompt was opened with.
  let location: StoreLocation
  /// Standard input is the current script.
  let inputIsScript: Bool
  /// Opened when the first command asks for it.
  var store: Store?
  /// The record that commands apply to by default.
  var subject: PromptSubject?
  /// The last command that only showed something.
  var lastShown: LastShown?
  /// The last search, of which a number names a hit.
  var searched: SearchedRecords?
  /// What the last list showed.
  var listed: ListedKeys?
  /// The transaction around the script, which only what began it may end.
  let outer: OpenChange?
  /// Whether the last line asked to confirm exiting.
  var hasAsked = false
  /// Whether Ctrl-C ended a question of the current command.
  var hasLeftQuestion = false
  /// Whether the current command does more than show.
  var changes = false
  /// Whether TAB has found that the store cannot be reached; the next command tries again.
  var isAway = false
  /// Whether the time of each command is shown.
  var tellsTime = false
  /// Whether it runs a script, without a visible prompt.
  let isScript: Bool

  init(_ location: StoreLocation, inputIsScript: Bool, isScript: Bool = true, store: Store? = nil) {
    self.location = location
    self.inputIsScript = inputIsScript
    self.isScript = isScript
    self.store = store
    outer = store?.open
  }

  /// Closes its store at the end. If another file has taken the place of the store's, that file must not get its log.
  /// - Parameter around: the prompt that goes on, perhaps with the same store.
  func close(within around: Prompt?) {
    guard let store, store !== around?.store else { return }
    store.rollBackOpenChange()
    if store.isReplaced {
      // Somebody else who still has the old file open is not waited for at the exit.
      try? store.use(wait: .seconds(1))
      store.emptyLog()
    }
    self.store = nil
  }
}
