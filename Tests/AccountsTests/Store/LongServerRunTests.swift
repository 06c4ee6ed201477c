import Testing

@testable import Accounts
@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// The same runs on a server: how often it is asked for rows, how many it goes through, and how many
/// are compared in memory, is linear in the rows of the file.
@Suite("Long runs about one account on a server", .needsPostgreSQL, .onBothEngines)
struct LongServerRunTests {
  /// What a run costs until its rows are written.
  private struct Cost {
    /// Questions to the server.
    var asked = 0
    /// Rows of records that the server went through for them.
    var fetched = 0
    /// Rows of the run itself that were compared with what its rules asked.
    var lookedAt = 0
    /// How often the operations of the run were tried.
    var tried = 0
  }

  private static let runs = LinearRunTests.runs + LinearRunTests.serverRuns

  private static func cost(of run: LinearRunTests.Run, rows: Int, batch: Int) throws -> Cost {
    let office = try LinearRunTests.office()
    // To go through a table of so few rows as a whole costs about as much as to look them up, so the server
    // would do now the one, now the other.
    try office.store.connection.script("SET enable_mergejoin = off; SET enable_hashjoin = off")
    try run.before?(office, rows)
    var cost = Cost()
    try LinearRunTests.perform(
      run.type, rows, on: office, batch: batch, repeats: run.repeats, run.row
    ) { change in
      cost.asked = change.loads
      cost.lookedAt = change.lookedAt
      cost.tried = change.tries
      cost.fetched =
        try change.connection.first(Self.fetchedRows) { Int($0.integer(0)) } ?? 0
    }
    return cost
  }

  private static let fetchedRows = Statement(
    """
    SELECT CAST(SUM(COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0)) AS BIGINT) \
    FROM pg_stat_xact_user_tables WHERE relname NOT LIKE 'change%'
    """, isShort: true)

  @Test("four times the rows are four times the questions", arguments: runs.indices)
  func linearQuestions(_ index: Int) throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let run = Self.runs[index]
    let some = try Self.cost(of: run, rows: 30, batch: 10)
    let many = try Self.cost(of: run, rows: 120, batch: 10)
    #expect(many.asked <= 5 * max(some.asked, 1), "\(run.type.name): \(some) and \(many)")
    // A run whose rows all went through those before them would fetch 7,200. A few fetched rows for
    // each row of the file are no growth: how many depends on the server's plan.
    #expect(many.fetched <= 7 * max(some.fetched, 120), "\(run.type.name): \(some) and \(many)")
  }

  @Test("four times the rows are compared in four times the steps", arguments: runs.indices)
  func linearSteps(_ index: Int) throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let run = Self.runs[index]
    let some = try Self.cost(of: run, rows: 40, batch: 40)
    let many = try Self.cost(of: run, rows: 160, batch: 160)
    #expect(many.lookedAt <= 5 * max(some.lookedAt, 20), "\(run.type.name): \(some) and \(many)")
    #expect(many.tried <= 6 * some.tried, "\(run.type.name): \(some) and \(many)")
  }
}
