import Accounts
import Reports

/// A command that prints the rows of a report.
protocol ListCommand: AdminCommand {
  func report(on store: Store, in context: CommandContext) throws -> Report
}

extension ListCommand {
  static var looksBack: Bool { true }
  static var uses: OptionUse { .list }

  func run(in context: CommandContext) throws -> ExitStatus {
    if context.options.provenance {
      try context.answerWithProvenance(self)
      return .done
    }
    let store = try context.store(.read)
    try context.answer(try report(on: store, in: context), on: store)
    return .done
  }
}
