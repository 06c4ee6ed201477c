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
      bills that came back and automatic payments. What `ubadmin store doctor` finds is not counted \
      here.
      """,
      examples: ["today", "today --as-of tomorrow", "today --json"]))

  func report(on store: Store, in context: CommandContext) -> Report {
    .today(asOf: context.day(on: store), dialect: store.dialect)
  }
}
