import Accounts
import ArgumentParser
import Reports

/// `today`
struct TodayCommand: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "today", abstract: "Show pending work, with the command to open each item",
    discussion: HelpText.discussion(
      """
      Counts requests, starts and stops in the next seven days, final bills, locked-out users, mail, \
      bounced bills, automatic payments, plans in the folder that `plans` in the configuration \
      names, and problems that `ubadmin store doctor` finds quickly. --as-of \
      applies to starts, stops, final bills and problems; everything else is counted as it is now. With \
      --at, plans and problems are not counted: plans are not part of the store, and `ubadmin store \
      doctor` checks only current data.
      """,
      examples: ["today", "today --as-of tomorrow", "today --json"]))

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let plans = try context.options.at == nil ? context.waitingPlans(on: store) : []
    // At the prompt, commands are shown without the program's name.
    let isTyped = try context.session.prompt?.isScript == false && context.format == .table
    return try .today(
      asOf: context.day(on: store), plans: plans.compactMap(\.header.day),
      program: isTyped ? "" : "ubadmin ", on: store)
  }
}
