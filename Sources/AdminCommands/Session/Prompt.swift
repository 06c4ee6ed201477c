import Accounts

/// The prompt or script that commands come from, with the store that it keeps open for them.
final class Prompt {
  /// Where the store is, from the options that the prompt was opened with.
  let location: StoreLocation
  /// Standard input is the script at hand.
  let inputIsScript: Bool
  /// Opened when the first command asks for it.
  var store: Store?
  /// What commands mean that name no record.
  var subject: PromptSubject?
  /// The words of the last command that only showed something.
  var lastShown: [String]?
  /// The words of the last search, of which a number names a hit.
  var searched: [String]?
  /// What the last list showed.
  var listed: ListedKeys?
  /// Whether to leave was asked about by the last line.
  var hasAsked = false
  /// Whether Ctrl-C ended a question of the command at hand.
  var hasLeftQuestion = false
  /// Whether the command at hand does more than show.
  var changes = false
  /// Whether it is told how long each command takes.
  var tellsTime = false
  /// Nobody sees a prompt.
  let isScript: Bool

  init(_ location: StoreLocation, inputIsScript: Bool, isScript: Bool = true, store: Store? = nil) {
    self.location = location
    self.inputIsScript = inputIsScript
    self.isScript = isScript
    self.store = store
  }
}
