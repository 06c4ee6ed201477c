import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Values

@Suite("Suspensions of portal users", .onBothEngines)
struct SuspensionTests {
  let office: Office

  init() throws {
    office = try Office(on: "2026-05-04")
    try office.run(
      RegisterUser.self, ["email": "ana.ortiz@example.com", "first": "Ana", "last": "Ortiz"])
  }

  private func user() throws -> Row<User> {
    try office.store.userRow(EmailAddress("ana.ortiz@example.com"))
  }

  private func openTokens() throws -> Int64 {
    try office.store.number(
      "SELECT count(*) FROM token WHERE voided_at IS NULL AND used_at IS NULL")
  }

  @discardableResult
  private func run<O: Accounts.Operation>(_ type: O.Type) throws -> Performed {
    try office.run(type, ["email": "ana.ortiz@example.com"])
  }

  @Test("the end of a suspension brings back the status from before it, and no more")
  func suspension() throws {
    try run(ActivateUser.self)
    try run(SuspendUser.self)
    #expect(try run(UnsuspendUser.self).effect.message.contains("can sign in again"))
    #expect(try user()[User.status] == .active)
    try run(LockUser.self)
    try run(SuspendUser.self)
    #expect(try user()[User.suspendedFrom] == .lockedOut)
    let locked = try run(UnsuspendUser.self).effect
    #expect(locked.message.contains("is locked_out again"))
    #expect(locked.notices.contains { $0.contains("`user unlock ana.ortiz@example.com`") })
    #expect(try user()[User.status] == .lockedOut)
    #expect(try user()[User.lockedBy] == .staff)
    #expect(try user()[User.suspendedFrom] == nil)
    try run(ResetPassword.self)
    try run(SuspendUser.self)
    #expect(try openTokens() == 0)
    let reset = try run(UnsuspendUser.self).effect
    #expect(reset.notices.contains { $0.contains("`user reset-password ana.ortiz@example.com`") })
    #expect(try user()[User.status] == .recovery)
    try run(SuspendUser.self)
    try run(DeactivateUser.self)
    #expect(try user()[User.suspendedFrom] == nil)
  }

  @Test("undo and redo of a suspension and of its end keep the status from before it")
  func suspensionUndone() throws {
    try run(ActivateUser.self)
    try run(ResetPassword.self)
    try run(SuspendUser.self)
    try run(UnsuspendUser.self)
    let undone = try #require(try office.store.undo(change: 5, author: author).change)
    #expect(try user()[User.status] == .suspended)
    #expect(try user()[User.suspendedFrom] == .recovery)
    try office.store.undo(change: undone, author: author)
    #expect(try user()[User.status] == .recovery)
    #expect(try user()[User.suspendedFrom] == nil)
  }
}
