/// Which commands to run a text has.
package enum CommandsInText: Sendable, Equatable {
  case none
  /// It is one.
  case whole
  /// It is one if it consists of these words and a number.
  case numbered(String)
  /// It names some between backticks.
  case quoted
}
