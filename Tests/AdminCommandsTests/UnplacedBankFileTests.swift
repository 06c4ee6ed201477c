import Accounts
import Glibc
import Testing

@testable import AdminCommands
@testable import Ledger

/// An export that is killed between its change and the name of its file.
@Suite("Bank files that never got to their place", .onBothEngines)
struct UnplacedBankFileTests {
  /// As if the last export had been killed.
  private func killed() throws -> CommandBench {
    let bench = try EFTReturnsTests.drafted()
    unlink(bench.folder + "/drafts.ach")
    try Store.open(StoreLocation(bench.store)).connection.script(
      "DELETE FROM job WHERE source = 'bank-file-placed' AND fingerprint = '2'")
    return bench
  }

  @Test("the export of another day names the file, its change and the command that writes it")
  func nextDay() throws {
    let bench = try killed()
    let made =
      try bench.expect("change list --limit 1 --csv --no-header").output
      .split(separator: ",").first ?? "none"
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let next = "eft export --on 2026-03-12 -o \(bench.folder)/next.ach"
    let told = try bench.expect(next).words
    #expect(
      told.contains(
        "note: file 2 for 2026-03-11, with 2 entries of 94.56 together, was made (change \(made)), "
          + "but its command ended before the file was in its place."), "\(told)")
    #expect(told.contains("`ubadmin eft export --again 2 -o FILE`"), "\(told)")
    #expect(try bench.expect(next).words.contains("note: file 2 for 2026-03-11"))
    try bench.expect("eft export --again 2 -o \(bench.folder)/drafts.ach")
    #expect(try !bench.expect(next).words.contains("file 2 for 2026-03-11"))
  }

  @Test("the doctor and today find it, until it is written or its export is undone")
  func found() throws {
    let bench = try killed()
    let doctor = "store doctor --quick --csv --no-header --fields problem,record,hint"
    let found = bench.run(doctor)
    #expect(
      found.output == "bank_file_unplaced,bank file 2,"
        + "ubadmin eft export --again 2 --output bank-file-2.ach\n", "\(found)")
    let today = "today --csv --no-header"
    #expect(try bench.expect(today).output.contains("problems found,1"))
    try bench.expect("eft export --again 2 -o \(bench.folder)/bank-file-2.ach")
    #expect(try bench.expect(doctor).output == "")
    #expect(try !bench.expect(today).output.contains("problems"))
  }

  @Test("a dry run of another one names it, but not after the undo of its export")
  func undone() throws {
    let bench = try killed()
    let dry = "eft export --on 2026-03-12 -o \(bench.folder)/next.ach --dry-run"
    #expect(try bench.expect(dry).words.contains("note: file 2 for 2026-03-11"))
    try bench.expect("change undo --yes")
    #expect(try !bench.expect(dry).words.contains("file 2 for 2026-03-11"))
    #expect(try bench.expect("store doctor --quick").words.hasSuffix("0 problems\n"))
  }
}
