import Glibc

extension CommandContext {
  /// Whether somebody at a terminal, or `--yes`, agrees. Without a terminal, the answer is no.
  func confirms(_ question: String) throws -> Bool {
    if options.yes { return true }
    guard !options.noInput, session.terminal.inputIsTerminal, session.terminal.errorIsTerminal
    else { return false }
    return try Confirmation().ask(question)
  }
}

/// Asks yes or no on a terminal; no is the answer unless it is yes.
struct Confirmation {
  var input = STDIN_FILENO
  var output = STDERR_FILENO

  func ask(_ question: String) throws(PromptFault) -> Bool {
    guard isatty(input) == 1 else { throw .notATerminal }
    for _ in 1...3 {
      PromptLine.write("\(question) [y/N] ", to: output)
      guard let answer = try PromptLine.answer(input, unless: { SignalInbox.asksToStop }) else {
        PromptLine.write("\n", to: output)
        return false
      }
      switch answer.lowercased() {
      case "y", "yes": return true
      case "", "n", "no": return false
      default: PromptLine.write("Please answer y or n.\n", to: output)
      }
    }
    return false
  }
}
