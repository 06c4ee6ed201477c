import Accounts
import Testing

@testable import Ledger
@testable import Values

@Suite("Undo of suspensions", .onBothEngines)
struct UndoSuspensionTests {
  @Test("a suspension is not brought back beside a later one", arguments: [false, true])
  func suspensions(ended: Bool) throws {
    let store = try settledStore()
    func suspend(on day: CivilDate) throws -> Int64 {
      try store.edit { books in
        var row = Row<Suspension>()
        row[Suspension.service] = 1
        row[Suspension.fromOn] = day
        books.insert(row)
      }
    }
    let first = try suspend(on: today.adding(days: -9))
    let undo: Int64
    if ended {
      undo = try store.edit { books in
        let open = try books.rows(Suspension.ofService, Int64(1))
        guard let row = open.first else { return }
        var changed = row
        changed[Suspension.toOn] = today.adding(days: -8)
        books.update(row, to: changed)
      }
    } else {
      undo = try #require(try store.undo(change: first, author: author).change)
    }
    _ = try suspend(on: today.adding(days: ended ? -7 : -12))
    let before = try store.dump()
    let rejection = failure { try store.undo(change: undo, author: author) } as? Rejection
    #expect(rejection?.code == .movedSince)
    #expect(
      rejection?.found.contains("two suspensions of service 1000 at once") == true,
      "\(String(describing: rejection))")
    #expect(try store.dump() == before)
  }
}
