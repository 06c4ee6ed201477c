import Accounts
import Testing

@testable import AdminCommands

/// Why something is not undone or redone is said in the words of a clerk, with the command that helps.
@Suite("Words of a refused undo", .onBothEngines)
struct UndoWordsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 1)
  }

  @Test("a bank account number does not come back; the message names the account to enroll again")
  func bankAccount() throws {
    func enroll(_ more: String, _ number: String) {
      #expect(
        bench.run("eft enroll A1 --routing 021000021 \(more)", input: number + "\n").status == .done
      )
    }
    enroll("", "123456789")
    try bench.expect("change undo --yes")
    func check() {
      let refused = bench.run("change redo --yes")
      #expect(refused.status == .refused)
      #expect(
        refused.words.contains(
          "found the bank account number of account A1, which the journal does not keep"),
        "\(refused)")
      #expect(refused.words.contains("enroll again with `ubadmin eft enroll A1`"), "\(refused)")
    }
    check()
    // Neither does one that has replaced another.
    enroll("", "123456789")
    enroll("--type savings", "777888999")
    try bench.expect("change undo --yes")
    check()
  }

  @Test("a redo that a later change prevents says what it would bring, not what an undo takes away")
  func redo() throws {
    for line in [
      "service start A1 SEWER --on 2026-01-01", "change undo --yes",
      "service start A1 SEWER --on 2026-02-01",
    ] { try bench.expect(line) }
    let refused = bench.run("change redo --yes")
    #expect(refused.words.contains(": with this redo, two services"), "\(refused)")
    #expect(refused.words.contains("expected a record that is valid with this redo"), "\(refused)")
    #expect(!refused.words.contains("without change"), "\(refused)")
  }

  @Test("a field has its label, and nobody has typed it")
  func labels() throws {
    try bench.expect("customer set 1 --postal-code 50010")
    try bench.expect("customer set 1 --postal-code 50011")
    let refused = bench.run("change undo 4")
    #expect(refused.words.hasPrefix("ubadmin: found customer 1, which was changed by change 5"))
    #expect(refused.words.contains("(postal code is now “50011”)"), "\(refused)")
    try bench.expect("account set A1 --cid 1 --until 2026-04-01")
    let until = bench.run("change undo 3")
    #expect(until.words.contains("(“To” is now “2026-04-01”)"), "\(until)")
    let other = bench.run("change undo 2")
    #expect(other.words.hasPrefix("ubadmin: found account A1, which belongs to location L1"))
  }

  @Test("a day whose label is “To on” is the “To”")
  func days() throws {
    for line in [
      "service start A1 WATER --on 2026-01-01", "service suspend A1 WATER --on 2026-02-01",
      "service resume A1 WATER --on 2026-02-01", "service suspend A1 WATER --on 2026-02-01",
    ] { try bench.expect(line) }
    let refused = bench.run("change undo 6")
    #expect(refused.words.contains("(“To” is now empty)"), "\(refused)")
  }

  private func refused(_ change: Int, first: Int) {
    let refused = bench.run("change undo \(change)")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("undo change \(first) first"), "\(refused)")
  }

  @Test("what is to be undone first is a change in effect, so that a few steps end it")
  func inEffect() throws {
    for line in [
      "account open A2 --cid 1 --location L1 --on 2025-01-01",
      "service start A2 SEWER --on 2026-01-01", "service set A2 SEWER --class industrial",
      "change undo 6",
    ] { try bench.expect(line) }
    refused(4, first: 5)
    try bench.expect("change undo 7")
    refused(4, first: 5)
    refused(5, first: 6)
    for change in [6, 5, 4] { try bench.expect("change undo \(change)") }
  }

  @Test("the undo of a later change is not undone, as that would bring the change back")
  func undoneSince() throws {
    for line in [
      "customer add 2 --name Bo", "customer set 2 --city Waco", "customer set 2 --state TX",
      "change undo 5",
    ] { try bench.expect(line) }
    refused(4, first: 6)
    for change in [6, 4] { try bench.expect("change undo \(change)") }
  }
}
