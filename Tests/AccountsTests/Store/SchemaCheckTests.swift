import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("Indexes, triggers and views of a store", .onBothEngines)
struct SchemaCheckTests {
  private func faults(_ store: Store) throws -> [String] {
    var found: [String] = []
    _ = try store.check { found.append("\($0.record): \($0.what)") }
    return found
  }

  @Test("every index of the catalogue is found in a new store as it is")
  func sound() throws {
    let store = try settledStore()
    #expect(Migration.indexes(store.dialect).count > 60)
    #expect(try faults(store) == [])
  }

  @Test("a dropped index is found and rebuilt")
  func dropped() throws {
    let store = try settledStore()
    try store.tamper("DROP INDEX bill_account; DROP INDEX token_hash")
    #expect(
      try faults(store) == ["index bill_account: it is missing", "index token_hash: it is missing"])
    #expect(
      try SchemaCheck(connection: store.connection).remakeIndexes() == [
        "bill_account", "token_hash",
      ])
    #expect(try faults(store) == [])
  }

  @Test(
    "an index of other columns, rows or uniqueness is found, and made anew",
    arguments: [
      ("bill_account", "CREATE INDEX bill_account ON bill (account)"),
      ("bill_share_open", "CREATE INDEX bill_share_open ON bill_share (account)"),
      ("token_hash", "CREATE INDEX token_hash ON token (hash)"),
      ("bill_listed", "CREATE INDEX bill_listed ON bill (billed_on, bill)"),
      (
        "change_row_was_cid",
        "CREATE INDEX change_row_was_cid ON change_row (substr(before, 7), table_name) "
          + "WHERE before IS NOT NULL"
      ),
    ])
  func different(name: String, sql: String) throws {
    let store = try settledStore()
    try store.tamper("DROP INDEX \(name); \(sql)")
    #expect(try faults(store) == ["index \(name): it differs from what this ubadmin creates"])
    #expect(try SchemaCheck(connection: store.connection).remakeIndexes() == [name])
    #expect(try faults(store) == [])
  }

  @Test("a trigger or view that somebody put into a file is found")
  func strangers() throws {
    guard case .sqlite = TestEngine.current else { return }
    let store = try settledStore()
    try store.tamper(
      """
      CREATE TRIGGER sly AFTER INSERT ON payment BEGIN DELETE FROM note; END;
      CREATE VIEW owed AS SELECT 1 AS one;
      """)
    #expect(try faults(store).map { $0.prefix { $0 != ":" } } == ["view owed", "trigger sly"])
  }
}

@Suite("Guards of a server", .needsPostgreSQL)
struct PostgreSQLGuardsTests {
  @Test("rights that are missing, or that no operation declares, are found with what mends them")
  func grants() throws {
    let database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    let store = try database.office().store
    func findings() throws -> [String] {
      var found: [String] = []
      _ = try store.check(rights: OperationCatalogue.rights) {
        found.append("\($0.record): \($0.what): \($0.remedy)")
      }
      return found
    }
    #expect(try findings() == [])
    _ = try database.psql(
      """
      REVOKE UPDATE (cid) ON ubadmin.payment FROM ubadmin_clerk;
      GRANT UPDATE ON ubadmin.bill TO ubadmin_clerk;
      GRANT SELECT ON ubadmin.token TO PUBLIC;
      """)
    let revokes = "which ubadmin does not grant: the schema's owner revokes it with REVOKE"
    #expect(
      try findings() == [
        "table payment: ubadmin_clerk lacks UPDATE (cid): the schema's owner grants it again with "
          + "`store migrate`",
        "table bill: ubadmin_clerk has UPDATE, \(revokes) UPDATE ON ubadmin.bill FROM "
          + "\"ubadmin_clerk\";",
        "table token: PUBLIC has SELECT, \(revokes) SELECT ON ubadmin.token FROM PUBLIC;",
      ])
    _ = try Store.migrate(store.location)
    #expect(try findings() == [])
  }

  @Test("only the schema's owner migrates, and another admin learns who that is")
  func owner() throws {
    let database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    let user = "admin_\(database.name)"
    try database.makeUser(user, role: "ubadmin_admin")
    let error = #expect(throws: StoreError.self) {
      try Store.migrate(try database.location(user: user))
    }
    #expect(error?.kind == .notPermitted)
    #expect(error?.message.contains("\(user) does not own the schema ubadmin") == true)
    #expect(error?.remedy.contains("TO \"\(user)\";") == true)
  }

  @Test(
    "what guards the store is found where it is missing or different",
    arguments: [
      ("DROP TRIGGER guard ON ubadmin.change_row", "trigger change_row.guard"),
      ("DROP TRIGGER guard ON ubadmin.change_reason", "trigger change_reason.guard"),
      ("DROP TRIGGER needs_bill ON ubadmin.bill", "trigger bill.needs_bill"),
      (
        "CREATE OR REPLACE FUNCTION ubadmin.guard_change() RETURNS trigger LANGUAGE plpgsql "
          + "AS $$ BEGIN RETURN NEW; END $$",
        "function ubadmin.guard_change"
      ),
      ("DROP VIEW ubadmin_query.v_customer", "view ubadmin_query.v_customer"),
      (
        "DROP VIEW ubadmin_masked.customer; CREATE VIEW ubadmin_masked.customer AS "
          + "SELECT * FROM ubadmin.customer",
        "view ubadmin_masked.customer"
      ),
    ])
  func guards(sql: String, record: String) throws {
    let database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    let store = try database.office().store
    func records() throws -> [String] {
      var found: [String] = []
      _ = try store.check { found.append($0.record) }
      return found
    }
    #expect(try records() == [])
    _ = try database.psql(sql)
    #expect(try records() == [record])
    _ = try Store.migrate(store.location)
    #expect(try records() == [])
  }
}
