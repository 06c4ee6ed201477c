import Accounts
import ArgumentParser
import Reports

/// `change list`
struct ChangeList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List changes, newest first",
    discussion: HelpText.discussion(
      "", examples: ["change list --limit 20", "change list --table customer"]))

  @OptionGroup var filters: ChangeFilterOptions

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .changes(try filters.filter(on: store, in: context))
  }
}
