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

  /// Nil if the fault is another: only the last words of a command can turn its output.
  init?(_ fault: LineFault, in taken: LineSplitter) {
    guard let sign = fault.shellWord, fault.line == taken.lines.count - 1,
      let last = taken.lines.last
    else { return nil }
    let end = last.index(last.startIndex, offsetBy: fault.column - 1)
    var before = LineSplitter(home: taken.home)
    for line in taken.lines.dropLast() { _ = try? before.take(line) }
    _ = try? before.take(String(last[..<end]))
    words = before.words
    let rest = String(last[end...].dropFirst())
    if sign.hasPrefix("|"), !sign.hasPrefix("||") {
      let program = String(rest.trimmed)
      guard !words.isEmpty, !program.isEmpty else { return nil }
      target = .program(program)
    } else if sign.hasPrefix(">"), !sign.hasPrefix(">>") {
      var file = LineSplitter(home: taken.home)
      guard !words.isEmpty, (try? file.take(rest)) == false, file.words.count == 1 else {
        return nil
      }
      target = .file(file.words[0])
    } else {
      return nil
    }
  }
}

extension Redirection {
  /// The fault where the sign may as well be SQL, as in `query SELECT … WHERE total > 100`: behind a
  /// query of several words nobody can tell.
  var faultInSQL: String? {
    let line = CompletionLine(LineRequest.own(words), typed: "")
    guard line.path == [QueryCommand.help.name], let first = line.argumentPlaces.first else {
      return nil
    }
    let action = SavedQueryAction(rawValue: line.words[first])
    let taken = action == .save ? 3 : action == nil ? 1 : Int.max
    guard line.argumentPlaces.count > taken else { return nil }
    let (sign, use) =
      switch target {
      case .program: ("|", "pipe")
      case .file: (">", "file")
      }
    return """
      found \(sign) in an unquoted query, where it may be SQL or a \(use); nothing was done
        put the SQL in quotes: query "SELECT …"
      """
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
