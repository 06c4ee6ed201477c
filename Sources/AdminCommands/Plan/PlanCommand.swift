import Accounts
import ArgumentParser
import Reports

/// `plan …`
struct PlanCommand: NounCommand {
  static let name = "plan"
  static let abstract = "Plans: changes saved with --plan-out"
  static let verbs: [Verb] = [
    Verb(PlanList.self), Verb(PlanShow.self), Verb(PlanApply.self),
  ]
}

/// `plan show`
struct PlanShow: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = [.store, .input]
  static let asksForKey = true
  static let help = CommandHelp(
    "show", abstract: "Show what a plan would change, field by field",
    discussion: HelpText.discussion("", examples: []))

  @Argument(help: ArgumentHelp("plan file, written with --plan-out", valueName: "file"))
  var plan: String

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(plan, "the plan")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if context.options.reveal { _ = try context.store(.write) }
    var reader = try PlanReader(path: plan, context: context)
    if let zone = reader.header.zone.flatMap(CityTimeZone.named) { context.zone = zone }
    if try context.format == .table, !context.options.quiet {
      let header = reader.header
      context.say("\(header.line)")
      context.say("planned by \(header.operatorName) at \(header.at)")
      if let reason = header.reason { context.say("reason: \(reason)") }
    }
    let output = try PlanOutput(context)
    var rows = 0
    do {
      while let row = try reader.row() {
        rows += 1
        for change in row.changes { try output.add(change.row, line: row.row.line) }
        try SignalInbox.check()
      }
      try output.finish()
    } catch {
      output.discard()
      throw error
    }
    if !context.options.quiet { context.say("\(rows) row\(rows == 1 ? "" : "s") would change") }
    return .done
  }
}
