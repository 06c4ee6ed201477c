import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Files to the bank, undone and written again", .onBothEngines)
struct BankFileUndoTests {
  @Test("an export that is undone leaves all as before but the file's record and its numbers")
  func undo() throws {
    let office = try Office.drafting()
    try office.export(on: "2026-03-02")
    try office.turn(to: "2026-03-12")
    let before = try office.store.dump()
    let first = Lines(try office.export(on: "2026-03-12"))
    let last = try office.lastChange()
    #expect(throws: IrrevocableEffects.self) { try office.store.undo(change: last, author: author) }
    let undone = try office.store.undo(change: last, author: author, leavesOutside: true)
    #expect(
      undone.outside.words == ["file 2 may have been sent to the bank; it cannot be recalled"])
    let files = try office.store.dump().filter { !before.contains($0) }
    #expect(files.count == 1 && files.allSatisfy { $0.hasPrefix("eft_file: ") })
    #expect(try before.allSatisfy(office.store.dump().contains))
    let next = Lines(try office.export(on: "2026-03-12"))
    #expect(next[0][87...94] == "3       ")
    #expect(first.entries.map { $0[1...79] } == next.entries.map { $0[1...79] })
    let traces = Set(first.entries.map { $0[80...94] })
    #expect(!traces.isEmpty && traces.isDisjoint(with: next.entries.map { $0[80...94] }))
  }

  @Test("trace numbers are not given out again after every file was undone")
  func tracesOnce() throws {
    let office = try Office.drafting()
    var traces: Set<String> = []
    for _ in 1...3 {
      let file = Lines(try office.export(on: "2026-03-02"))
      for entry in file.entries { #expect(traces.insert(entry[80...94]).inserted) }
      try office.store.undo(change: office.lastChange(), author: author, leavesOutside: true)
    }
    #expect(traces.count >= 3)
  }

  @Test("a redone export is the same file, and undoing it again asks again")
  func broughtBack() throws {
    let office = try Office.drafting()
    let first = try #require(try office.export(on: "2026-03-02"))
    let export = try office.lastChange()
    let before = try office.store.dump()
    try office.store.undo(change: export, author: author, leavesOutside: true)
    #expect(throws: RuleError.self) { try office.again(1) }
    let undo = try office.lastChange()
    try office.store.undo(change: undo, author: author)
    #expect(try office.store.dump() == before)
    #expect(try office.again(1) == first)
    let error = #expect(throws: IrrevocableEffects.self) {
      try office.store.undo(change: undo + 1, author: author)
    }
    #expect(error?.files == [1])
    #expect(throws: IrrevocableEffects.self) {
      try office.store.undo(change: export, author: author)
    }
  }

  @Test("a file is written again with the same bytes, whatever was set since, and that is recorded")
  func again() throws {
    let office = try Office.drafting()
    let first = try #require(try office.export(on: "2026-03-02"))
    try office.turn(to: "2026-03-20")
    for (setting, value) in [
      ("eft.company-name", "OTHER CITY"), ("eft.company-id", "999999999"),
      ("eft.odfi", "011000015"), ("eft.odfi-name", "OTHER BANK"),
    ] {
      try office.run(SetSetting.self, ["name": setting, "value": value])
    }
    try office.run(SetCustomer.self, ["cid": "1", "kind": "organization", "name": "Other Name"])
    let (before, last) = (try office.store.dump(), try office.lastChange())
    #expect(try office.again(1) == first)
    #expect(try office.store.dump() == before)
    #expect(try office.lastChange() == last + 1)
  }
}
