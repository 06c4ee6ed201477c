import CReadline
import Glibc

/// Readline at the terminal: one per process, because its state is.
final class LineEditor {
  /// Outcome of a line.
  enum Event: Equatable {
    case line(String)
    case interrupted
    case endOfInput
    case ended
    case notUTF8
  }

  /// Readline's callbacks know no context. They run within `readLine`, on its thread.
  nonisolated(unsafe) private static var current: LineEditor?

  private let completions: ([String], String) -> Suggestions
  /// The physical lines of the command before this one.
  private var taken = LineSplitter()

  /// Nil if another one is open.
  init?(completions: @escaping ([String], String) -> Suggestions) {
    self.completions = completions
    guard unsafe Self.current == nil else { return nil }
    unsafe Self.current = self
    unsafe ubadmin_readline_open(
      { _ in LineEditor.nextByte() },
      { _, start, end in
        unsafe LineEditor.current?.complete(from: Int(start), to: Int(end)) ?? nil
      },
      { line, index in unsafe LineEditor.isQuoted(line, Int(index)) ? 1 : 0 })
  }

  func close() { unsafe Self.current = nil }

  func readLine(prompt: String, after taken: LineSplitter) -> Event {
    self.taken = taken
    SignalInbox.clear()
    let watch = SignalWatch.holding([SIGTSTP])
    let typed = unsafe readline(prompt)
    watch.end()
    defer { unsafe free(typed) }
    if SignalInbox.asksToStop {
      PromptLine.write("\n", to: STDOUT_FILENO)
      return SignalInbox.endingSignal == nil ? .interrupted : .ended
    }
    guard let typed = unsafe typed else {
      PromptLine.write("\n", to: STDOUT_FILENO)
      return .endOfInput
    }
    return unsafe String(validatingCString: typed).map(Event.line) ?? .notUTF8
  }

  /// Readline's own would go on reading after Ctrl-C, and take a half-typed line for a whole one
  /// when the terminal is gone.
  private static func nextByte() -> Int32 {
    let isSignalled = { SignalInbox.holdsSignals || SignalInbox.asksToStop }
    while !SignalInbox.asksToStop {
      guard InputWait.untilReadable(STDIN_FILENO, unless: isSignalled) else {
        rl_check_signals()
        passOn(SignalInbox.takeHeld())
        continue
      }
      var byte: UInt8 = 0
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 1 { return Int32(byte) }
      // Ctrl-D is a key here, so the end of the input is that of the terminal.
      if count == 0 || errno != EINTR { SignalInbox.receive(SIGHUP) }
    }
    // Outside of a command, as in a search of the history, this ends the search first.
    guard ubadmin_readline_takes_command() != 0 else { return EOF }
    if SignalInbox.isInterrupted { rl_echo_signal_char(SIGINT) }
    return READERR
  }

  /// Ctrl-Z, with the terminal as it was before.
  private static func passOn(_ signals: [Int32]) {
    for number in signals {
      rl_cleanup_after_signal()
      let holding = signal(number, SIG_DFL)
      raise(number)
      signal(number, holding)
      rl_reset_after_signal()
      rl_forced_update_display()
    }
  }

  private typealias Matches = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Readline frees the list and its strings.
  private func complete(from start: Int, to end: Int) -> Matches? {
    ubadmin_readline_completes(0, 0)
    guard
      let completion = Completion(
        of: Self.buffer(), from: start, to: end, after: taken, completions: completions),
      let list = unsafe calloc(
        completion.candidates.count + 2, MemoryLayout<Matches.Pointee>.stride)
    else { return nil }
    ubadmin_readline_completes(completion.namesFiles ? 1 : 0, completion.goesOn ? 1 : 0)
    let matches = unsafe list.assumingMemoryBound(to: Matches.Pointee.self)
    unsafe matches[0] = strdup(completion.common)
    if completion.candidates.count > 1 {
      // Where each is put in the line in its turn, it stands without its meaning.
      let isListed = ubadmin_readline_lists() != 0
      for (index, candidate) in (isListed ? completion.shown : completion.candidates).enumerated() {
        unsafe matches[index + 1] = strdup(candidate)
      }
    }
    return unsafe matches
  }

  private static func buffer() -> [UInt8] {
    guard let line = unsafe ubadmin_readline_buffer() else { return [] }
    return unsafe bytes(line, strlen(line))
  }

  private static func bytes(_ line: UnsafePointer<CChar>, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: line, count: count))
  }

  /// Whether the byte is part of a word although it would end one.
  private static func isQuoted(_ line: UnsafeMutablePointer<CChar>?, _ index: Int) -> Bool {
    guard let line = unsafe line else { return false }
    var splitter = unsafe current?.taken ?? LineSplitter()
    unsafe splitter.scan(bytes(line, index + 1))
    return splitter.place != .between
  }
}
