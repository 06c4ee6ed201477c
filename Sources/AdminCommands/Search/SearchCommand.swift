import Accounts
import ArgumentParser
import Reports

/// `search`
struct SearchCommand: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find customers, locations, accounts and meters by any part of what is known",
    discussion: HelpText.discussion(
      """
      Every word must stand somewhere in a record: name, address, telephone, e-mail, customer ID, \
      account number, meter. Words are in any order and any case.
      """, examples: ["search almeida", "search acorn st --kind account --json"]))

  @Argument(help: "what to look for") var words: [String]
  @Option(help: "only records of this kind") var kind: SearchKind?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let parts = words.flatMap { $0.split(separator: " ").map(String.init) }
    guard !parts.isEmpty else { throw ValidationError("search needs a word") }
    let store = try session.store(global, .read)
    var options = global
    if options.limit == nil { options.limit = 20 }
    let report = Report.search(parts, kind: kind, dialect: store.connection.dialect)
    var count = 0
    try session.answer(options, report, on: store) { count = $0 }
    return count > 0 || options.fields == "help" ? .done : .notFound
  }
}
