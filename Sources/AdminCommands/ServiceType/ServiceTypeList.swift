import Accounts
import ArgumentParser
import Reports

/// `service-type list`
struct ServiceTypeList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List service types",
    discussion: HelpText.discussion("", examples: ["service-type list"]))

  func report(on store: Store, in context: CommandContext) -> Report { .serviceTypes() }
}
