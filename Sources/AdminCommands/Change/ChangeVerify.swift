import Accounts
import ArgumentParser
import Reports

/// `change verify`
struct ChangeVerify: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove that the journal is whole and unaltered",
    discussion: HelpText.discussion(
      """
      Each change carries a SHA-256 digest over itself and the digest of the change before it. \
      The last digest, noted elsewhere, proves later that nothing before it was altered.
      """, examples: ["change verify"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let report = try session.store(global, .read).verifyJournal()
    try session.answer(
      global,
      page: Page(
        title: "Journal",
        sections: [
          .fields([
            PageField("whole", label: "Whole", .boolean(report.fault == nil)),
            PageField("changes", label: "Changes", .integer(report.changes)),
            PageField("rows", label: "Rows", .integer(report.rows)),
            PageField("last_change", label: "Last change", .integer(report.lastChange)),
            PageField("last_digest", label: "Last digest", .text(report.lastDigest)),
          ])
        ]))
    guard let fault = report.fault else { return .done }
    throw CommandError(
      .refused, "change \(fault.change): \(fault.what)",
      mend: "compare with a backup: from this change on the journal proves nothing")
  }
}
