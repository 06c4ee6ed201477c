import Accounts
import Reports

/// The prompt: the store, in a color that tells a production store from a test store, and what
/// commands mean there.
struct PromptText {
  let text: String

  init(_ location: StoreLocation, _ session: Session, _ options: GlobalOptions) {
    var store = location.shortName
    let usesColor = Terminal.usesColor(
      options.color ?? .auto, isTerminal: session.terminal.outputIsTerminal,
      environment: session.environment)
    if usesColor, let opened = session.prompt?.store {
      let isTest = opened.settings[.isTest] == YesNo.yes.rawValue
      store = Self.colored(store, isTest ? Self.ofTest : Self.ofProduction)
    }
    let subject = session.prompt?.subject.map { " " + TerminalText.sanitized($0.text) } ?? ""
    let transaction =
      session.prompt?.store?.open.map { $0.hasFailed ? " (failed transaction)" : " (transaction)" }
      ?? ""
    text = "ubadmin \(store)\(subject)\(transaction)> "
  }

  /// Green, and bold red.
  private static let ofTest = "32"
  private static let ofProduction = "1;31"

  /// Readline counts what is between the two signs as no width.
  private static func colored(_ text: String, _ code: String) -> String {
    "\u{1}\u{1b}[\(code)m\u{2}\(text)\u{1}\u{1b}[0m\u{2}"
  }
}
