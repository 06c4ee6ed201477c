import Accounts

/// What help tells of an operation; each noun keeps the texts of its own.
protocol ShownOperation: Operation {
  /// One line, e.g. `Add a customer`.
  static var summary: String { get }
  /// Paragraphs: what to know before using it.
  static var discussion: String { get }
  /// Command lines that work on the sample city, without the program's name.
  static var examples: [String] { get }
}

extension ShownOperation {
  static var discussion: String { "" }
  static var examples: [String] { [] }

  /// The discussion and the result of repeating the command.
  static var text: String {
    [discussion, repeated.words].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Repetition {
  var words: String {
    switch self {
    case .changesNothing: "Running it again changes nothing."
    case .isRefused: "Running it again is refused."
    case .actsAgain: "Running it again applies it again."
    }
  }
}
