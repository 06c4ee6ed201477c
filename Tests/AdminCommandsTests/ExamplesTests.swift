import Accounts
import Testing

@testable import AdminCommands

@testable import Ledger
@testable import Rules

/// The examples in the help of what changes the store; those with files need the files.
struct ExamplesTests {
  /// The examples of one operation.
  struct Session: Sendable, CustomTestStringConvertible {
    let operation: String
    let examples: [String]

    init<O: ShownOperation>(_ type: O.Type) {
      operation = O.name.description
      examples = O.examples
    }

    var testDescription: String { operation }
  }

  @Test("work on the sample city, in the order in which they stand", arguments: sessions())
  func work(session: Session) throws {
    let bench = try CommandBench(on: "2026-11-10", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 20")
    for example in (Self.before[session.operation] ?? []) + session.examples
    where !example.contains(".csv") && !example.contains(".txt") {
      var splitter = LineSplitter()
      #expect(try !splitter.take(example))
      let result = bench.run(splitter.words, input: "123456789\n")
      #expect(result.status == .done, "\(example): \(result)")
      #expect(!result.words.contains("is unchanged"), "\(example): \(result)")
    }
  }

  /// What must be there first.
  private static let before = [
    "operator set": AddOperator.examples, "operator remove": AddOperator.examples,
  ]

  static func sessions() -> [Session] {
    var sessions: [Session] = []
    for type in OperationCatalogue.all {
      if let type = type as? any ShownOperation.Type { sessions.append(Session(type)) }
    }
    return sessions
  }
}
