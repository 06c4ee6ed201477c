import Accounts
import ArgumentParser
import Reports

/// `plan …`
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Changes that were planned with --plan-out",
    subcommands: [PlanShow.self, PlanApply.self])
}

/// `plan show`
struct PlanShow: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a plan would change, field by field",
    discussion: HelpText.discussion("", examples: [], statuses: .ofWriting))

  @Argument(help: ArgumentHelp("file that --plan-out has written", valueName: "file"))
  var plan: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(plan, "the plan")
    return files
  }

  func run(in session: Session) throws -> ExitStatus {
    if global.reveal { _ = try session.store(global, .write) }
    var reader = try PlanReader(path: plan, session: session)
    if try session.format(global) == .table, !global.quiet {
      let header = reader.header
      session.say("\(header.line)")
      session.say("planned by \(header.operatorName) at \(header.at)")
      if let reason = header.reason { session.say("reason: \(reason)") }
    }
    let output = try PlanOutput(session: session, options: global)
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
    if !global.quiet { session.say("\(rows) row\(rows == 1 ? "" : "s") would change") }
    return .done
  }
}
