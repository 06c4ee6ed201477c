import Accounts
import ArgumentParser
import Reports

/// `change show`
struct ChangeShow: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a change: who, when, why, and each row before and after",
    discussion: HelpText.discussion(
      "Rows that a change added are shown as they are now.",
      examples: ["change show 12", "change show 12 --csv"]))

  @Argument(help: "number of the change") var change: Int64
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    guard let summary = try store.change(change) else {
      throw Rejection(
        .notFound, field: "change", found: "no change \(change)", expected: "a committed change",
        mend: "find it with `change list`")
    }
    if try session.format(global) == .table, !global.quiet { introduce(summary, session) }
    let plan = try PlanOutput(session: session, options: global)
    do {
      try store.changedRows(of: change) { row in
        try plan.add(row)
        return true
      }
      try plan.finish()
    } catch {
      plan.discard()
      throw error
    }
    return .done
  }

  private func introduce(_ summary: ChangeSummary, _ session: Session) {
    let account = summary.actingAs.map { " (as \($0))" } ?? ""
    session.say(
      "change \(summary.change), \(session.zone.text(summary.at)), "
        + "\(summary.operatorName)@\(summary.host)\(account)")
    session.say("  " + summary.command)
    if let reason = summary.reason { session.say("  reason: " + reason) }
    if let undoes = summary.undoes { session.say("  undoes change \(undoes)") }
    if let undone = summary.undoneBy { session.say("  undone by change \(undone)") }
  }
}
