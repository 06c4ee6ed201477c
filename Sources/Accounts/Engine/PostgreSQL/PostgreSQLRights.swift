/// Who may do what with a store on a server: four group roles, each with what its commands need.
enum PostgreSQLRights {
  /// Each role may what those before it may.
  static let roles = ["ubadmin_viewer", "ubadmin_clerk", "ubadmin_supervisor", "ubadmin_admin"]

  /// Tables that staff add to and never change.
  private static let journal = ["change", "change_row"]
  /// Tables of the schema itself.
  private static let schema = ["migration", "writer"]
  /// Tables that decide for everybody.
  private static let rules = [
    "service_type": "ubadmin_supervisor", "setting": "ubadmin_admin", "operator": "ubadmin_admin",
  ]

  /// Makes the roles where they are not there; they belong to the whole server, where another
  /// store may be making them at the same moment.
  static var makeRoles: String {
    let made = roles.map { role in
      step(unless: "EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)')", "CREATE ROLE \(role)")
    }
    let inherited = zip(roles, roles.dropFirst()).map { lower, higher in
      step(unless: "pg_has_role('\(higher)', '\(lower)', 'MEMBER')", "GRANT \(lower) TO \(higher)")
    }
    return "DO $$ BEGIN\n" + (made + inherited).joined(separator: "\n") + "\nEND $$;\n"
  }

  private static func step(unless done: String, _ sql: String) -> String {
    """
    BEGIN IF NOT \(done) THEN \(sql); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN NULL; END;
    """
  }

  /// Takes all rights from everybody but the owner, then gives the least.
  static func grants(on tables: [String]) -> String {
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
    for table in tables where !schema.contains(table) {
      let rights = journal.contains(table) ? "INSERT" : "INSERT, UPDATE, DELETE"
      sql += "GRANT \(rights) ON ubadmin.\(table) TO \(rules[table] ?? "ubadmin_clerk");\n"
    }
    return sql
  }
}

extension PostgreSQLConnection {
  @discardableResult
  func protect() throws(StoreError) -> String? {
    try script(PostgreSQLJournalGuard.sql)
    if let advice = try makeMaskedTables() { return advice }
    let grants = PostgreSQLRights.grants(on: try tables())
    do throws(StoreError) {
      try script(PostgreSQLRights.makeRoles)
    } catch {
      guard error.kind == .notPermitted else { throw error }
      return "\(place.user) may not make roles. For others to use the store, let an "
        + "administrator of the server run:\n" + PostgreSQLRights.makeRoles + grants
    }
    try script(grants)
    return nil
  }
}
