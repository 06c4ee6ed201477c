import Accounts
import Reports

/// A command that prints the rows of a report.
protocol ListCommand: AdminCommand {
  func report(on store: Store) throws -> Report
}

extension ListCommand {
  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    try session.answer(global, try report(on: store), on: store)
    return .done
  }

  /// The day for which data is shown.
  func day(_ store: Store) -> CivilDate { global.asOf ?? store.today }
}
