import ArgumentParser
package import Reports

/// A value of a global option.
protocol GlobalValue: ExpressibleByArgument {
  /// What a word has to be, for messages.
  static var expected: String { get }
  /// What helps with a word that is none of these; nil if only the list of options does.
  static func remedy(_ word: String) -> String?
}

extension GlobalValue {
  static func remedy(_ word: String) -> String? { nil }
}

extension String: GlobalValue {
  static var expected: String { "a text" }
}

/// How long to wait for a busy store: seconds, from none to a day.
struct WaitTime: GlobalValue, Sendable, Equatable {
  static let expected = "0 to 86400 seconds"
  let duration: Duration

  init?(argument: String) {
    // NaN fails the comparison too.
    guard let seconds = Double(argument), seconds >= 0, seconds <= 86_400 else { return nil }
    duration = .seconds(seconds)
  }
}

/// How many rows at most; 0 is all.
struct RowLimit: GlobalValue, Sendable, Equatable {
  static let expected = "a number of rows, or 0 for all"
  let count: Int

  init(_ count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (0...1_000_000_000_000).contains(count) else { return nil }
    self.count = count
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension OutputFormat: GlobalValue {
  static var expected: String { "one of \(allCases.map(\.rawValue).joined(separator: ", "))" }

  static func remedy(_ word: String) -> String? {
    word.lowercased() == "parquet"
      ? "write CSV, which DuckDB reads as it is; `ubadmin help reports` says why there is no Parquet"
      : nil
  }
}

extension CSVDelimiter: ExpressibleByArgument {
  package static var allValueStrings: [String] { allCases.map(\.word) }
}
extension CSVDelimiter: GlobalValue {
  static var expected: String { "one of \(allCases.map(\.word).joined(separator: ", "))" }

  /// By its name, or as it is.
  package init?(argument: String) {
    let found = Self.allCases.first {
      $0.word == argument || String(UnicodeScalar($0.rawValue)) == argument
    }
    guard let found else { return nil }
    self = found
  }
}

extension TableStyle: ExpressibleByArgument {}
extension TableStyle: GlobalValue {
  static var expected: String { "one of \(allCases.map(\.rawValue).joined(separator: ", "))" }
}

extension ColorChoice: ExpressibleByArgument {}
extension ColorChoice: GlobalValue {
  static var expected: String { "one of \(allCases.map(\.rawValue).joined(separator: ", "))" }
}

/// What is accepted although it looks wrong.
enum Acceptance: String, CaseIterable, GlobalValue, Sendable {
  case unusual

  static var expected: String { "one of \(allCases.map(\.rawValue).joined(separator: ", "))" }
}
