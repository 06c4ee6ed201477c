import Accounts
import ArgumentParser
import Reports

/// `request …`
struct RequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Requests from citizens",
    subcommands: [
      OperationCommand<AddRequest>.self,
      RequestShow.self,
      RequestList.self,
      OperationCommand<AssignRequest>.self,
      OperationCommand<ReplyRequest>.self,
      OperationCommand<CloseRequest>.self,
    ])
}

/// `request show`
struct RequestShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a request and its messages",
    discussion: HelpText.discussion("", examples: ["request show 1", "request show 1 --json"]))

  @Argument(help: "request number") var request: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    let number: WholeNumber = try Words.value(request, "request")
    return try .request(number.value, on: store)
  }
}
