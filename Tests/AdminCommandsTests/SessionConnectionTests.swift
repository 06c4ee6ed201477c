import Accounts
import Reports
import Testing

@testable import AdminCommands

@Suite("Connections to a server from command to command", .needsPostgreSQL)
struct SessionConnectionTests {
  private let database: PostgreSQLDatabase
  private let session: Session

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    session = Session(
      environment: [:], output: OutputBuffer.memory(), errorOutput: OutputBuffer.memory(),
      terminal: TerminalFacts(), clock: .fixed(try CivilDate("2026-03-10")),
      caller: Caller(account: "pat", uid: 1, behindSudo: nil, host: "desk"),
      readInput: { _ in 0 })
  }

  /// The server's process for the next command.
  private func process() throws -> Int64 {
    let store = try Store.open(try database.location(), connections: session.connections)
    var number: Int64 = 0
    try store.each(sql: "SELECT pg_backend_pid()") { row in
      number = row.integer(0)
      return true
    }
    return number
  }

  @Test("pass on while commands follow each other, as in watch, and end with that")
  func passedOn() throws {
    let (first, second, third) = try session.keepingConnections {
      let first = try process()
      return (first, try process(), try session.keepingConnections { try process() })
    }
    #expect(second == first)
    #expect(third == first)
    #expect(session.connections == nil)
    #expect(try process() != first)
  }
}
