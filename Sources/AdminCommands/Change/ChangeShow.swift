import Accounts
import ArgumentParser
import Reports

/// `change show`
struct ChangeShow: AdminCommand {
  static let uses: OptionUse = .list
  static let help = CommandHelp(
    "show", abstract: "Show a change: who, when, why, and each row before and after",
    discussion: HelpText.discussion(
      """
      Rows that the change added are shown with their current values. If the rows of a file gave \
      different reasons, the reason of each is shown beside what it changed.
      """,
      examples: ["change show 1", "change show 1 --csv"]))
  static let looksBack = true
  static let asksForKey = true

  @Argument(help: "number of the change") var change: Int64

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    guard let summary = try store.change(change) else {
      throw Rejection(
        .notFound, field: "change", found: "no change \(change)", expected: "a committed change",
        remedy: "find it with `change list`")
    }
    if try context.format == .table, !context.options.quiet { introduce(summary, context) }
    let plan = try PlanOutput(context, reasons: try showsReasons(store, context))
    do {
      try store.changedRows(of: change) { row in
        var row = row
        row.reason = row.reason ?? summary.reason
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

  /// People read the reason above the rows, unless the rows have their own; programs always find it in the same place.
  private func showsReasons(_ store: Store, _ context: CommandContext) throws -> Bool {
    guard try context.format == .table, context.options.fields == nil, context.options.sort == nil
    else { return true }
    return try store.hasRowReasons(change)
  }

  private func introduce(_ summary: ChangeSummary, _ context: CommandContext) {
    let account = summary.actingAs.map { " (as \($0))" } ?? ""
    context.say(
      "change \(summary.change), \(context.zone.text(summary.at)), "
        + "\(summary.operatorName)@\(summary.host)\(account)")
    context.say("  " + summary.command)
    if let reason = summary.reason { context.say("  reason: " + reason) }
    if let undoes = summary.undoes { context.say("  undoes change \(undoes)") }
    if let undone = summary.undoneBy { context.say("  undone by change \(undone)") }
  }
}
