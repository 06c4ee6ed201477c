import Accounts
import Reports

/// A list or report while its rows are written.
struct OpenAnswer {
  let writer: any RowWriter
  let note: (String) -> Void
  /// Says what was noted: not before the pager has ended.
  let say: () -> Void
  let end: () -> Void
  let destination: AnswerDestination

  func finish(note: String?) throws {
    defer { destination.output.beforeSending = nil }
    end()
    try writer.finish(note: note)
    try destination.commit()
    if let note { self.note(note) }
    say()
  }

  func discard() {
    end()
    destination.output.beforeSending = nil
    destination.discard()
  }
}

/// Lines of text while they are written.
struct OpenLines {
  let destination: AnswerDestination

  func add(_ line: String) throws {
    destination.output.append(TerminalText.sanitized(line) + "\n")
    try destination.output.check()
  }

  func finish() throws { try destination.commit() }

  func discard() { destination.discard() }
}

/// What is said about rows once they are out.
final class Notes {
  var lines: [String] = []
}
