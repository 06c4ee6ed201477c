package import Testing

/// Runs every test of a suite twice: on SQLite, then on PostgreSQL where that is installed.
package struct BothEngines: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    guard PostgreSQLCluster.isInstalled else { return }
    let databases = LeasedDatabases(of: try PostgreSQLCluster.shared())
    defer { databases.giveBack() }
    let telling = IssueHandlingTrait.compactMapIssues { issue in
      var issue = issue
      issue.comments.append("on PostgreSQL")
      return issue
    }
    try await TestEngine.$current.withValue(.postgreSQL(databases)) {
      try await telling.provideScope(for: test, testCase: testCase, performing: function)
    }
  }
}

extension Trait where Self == BothEngines {
  /// The suite's desks and benches stand on SQLite first, then on PostgreSQL.
  package static var onBothEngines: Self { BothEngines() }
}
