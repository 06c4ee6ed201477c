import Testing

@testable import Accounts
@testable import Ledger
@testable import Rules
@testable import Values

/// The same runs on a server: how often it is asked for rows is linear in the rows of the file.
@Suite("Long runs about one account on a server", .needsPostgreSQL, .onBothEngines)
struct LongServerRunTests {
  private static func asked(_ run: LinearRunTests.Run, rows: Int) throws -> Int {
    let office = try LinearRunTests.office()
    try run.before?(office, rows)
    var asked = 0
    try LinearRunTests.perform(
      run.type, rows, on: office, batch: 20, repeats: run.repeats, run.row
    ) { asked = $0.loads }
    return asked
  }

  @Test("four times the rows are four times the questions", arguments: LinearRunTests.runs.indices)
  func linear(_ index: Int) throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let run = LinearRunTests.runs[index]
    let (some, many) = (try Self.asked(run, rows: 60), try Self.asked(run, rows: 240))
    #expect(many <= 5 * max(some, 1), "\(run.type.name): \(some) and \(many)")
  }
}
