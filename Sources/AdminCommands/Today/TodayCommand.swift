import Accounts
import ArgumentParser
import Reports

/// `today`
struct TodayCommand: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "today", abstract: "What waits for a clerk, with the command that opens it",
    discussion: HelpText.discussion(
      """
      Requests, starts and stops of the next seven days, final bills, users who are locked out, mail, \
      bills that came back, automatic payments, plans in the folder that `plans` in the configuration \
      names, and what `ubadmin store doctor` finds without a search through the whole store. --as-of \
      moves the days of starts, stops and final bills; all else is counted as it is now. With --at there \
      are no plans, which are not part of the store.
      """,
      examples: ["today", "today --as-of tomorrow", "today --json"]))

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let plans = try context.options.at == nil ? context.waitingPlans(on: store) : []
    return try .today(
      asOf: context.day(on: store), plans: plans.compactMap(\.header.day), on: store)
  }
}
