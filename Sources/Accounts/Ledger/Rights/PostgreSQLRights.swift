import Engines
import Values

/// Who may do what with a store on a server: four group roles, each with what its commands need, as
/// the operations declare it.
enum PostgreSQLRights {
  /// Each role includes the roles before it.
  static let roles = Role.allCases.map(\.serverName)

  /// Makes the roles where they are not there; they belong to the whole server, where another
  /// store may be making them at the same moment.
  static var makeRoles: String {
    let inherited = zip(roles, roles.dropFirst()).map { lower, higher in
      step(unless: "pg_has_role('\(higher)', '\(lower)', 'MEMBER')", "GRANT \(lower) TO \(higher)")
    }
    return createRoles + "DO $$ BEGIN\n" + inherited.joined(separator: "\n") + "\nEND $$;\n"
  }

  /// Run by itself first, as only the next transaction knows of roles that another store made.
  static var createRoles: String {
    let made = roles.map { role in
      step(unless: "EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)')", "CREATE ROLE \(role)")
    }
    return "DO $$ BEGIN\n" + made.joined(separator: "\n") + "\nEND $$;\n"
  }

  static func step(unless done: String, _ sql: String) -> String {
    """
    BEGIN IF NOT \(done) THEN \(sql); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN NULL; END;
    """
  }

  /// Takes all rights from everybody but the owner, then gives the least.
  static func grants(on tables: [String], _ rights: Rights) -> String {
    let staff = roles.joined(separator: ", ")
    var sql = """
      REVOKE ALL ON SCHEMA ubadmin FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA ubadmin FROM PUBLIC, \(staff);
      GRANT USAGE ON SCHEMA ubadmin TO ubadmin_viewer;
      GRANT SELECT ON ALL TABLES IN SCHEMA ubadmin TO ubadmin_viewer;
      GRANT UPDATE ON ubadmin.writer TO ubadmin_clerk;

      """
    for name in tables {
      guard let table = EntityCatalogue.byName[name], Table.readable(table.columns) != nil else {
        continue
      }
      let columns = table.columns.filter { $0.type != .secret }.map(\.name)
      sql += """
        REVOKE SELECT ON ubadmin.\(name) FROM ubadmin_viewer;
        GRANT SELECT (\(columns.joined(separator: ", "))) ON ubadmin.\(name) TO ubadmin_viewer;
        GRANT SELECT ON ubadmin.\(name) TO ubadmin_clerk;

        """
    }
    for table in tables { sql += writes(to: table, rights) }
    return sql
  }

  /// What the commands that write to the table need, each for the least role.
  private static func writes(to table: String, _ rights: Rights) -> String {
    let staff = Role.clerk.serverName
    if Journal.tableNames.contains(table) {
      return "GRANT INSERT ON ubadmin.\(table) TO \(staff);\n"
    }
    // They follow from the other tables: the index of searches, and who owes what.
    if table.hasPrefix("search_") || EntityCatalogue.derived.contains(table) {
      return "GRANT INSERT, UPDATE, DELETE ON ubadmin.\(table) TO \(staff);\n"
    }
    return Role.allCases.map { role in
      let own = rights.ofRight.filter { $0.key.table == table && $0.value == role }.map(\.key)
      let columns = own.compactMap(\.column).sorted().joined(separator: ", ")
      let names =
        own.filter { $0.column == nil }.map { $0.action.rawValue.uppercased() }.sorted()
        + (columns.isEmpty ? [] : ["UPDATE (\(columns))"])
      guard !names.isEmpty else { return "" }
      return "GRANT \(names.joined(separator: ", ")) ON ubadmin.\(table) TO \(role.serverName);\n"
    }.joined()
  }
}

extension Connection {
  /// Guards the tables by what the engine itself has for that, after the schema was made or changed;
  /// answers what an administrator of the server still has to do.
  @discardableResult
  func protect(_ rights: Rights) throws(StoreError) -> String? {
    try (self as? PostgreSQLConnection)?.guardTables(rights)
  }
}

extension PostgreSQLConnection {
  fileprivate func guardTables(_ rights: Rights) throws(StoreError) -> String? {
    try script(PostgreSQLJournalGuard.sql + "\n" + PostgreSQLRowRules.sql(rights))
    if let advice = try makeMaskedTables() { return advice }
    if let advice = try makeQueryViews() { return advice }
    let grants = PostgreSQLRights.grants(on: try tables(), rights)
    do throws(StoreError) {
      try script(PostgreSQLRights.createRoles)
      try script(PostgreSQLRights.makeRoles)
    } catch {
      guard error.kind == .notPermitted else { throw error }
      return "\(place.user) may not create roles. For others to use the store, ask an "
        + "administrator of the server to run:\n" + PostgreSQLRights.makeRoles + grants
        + PostgreSQLQueryViews.allow(owner: place.user)
    }
    try script(grants)
    return try allowQueries()
  }
}
