import Accounts
import ArgumentParser
import Reports

/// `store check`
struct StoreCheck: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verify the store: storage, references, journal and the rules",
    discussion: HelpText.discussion(
      "Findings are data on standard output. Errors end with exit status 1, warnings do not.",
      examples: ["store check", "store check --csv -o findings.csv"], statuses: .ofWriting))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    let columns = [
      ReportColumn.text("severity"), .text("rule"), .text("record"), .text("what"),
      .text("hint", title: "Fix"),
    ]
    let checked = try session.answer(global, list: "findings", columns) { add in
      try store.check { finding in
        try add([
          .text(finding.severity.rawValue), .text(finding.rule.rawValue), .text(finding.record),
          .text(finding.what), .text(finding.mend),
        ])
      }
    }
    guard let summary = checked else { return .done }
    if !global.quiet {
      session.say(
        "\(summary.accounts) accounts, \(summary.meters) meters, \(summary.journal.changes) changes "
          + "checked: \(summary.errors) errors, \(summary.warnings) warnings")
    }
    return summary.errors > 0 ? .refused : .done
  }
}
