import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("The only way to write to a store", .onBothEngines)
struct WritePathTests {
  private static let words = "the change had an error and can only be rolled back"

  @Test("after a write that failed, more writes and the commit are refused")
  func failedWrite() throws {
    let store = try settledStore()
    let before = try store.dump()
    let error = failure {
      try store.change(by: author) { change in
        // A server tells at the next statement what it refused.
        _ = failure { try change.perform(Edit { $0.insert(Town.customer("100001")) }) }
        _ = failure { try change.perform(Edit { _ = try $0.find(Customer.self, "none") }) }
        let refused = failure { try change.perform(Edit { $0.insert(Town.customer("100002")) }) }
        #expect((refused as? RuleError)?.storeError?.message.hasPrefix(Self.words) == true)
        return .commit(())
      }
    }
    let kind = (error as? StoreError)?.kind
    #expect(kind == .constraint || kind == .taken)
    #expect((error as? StoreError)?.message.hasPrefix(Self.words) == true)
    #expect(try store.dump() == before)
    _ = try store.setPhone("100001", "512-555-0001")
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test("a statement that failed past the change spoils it too")
  func failedStatement() throws {
    let store = try settledStore()
    let before = try store.dump()
    let error = failure {
      try store.change(by: author) { change in
        try change.perform(Edit { $0.insert(Town.customer("100002")) })
        _ = failure { try store.number("SELECT nothing FROM nowhere") }
        return .commit(())
      }
    }
    #expect((error as? StoreError)?.message.hasPrefix(Self.words) == true)
    #expect(try store.dump() == before)
  }

  @Test("an error of the store that a rule met spoils the change")
  func failedRule() throws {
    let store = try settledStore()
    let error = failure {
      try store.change(by: author) { change in
        _ = failure {
          try change.perform(
            Edit { _ in throw RuleError.store(StoreError(.corrupt, "a row is torn")) })
        }
        try change.perform(Edit { $0.insert(Town.customer("100002")) })
        return .commit(())
      }
    }
    #expect((error as? RuleError)?.storeError?.message == Self.words + ": a row is torn")
  }

  @Test("what a rule rejects wrote nothing, and the change goes on")
  func rejection() throws {
    let store = try settledStore()
    let number = try store.change(by: author) { change in
      let rejected = failure {
        try change.perform(
          Edit { books in
            books.insert(Town.customer("100003"))
            throw RuleError.refuse(.conflict, found: "this", expected: "that", remedy: "do so")
          })
      }
      guard case .rejected? = rejected as? RuleError else {
        throw StoreError(.defect, "not rejected")
      }
      try change.perform(Edit { $0.insert(Town.customer("100002")) })
      return .commit(())
    }.number
    #expect(number == 2)
    #expect(try store.number("SELECT count(*) FROM customer") == 2)
  }

  @Test("what is discarded, thrown or dry leaves nothing, and tells what was learned")
  func unkept() throws {
    let store = try settledStore()
    let before = try store.dump()
    let add = Edit { $0.insert(Town.customer("100002")) }
    let discarded = try store.change(by: author) { .discard(try $0.perform(add).changes.count) }
    #expect(discarded.value == 1 && discarded.number == nil)
    let dry = try store.change(by: author, isDryRun: true) {
      .commit(try $0.perform(add).changes.count)
    }
    #expect(dry.value == 1 && dry.number == nil)
    #expect(throws: CancellationError.self) {
      try store.change(by: author) { change -> ChangeEnd<Void> in
        try change.perform(add)
        throw CancellationError()
      }
    }
    #expect(try store.dump() == before)
    #expect(try store.verifyJournal().changes == 1)
  }

  @Test("a change that met somebody else's is made again from its beginning, where that is allowed")
  func again() throws {
    let store = try settledStore()
    let conflict = StoreError(.conflict, "somebody else was faster")
    var attempts = 0
    let number = try store.change(by: author) { change in
      attempts += 1
      try change.perform(Edit { $0.insert(Town.customer("100002")) })
      if attempts < 3 { throw conflict }
      return .commit(())
    }.number
    #expect(number == 2 && attempts == 3)
    attempts = 0
    #expect(throws: conflict) {
      try store.change(by: author, retries: false) { _ -> ChangeEnd<Void> in
        attempts += 1
        throw conflict
      }
    }
    #expect(attempts == 1)
  }

  @Test("a change that has ended takes no more writes")
  func ended() throws {
    let store = try settledStore()
    let kept = try store.change(by: author) { .commit($0) }.value
    let error = failure { try kept.perform(Edit { $0.insert(Town.customer("100002")) }) }
    #expect((error as? RuleError)?.storeError?.message == "the change has ended already")
    #expect(try store.number("SELECT count(*) FROM customer") == 1)
  }
}

extension RuleError {
  fileprivate var storeError: StoreError? {
    if case .store(let error) = self { error } else { nil }
  }
}
