import Accounts
import ArgumentParser
import Reports

/// `request …`
struct RequestCommand: NounCommand {
  static let name = "request"
  static let abstract = "Requests from citizens"
  static let verbs: [Verb] = [
    Verb(AddRequest.self),
    Verb(RequestShow.self),
    Verb(RequestList.self),
    Verb(AssignRequest.self),
    Verb(ReplyRequest.self),
    Verb(AnswerRequest.self),
    Verb(CloseRequest.self),
  ]
}

/// `request show`
struct RequestShow: ShowCommand {
  static let help = CommandHelp(
    "show", abstract: "Show a request and its messages",
    discussion: HelpText.discussion("", examples: ["request show 1", "request show 1 --json"]))

  @Argument(help: "request number") var request: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    let number: WholeNumber = try TypedValue.value(request, "request")
    return try .request(number.value, on: store)
  }
}
