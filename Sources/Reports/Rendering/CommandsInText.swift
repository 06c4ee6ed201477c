/// The commands to run in a text.
package enum CommandsInText: Sendable, Equatable {
  case none
  /// The whole text is a command.
  case whole
  /// The text is a command if it consists of these words and a number.
  case numbered(String)
  /// The text has commands between backticks.
  case quoted
}
