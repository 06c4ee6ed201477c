import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

@Suite("Rights on a server", .needsPostgreSQL, .serialized)
struct PostgreSQLRightsTests {
  let database: PostgreSQLDatabase
  let office: Office

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana"])
  }

  /// A login of this test's own, with a role's rights.
  private func user(_ role: String?) throws -> String {
    let name = "user_\(database.name)_\(role ?? "none")"
    try database.makeUser(name, role: role)
    return name
  }

  private static let attacks = [
    "UPDATE ubadmin.change SET operator = 'nobody'", "DELETE FROM ubadmin.change",
    "TRUNCATE ubadmin.change", "UPDATE ubadmin.change_row SET after = NULL",
    "DELETE FROM ubadmin.change_row", "TRUNCATE ubadmin.change_row",
    "DROP TABLE ubadmin.change_row", "ALTER TABLE ubadmin.change_row DISABLE TRIGGER guard",
    "TRUNCATE ubadmin.change, ubadmin.change_row CASCADE",
    "INSERT INTO ubadmin.change_row VALUES (1, 2, 'customer', '1', 'update')",
    "INSERT INTO ubadmin.change_row VALUES (2, 1, 'customer', '1', 'update')",
    "INSERT INTO ubadmin.change_row VALUES (2, 7, 'customer', '1', 'update')",
    "INSERT INTO ubadmin.change VALUES (9, now(), 'x', 'x', 'x', NULL, NULL, 0, 'x', 'x')",
    "INSERT INTO ubadmin.change VALUES "
      + "(2, now(), 'x', 'x', 'x', NULL, NULL, 0, repeat('0', 64), repeat('0', 64))",
    "INSERT INTO ubadmin.change_reason VALUES (1, 1, 'x')",
    "INSERT INTO ubadmin.change_reason VALUES (2, 1, 'x')",
    "UPDATE ubadmin.change_reason SET reason = 'x'", "DELETE FROM ubadmin.change_reason",
    "INSERT INTO ubadmin.migration VALUES (99, 'x', now())",
  ]

  @Test("nobody rewrites the journal with psql", arguments: PostgreSQLRights.roles)
  func appendOnly(role: String) throws {
    let user = try user(role)
    let before = try journal()
    for attack in Self.attacks {
      #expect(throws: TestFailure.self, "\(attack)") { try database.psql(attack, user: user) }
    }
    #expect(try journal() == before)
    #expect(try office.store.verifyJournal().fault == nil)
  }

  private func journal() throws -> String {
    try database.psql("SELECT * FROM ubadmin.change; SELECT * FROM ubadmin.change_row")
  }

  @Test("a clerk can do a clerk's work")
  func clerk() throws {
    let store = try Store.open(
      try database.location(user: try user("ubadmin_clerk")),
      clock: .fixed(try CivilDate("2026-03-10")))
    let change = try store.beginChange(
      Author(operatorName: "kim", host: "desk", command: "customer set"))
    let operation = try Office.operation(SetCustomer.self, ["cid": "1", "name": "Ann"])
    try change.perform(operation)
    #expect(try change.commit() == 2)
    #expect(try store.verifyJournal().fault == nil)
  }

  @Test(
    "each role may write what its operations and undos write, and nothing else",
    arguments: Role.allCases)
  func grants(role: Role) throws {
    var expected = Set<String>()
    // The last are made from a file, a mail or a schedule instead of fields.
    let operations =
      OperationCatalogue.all as [any Mutation.Type]
      + [
        ExportEFT.self, RecordReturn.self, SendMail.self, SetMailTemplate.self,
        AddReportSchedule.self, RemoveReportSchedule.self, RunReportSchedule.self,
      ]
    for operation in operations {
      if operation.leastRole <= role { expected.formUnion(operation.writes.flatMap(Self.rights)) }
      if max(operation.leastRole, .supervisor) <= role {
        expected.formUnion(operation.writes.flatMap(\.inverse).flatMap(Self.rights))
      }
    }
    let name = role.serverName
    let granted = try database.psql(
      """
      SELECT right_name || ' ' || tablename FROM pg_tables, (VALUES ('INSERT'), ('DELETE')) v(right_name)
        WHERE schemaname = 'ubadmin' AND has_table_privilege('\(name)', 'ubadmin.' || tablename, right_name)
      UNION SELECT 'UPDATE ' || tablename || '.' || attname FROM pg_tables
        JOIN pg_attribute ON attrelid = ('ubadmin.' || tablename)::regclass AND attnum > 0
          AND NOT attisdropped
        WHERE schemaname = 'ubadmin' AND has_column_privilege('\(name)', attrelid, attnum, 'UPDATE')
      """)
    let found = Set(granted.split(separator: "\n").map(String.init))
    let ofEntities = found.filter { right in
      let table = right.split(separator: " ")[1].prefix { $0 != "." }
      return EntityCatalogue.tables.contains {
        $0.name == table && !EntityCatalogue.derived.contains($0.name)
      }
    }
    #expect(ofEntities.subtracting(expected) == [])
    #expect(expected.subtracting(ofEntities) == [])
    let others = found.subtracting(ofEntities).filter {
      let table = $0.split(separator: " ")[1].prefix { $0 != "." }
      return !table.hasPrefix("search_") && !EntityCatalogue.derived.contains(String(table))
    }
    #expect(
      others
        == (role == .viewer
          ? [] : ["INSERT change", "INSERT change_reason", "INSERT change_row", "INSERT job"]))
  }

  private static func rights(_ write: TableWrite) -> [String] {
    write.rights.map { right in
      "\(right.action.rawValue.uppercased()) \(right.table)" + (right.column.map { "." + $0 } ?? "")
    }
  }

  @Test("a clerk changes neither settings nor service types")
  func clerkLimits() throws {
    let user = try user("ubadmin_clerk")
    for attack in [
      "INSERT INTO ubadmin.setting VALUES ('city', 'x')",
      "UPDATE ubadmin.service_type SET name = 'x'", "CREATE TABLE ubadmin.x ()",
    ] {
      #expect(throws: TestFailure.self, "\(attack)") { try database.psql(attack, user: user) }
    }
  }

  @Test("a clerk slips no line under a change that another commits meanwhile")
  func lineUnderAnother() throws {
    let user = try user("ubadmin_clerk")
    let next = try office.store.info().lastChange + 1
    // The clerk's lines wait for the writer, and then their number is another's.
    let waiting = try office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "customer list --reveal"))
    defer { waiting.rollback() }
    #expect(throws: TestFailure.self) {
      try database.psql(
        """
        SET lock_timeout = 100; INSERT INTO ubadmin.change_row VALUES (\(next), 1, 'customer', '1', \
        'update', '{}', '{}', repeat('a', 64))
        """, user: user)
    }
  }

  @Test("a header that proves nothing is refused")
  func headerWithoutDigest() throws {
    let user = try user("ubadmin_clerk")
    #expect(throws: TestFailure.self) {
      try database.psql(
        """
        INSERT INTO ubadmin.change (change, at, operator, host, command, row_count, previous, digest) \
        SELECT change + 1, at, '\(user)', 'h', 'c', 0, digest, 'zz' FROM ubadmin.change \
        ORDER BY change DESC LIMIT 1
        """, user: user)
    }
  }

  @Test("a clerk takes no deactivation back")
  func reactivated() throws {
    try office.run(
      RegisterUser.self, ["email": "ana@example.com", "first": "Ana", "last": "Ortiz"])
    try office.run(DeactivateUser.self, ["email": "ana@example.com"])
    let user = try user("ubadmin_clerk")
    #expect(throws: TestFailure.self) {
      try database.psql("UPDATE ubadmin.portal_user SET status = 'active'", user: user)
    }
  }

  @Test("a clerk gives a payment its customer, and turns none to another")
  func payers() throws {
    try office.run(AddCustomer.self, ["cid": "2", "name": "Bo"])
    try office.run(AddLocation.self, ["location": "L1", "address": "Main"])
    try office.run(
      OpenAccount.self, ["account": "A1", "cid": "1", "location": "L1", "on": "2026-01-01"])
    try office.run(PostPayment.self, ["account": "A1", "amount": "5"])
    let user = try user("ubadmin_clerk")
    try database.psql("UPDATE ubadmin.payment SET cid = '1'", user: user)
    #expect(throws: TestFailure.self) {
      try database.psql("UPDATE ubadmin.payment SET cid = '2'", user: user)
    }
  }

  @Test("a viewer reads, and is refused in words when writing")
  func viewer() throws {
    let user = try user("ubadmin_viewer")
    let store = try Store.open(try database.location(user: user))
    #expect(try store.books().find(Customer.self, CustomerID("1")) != nil)
    let error = #expect(throws: StoreError.self) {
      try store.beginChange(Author(operatorName: "kim", host: "desk", command: "x"))
    }
    #expect(error?.kind == .notPermitted)
    #expect(error?.kind == .notPermitted)
    #expect(error?.remedy.contains("GRANT ubadmin_clerk TO") == true)
  }

  @Test("a viewer sees users and what they have, and none of the secrets")
  func secrets() throws {
    try office.run(
      RegisterUser.self, ["email": "ana@example.com", "first": "Ana", "last": "Ortiz"])
    let user = try user("ubadmin_viewer")
    for (table, column) in [
      ("identity", "password_hash"), ("token", "hash"), ("portal_session", "hash"),
      ("eft_bank_account", "sealed"), ("outbox_message", "body"),
    ] {
      #expect(throws: TestFailure.self, "\(table)") {
        try database.psql("SELECT \(column) FROM ubadmin.\(table)", user: user)
      }
    }
    let store = try Store.open(try database.location(user: user))
    let message = try store.books().find(OutboxMessage.self, 1 as Int64)
    #expect(message?[OutboxMessage.kind] == .activation)
    #expect(message?[OutboxMessage.body] == nil)
    #expect(
      try office.store.books().find(OutboxMessage.self, 1 as Int64)?[OutboxMessage.body] != nil)
  }

  @Test("who has no role learns which to ask for")
  func stranger() throws {
    let location = try database.location(user: try user(nil))
    let error = #expect(throws: StoreError.self) { try Store.open(location) }
    #expect(error?.kind == .notPermitted)
    #expect(error?.remedy.contains("GRANT ubadmin_clerk TO") == true)
  }

  @Test("an owner who may not make schemas learns what the database's owner must run")
  func noSchemaRight() throws {
    let other = try PostgreSQLCluster.shared().makeDatabase()
    let owner = "owner_\(other.name)"
    try other.makeUser(owner, role: nil)
    let location = try other.location(user: owner)
    let error = #expect(throws: StoreError.self) { try Store.create(location) }
    #expect(error?.kind == .notPermitted)
    #expect(error?.remedy.contains("CREATE SCHEMA ubadmin AUTHORIZATION") == true)
    let command = try #require(error?.remedy.split(separator: "run: ").last)
    try other.psql(String(command))
    let store = try Store.create(location)
    // The staff's roles are there already; the owner has no part in those of queries yet.
    let advice = try #require(store.advice)
    #expect(advice.contains("For `query` to work"))
    try other.psql(advice.split(separator: "\n").dropFirst().joined(separator: "\n"))
    #expect(try Store.migrate(location).advice == nil)
    #expect(try Store.open(location).info().lastChange == 0)
  }
}
