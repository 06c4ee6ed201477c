import Accounts

/// The words of a list or report that another command makes. Nothing else runs in that command's name.
struct ListLine {
  /// What the words are instead.
  struct Fault: Error {
    let found: String
    let expected: String
  }

  let words: [String]
  /// Noun and verb.
  let name: String
  let command: any ListCommand
  let options: GlobalOptions
  var leastRole: Role { type(of: command).leastRole }

  /// Options of the command that makes the list, and those that would show what is masked.
  private static let foreign: Set<String> = [
    "output", "reveal", "store", "profile", "no-config", "provenance", "dry-run", "yes",
  ]

  /// - Parameters:
  ///   - others: further options that the list must not have.
  ///   - what: what is expected, e.g. a report.
  init(
    _ words: [String], without others: Set<String> = [], what: String,
    where isWanted: (String) -> Bool = { _ in true }
  ) throws {
    guard case .run(let command, let name, let options) = try Invocation(words), isWanted(name),
      let list = command as? any ListCommand
    else { throw Fault(found: WordQuoting.line(words), expected: what) }
    if let option = TypedLine(words).words(only: Self.foreign.union(others)).first {
      throw Fault(found: option, expected: "\(what) without \(option)")
    }
    self.words = words
    self.name = name
    self.command = list
    self.options = options
  }
}
