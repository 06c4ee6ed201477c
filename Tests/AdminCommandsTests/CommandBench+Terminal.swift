import Accounts
import Glibc

@testable import AdminCommands

/// The built program at a terminal.
extension CommandBench {
  /// Starts it on this store, with its files in this folder.
  /// - Parameter more: environment variables that are added, or replace these.
  func start(
    _ words: [String] = [], at terminal: PseudoTerminal, _ more: [String: String] = [:]
  ) throws -> pid_t {
    try terminal.spawn(
      BuiltBinary.path, words,
      environment: [
        "UBADMIN_STORE": store, "HOME": folder, "XDG_CONFIG_DIRS": folder,
        "XDG_STATE_HOME": folder, "INPUTRC": "/dev/null", "TERM": "dumb", "LC_ALL": "C.UTF-8",
      ].merging(more) { $1 })
  }

  /// What it asks for lines with, without a record in use.
  func prompt() throws -> String { "ubadmin \(try StoreLocation(store).shortName)> " }
}
