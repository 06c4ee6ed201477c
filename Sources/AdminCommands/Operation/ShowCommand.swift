import Accounts
import Reports

/// A command that shows a page about one record.
protocol ShowCommand: AdminCommand {
  func page(on store: Store, in context: CommandContext) throws -> Page
}

extension ShowCommand {
  static var looksBack: Bool { true }
  static var asksForKey: Bool { true }
  static var uses: OptionUse { .page }

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    let shown = try store.reading { try page(on: store, in: context) }
    try context.answer(page: shown)
    return shown.isOnRecord ? .done : .notFound
  }
}
