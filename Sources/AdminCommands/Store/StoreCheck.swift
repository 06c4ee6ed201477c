import Accounts
import ArgumentParser
import Reports

/// `store check`
struct StoreCheck: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verify the store: storage, references, journal and the rules",
    discussion: HelpText.discussion(
      "Findings are data on standard output. Errors end with exit status 1, warnings do not.",
      examples: ["store check", "store check --csv -o findings.csv"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    let answer = try session.openAnswer(global)
    let summary: CheckSummary
    do {
      try answer.writer.begin(
        ["severity", "rule", "record", "what", "mend"].map {
          ReportColumn($0, title: $0.prefix(1).uppercased() + $0.dropFirst(), kind: .text)
        })
      summary = try store.check { finding in
        answer.writer.text(finding.severity.rawValue)
        answer.writer.text(finding.rule.rawValue)
        answer.writer.text(finding.record)
        answer.writer.text(finding.what)
        answer.writer.text(finding.mend)
        try answer.writer.endRow()
      }
      try answer.finish(note: nil)
    } catch {
      answer.discard()
      throw error
    }
    if !global.quiet {
      session.say(
        "\(summary.accounts) accounts, \(summary.meters) meters, \(summary.journal.changes) changes "
          + "checked: \(summary.errors) errors, \(summary.warnings) warnings")
    }
    return summary.errors > 0 ? .refused : .done
  }
}
