import Accounts
import ArgumentParser
import Reports

/// `service-type list`
struct ServiceTypeList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List service types",
    discussion: HelpText.discussion("", examples: ["service-type list"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report { .serviceTypes() }
}
