import Accounts

/// A line of the prompt whose output goes on to a program, `| less`, or into a file, `> list.csv`.
struct Redirection: Equatable {
  /// Where the output goes.
  enum Target: Equatable {
    /// What a shell runs.
    case program(String)
    case file(String)
  }

  /// The words before the sign.
  let words: [String]
  let target: Target

  /// Nil where the fault is another: only the last words of a command can turn its output.
  init?(_ fault: LineFault, in taken: LineSplitter) {
    guard let sign = fault.shellWord, fault.line == taken.lines.count - 1,
      let last = taken.lines.last
    else { return nil }
    let end = last.index(last.startIndex, offsetBy: fault.column - 1)
    var before = LineSplitter()
    for line in taken.lines.dropLast() { _ = try? before.take(line) }
    _ = try? before.take(String(last[..<end]))
    words = before.words
    let rest = String(last[end...].dropFirst())
    if sign.hasPrefix("|"), !sign.hasPrefix("||") {
      let program = String(rest.trimmed)
      guard !words.isEmpty, !program.isEmpty else { return nil }
      target = .program(program)
    } else if sign.hasPrefix(">"), !sign.hasPrefix(">>") {
      var file = LineSplitter()
      guard !words.isEmpty, (try? file.take(rest)) == false, file.words.count == 1 else {
        return nil
      }
      target = .file(file.words[0])
    } else {
      return nil
    }
  }
}

extension ReplHost {
  /// Runs a line whose output goes elsewhere.
  func answer(_ line: Redirection) -> Int32? {
    switch line.target {
    case .program(let program): piped?(program) { answer(line.words) ?? 0 }
    // As the option does it: completely or not at all, and over nothing that is read.
    case .file(let path): answer(line.words + ["--output", path])
    }
  }
}
