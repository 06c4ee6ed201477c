package import Accounts
@testable import Ledger
import Synchronization

/// The databases that one test uses, each with an empty store in it.
package final class LeasedDatabases: Sendable {
  let cluster: PostgreSQLCluster
  private let leased = Mutex<[PreparedDatabase]>([])

  init(of cluster: PostgreSQLCluster) { self.cluster = cluster }

  package func next(settings: [Setting: String] = [:]) throws -> StoreLocation {
    let database = try cluster.prepared.take(from: cluster)
    for (setting, value) in settings { try database.set(setting, value) }
    leased.withLock { $0.append(database) }
    return database.location
  }

  /// For a test that is about servers alone.
  package static func ofTests() throws -> LeasedDatabases {
    LeasedDatabases(of: try PostgreSQLCluster.shared())
  }

  package func giveBack() {
    cluster.prepared.put(back: leased.withLock { $0 })
  }
}

/// Databases that tests use one after the other: emptying one is a tenth of the work of making it.
final class PreparedDatabases: Sendable {
  private let free = Mutex<[PreparedDatabase]>([])

  func take(from cluster: PostgreSQLCluster) throws -> PreparedDatabase {
    while let database = free.withLock({ $0.popLast() }) {
      // One that cannot be emptied, as a test holds on to it, is left alone.
      if (try? database.empty()) != nil { return database }
    }
    return try PreparedDatabase(try cluster.makeDatabaseWithStore().location())
  }

  func put(back databases: [PreparedDatabase]) {
    free.withLock { $0 += databases }
  }
}

/// A database with a store in it that can be made empty again. One test at a time has it.
final class PreparedDatabase: @unchecked Sendable {
  let location: StoreLocation
  private let store: Store

  init(_ location: StoreLocation) throws {
    self.location = location
    store = try Store.open(location)
    var tables: [String] = []
    try store.each(sql: "SELECT tablename FROM pg_tables WHERE schemaname = 'ubadmin'") { row in
      tables.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    // Rows that migrations brought are kept aside.
    let copies = tables.map { "CREATE TABLE kept.\($0) AS TABLE ubadmin.\($0)" }
    // A function, so that the server plans its steps once. What no test wrote to has no pages, or the
    // rows that it had.
    let steps = tables.map { table in
      """
      IF pg_relation_size('ubadmin.\(table)') + pg_relation_size('kept.\(table)') > 0 AND (EXISTS (
        TABLE ubadmin.\(table) EXCEPT ALL TABLE kept.\(table)) OR EXISTS (
        TABLE kept.\(table) EXCEPT ALL TABLE ubadmin.\(table)))
      THEN DELETE FROM ubadmin.\(table); INSERT INTO ubadmin.\(table) TABLE kept.\(table); END IF;

      """
    }
    try store.connection.script(
      """
      CREATE SCHEMA kept; \(copies.joined(separator: "; "));
      CREATE FUNCTION kept.empty() RETURNS void LANGUAGE plpgsql
      SET lock_timeout = 2000 SET session_replication_role = replica
      AS $$ BEGIN \(steps.joined()) END $$
      """)
  }

  func set(_ setting: Setting, _ value: String) throws {
    try store.connection.script(
      "INSERT INTO setting (name, value) VALUES ('\(setting.rawValue)', '\(value)')")
  }

  func empty() throws { try store.connection.script("SELECT kept.empty()") }
}
