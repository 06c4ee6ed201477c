import Accounts
import ArgumentParser
import Reports

/// `plan list`
struct PlanList: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = [.store, .input]
  static let help = CommandHelp(
    "list", abstract: "List plans that have not been applied",
    discussion: HelpText.discussion(
      """
      Lists the plan files (*.plan) in a folder, or in the folder that \
      `plans` in the configuration names. `ubadmin today` counts the plans in that folder. A plan that \
      was applied to this store is left out; --all includes it, with the number of its change. A new plan \
      can be read by its owner only; to leave it for others, let their group read it (chmod g+r).
      """,
      examples: [
        "config set plans /srv/ubadmin/plans --system", "plan list",
        "plan list /srv/ubadmin/plans --all --csv",
      ]))

  @Argument(help: "folder of plans; default: `plans` in the configuration") var folder: String?
  @Flag(help: "include applied plans") var all = false

  func run(in context: CommandContext) throws -> ExitStatus {
    if let folder { try context.session.checkMayList(folder) }
    guard
      let folder = try folder.map({ PlanFolder(path: $0) }) ?? PlanFolder.configured(context)
    else {
      throw CommandError(
        .configuration, "no folder of plans is set",
        remedy:
          "name one, or set one for everybody with `config set plans /srv/ubadmin/plans --system`"
      )
    }
    let store = try context.store(.read)
    let contents = try folder.contents(context.session)
    let closed = contents.closed
    if let first = closed.first, !context.options.quiet {
      context.say(
        "note: \(closed.count.counted("plan")) cannot be read, such as \(first); its owner can let the group "
          + "read it: chmod g+r \(word: first)")
    }
    let isForPeople = try context.format.timeStyle == .people
    let columns = [
      ReportColumn.text("plan"), .text("command"),
      .text("operator"), .text("at"),
      ReportColumn("change", title: "Applied by change", kind: .integer),
    ]
    try context.answer(list: "plans", columns) { add in
      for plan in contents.plans {
        let change = try store.applied(plan.header.mark)?.change
        guard all || change == nil else { continue }
        try add([
          .text(plan.path), .text(plan.header.command), .text(plan.header.operatorName),
          .text(isForPeople ? plan.header.shownAt : plan.header.at),
          change.map { .integer($0) } ?? .null,
        ])
      }
    }
    return .done
  }
}
