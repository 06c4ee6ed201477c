import Accounts
import Reports

/// A command that shows a page about one record.
protocol ShowCommand: AdminCommand {
  func page(on store: Store) throws -> Page
}

extension ShowCommand {
  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    try session.answer(global, page: try store.reading { try page(on: store) })
    return .done
  }

  /// The day for which data is shown.
  func day(_ store: Store) -> CivilDate { global.asOf ?? store.today }
}
