package import Accounts
import CSQLite
@testable import Engines
@testable import Ledger
import Synchronization

extension Store {
  /// An empty store in memory, for tests of rules.
  package static func inMemory(clock: Clock) throws -> Store {
    let connection = try SQLiteConnection(path: ":memory:", access: .write, wait: .zero)
    try EmptyStores.shared.copy(of: clock, to: connection)
    return try Store(connection: connection, location: .file(path: ":memory:"), clock: clock)
  }

  /// What `fill` makes of an empty store: it is filled once for all who name it so, and copied.
  package static func inMemory(
    _ name: String, clock: Clock, fill: (Store) throws -> Void
  ) throws -> Store {
    let connection = try SQLiteConnection(path: ":memory:", access: .write, wait: .zero)
    try FilledStore.named(name).copy(to: connection) {
      let store = try inMemory(clock: clock)
      try fill(store)
      return store
    }
    return try Store(connection: connection, location: .file(path: ":memory:"), clock: clock)
  }
}

/// Stores as migrations leave them, one for each time of a clock: copying one is a hundredth of the
/// work of making it.
private final class EmptyStores: Sendable {
  static let shared = EmptyStores()

  private let made = Mutex<[Int64: EmptyStore]>([:])

  func copy(of clock: Clock, to target: SQLiteConnection) throws {
    try made.withLock { made in
      let empty = try made[clock.now()] ?? EmptyStore(clock: clock)
      made[clock.now()] = empty
      try empty.copy(to: target)
    }
  }
}

/// Used under its owner's lock alone.
private struct EmptyStore: @unchecked Sendable {
  private let connection: SQLiteConnection

  init(clock: Clock) throws {
    connection = try SQLiteConnection(path: ":memory:", access: .write, wait: .zero)
    try Migration.apply(to: connection, clock: clock)
  }

  func copy(to target: SQLiteConnection) throws { try connection.copyAll(to: target) }
}

/// A store that several tests begin with.
private final class FilledStore: Sendable {
  /// Used under the lock alone.
  private struct Made: @unchecked Sendable {
    let store: Store
  }

  private static let known = Mutex<[String: FilledStore]>([:])

  static func named(_ name: String) -> FilledStore {
    known.withLock { known in
      let store = known[name] ?? FilledStore()
      known[name] = store
      return store
    }
  }

  private let made = Mutex<Made?>(nil)

  func copy(to target: SQLiteConnection, make: () throws -> Store) throws {
    try made.withLock { made in
      let filled = try made ?? Made(store: make())
      made = filled
      try (filled.store.connection as? SQLiteConnection)?.copyAll(to: target)
    }
  }
}

extension SQLiteConnection {
  fileprivate func copyAll(to target: SQLiteConnection) throws {
    let backup = sqlite3_backup_init(target.database, "main", database, "main")
    guard sqlite3_backup_step(backup, -1) == SQLITE_DONE, sqlite3_backup_finish(backup) == SQLITE_OK
    else { throw TestFailure("a store is not copied") }
  }
}
