import Accounts

/// The help texts of an operation; each noun has its own.
protocol ShownOperation: Operation {
  /// One line, e.g. `Add a customer`.
  static var summary: String { get }
  /// Paragraphs: what to know before using it.
  static var discussion: String { get }
  /// What running it again does.
  static var repetition: String { get }
  /// Command lines that work on the sample city, without the program's name.
  static var examples: [String] { get }
  /// Whether an option of its command may choose the records instead of its argument.
  static var choosesRecords: Bool { get }
}

extension ShownOperation {
  static var discussion: String { "" }
  static var repetition: String { repeated.meaning }
  static var examples: [String] { [] }
  static var choosesRecords: Bool { false }

  /// The discussion and the result of repeating the command.
  static var text: String {
    [discussion, repetition].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Repetition {
  var meaning: String {
    switch self {
    case .changesNothing: "Running it again changes nothing."
    case .isRefused: "Running it again is refused."
    case .actsAgain: "Running it again applies it again."
    }
  }
}
