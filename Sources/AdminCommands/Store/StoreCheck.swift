import Accounts
import ArgumentParser
import Reports

/// `store check`
struct StoreCheck: AdminCommand {
  static let help = CommandHelp(
    "check", abstract: "Verify the store: storage, references, journal and the rules",
    discussion: HelpText.discussion(
      """
      Findings are data on standard output. Errors end with exit status 1, warnings do not. With \
      --rebuild settlement, who owes what is worked out anew from bills and payments first; that \
      needs an admin.
      """,
      examples: ["store check", "store check --csv -o findings.csv"], statuses: .ofWriting))
  static let standsAlone = true

  @Option(help: ArgumentHelp("settlement: work out anew who owes what", valueName: "what"))
  var rebuild: RebuiltPart?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(rebuild == nil ? .read : .write)
    if rebuild != nil {
      try context.options.refuseDryRun()
      try context.require(.admin, for: "store check --rebuild", on: store)
      try store.rebuildSettlements(by: context.author(reason: nil))
    }
    let columns = [
      ReportColumn.text("severity"), .text("rule"), .text("record"), .text("what"),
      .text("hint", title: "Fix"),
    ]
    let checked = try context.answer(list: "findings", columns) { add in
      try store.check { finding in
        try add([
          .text(finding.severity.rawValue), .text(finding.rule.rawValue), .text(finding.record),
          .text(finding.what), .text(finding.remedy),
        ])
      }
    }
    guard let summary = checked else { return .done }
    if !context.options.quiet {
      context.say(
        "\(summary.accounts) accounts, \(summary.meters) meters, \(summary.journal.changes) changes "
          + "checked: \(summary.errors) errors, \(summary.warnings) warnings")
    }
    return summary.errors > 0 ? .refused : .done
  }
}

/// What can be made anew from other records.
enum RebuiltPart: String, ExpressibleByArgument, CaseIterable {
  case settlement
}
