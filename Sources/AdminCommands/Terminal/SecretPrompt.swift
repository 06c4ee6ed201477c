import Glibc

/// Asks for a secret without echo; if the input is not a terminal, reads one line.
struct SecretPrompt {
  var input = STDIN_FILENO
  var output = STDERR_FILENO

  /// The signals after which a terminal must not stay without echo.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  func read(_ question: String) throws(PromptFault) -> String {
    guard isatty(input) == 1 else {
      guard let line = try PromptLine.read(input, unless: { SignalInbox.asksToStop }) else {
        throw .endOfInput
      }
      return line
    }
    while true {
      let answer = readWithoutEcho(question)
      let signals = SignalInbox.takeHeld()
      // The terminal is as it was; now the signals do what they would have done.
      for signal in signals { raise(signal) }
      switch answer {
      case .success(let secret?): return secret
      case .success(nil): throw .endOfInput
      // Ctrl-Z stopped the program, and it was continued: ask again.
      case .failure(.interrupted) where signals == [SIGTSTP]: continue
      case .failure(let fault): throw fault
      }
    }
  }

  private func readWithoutEcho(_ question: String) -> Result<String?, PromptFault> {
    let watch = SignalWatch.holding(Self.signals)
    defer { watch.end() }
    var before = termios()
    guard unsafe tcgetattr(input, &before) == 0 else { return .failure(.unreadable(errno)) }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    // What was typed before the question is not the answer.
    unsafe tcsetattr(input, TCSAFLUSH, &silent)
    defer {
      unsafe tcsetattr(input, TCSADRAIN, &before)
      PromptLine.write("\n", to: output)
    }
    PromptLine.write(question, to: output)
    do throws(PromptFault) {
      return .success(try PromptLine.answer(input, unless: { SignalInbox.holdsSignals }))
    } catch {
      return .failure(error)
    }
  }
}
