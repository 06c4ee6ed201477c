import Engines
import Values

/// What `query` reads on a server. Two roles that nobody logs in as own one function each, which
/// runs a text with their rights: they may select from the views of one schema, and nothing else.
/// A function that runs as its owner cannot take another role.
/// Source: PostgreSQL's manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely".
struct PostgreSQLQueryViews {
  /// The schema, and the role that may read it.
  let name: String
  private let reveals: Bool
  /// The least of the staff's roles that may run queries here.
  private let reader: String

  static let masked = PostgreSQLQueryViews(
    name: PostgreSQLServer.query, reveals: false, reader: "ubadmin_viewer")
  static let revealed = PostgreSQLQueryViews(
    name: PostgreSQLServer.queryRevealed, reveals: true, reader: "ubadmin_supervisor")
  static let both = [masked, revealed]

  /// Names have the order of the database. It alone goes together with the bytes by which all else is
  /// sorted: another collation beside theirs would make a comparison of the two an error.
  private static let words = QueryViewWords(
    masked: "ubadmin.masked", nameOrder: " COLLATE pg_catalog.\"default\""
  ) { name, type in
    switch type {
    case .money: "trim_scale(\(name) * 0.01)"
    case .quantity: "trim_scale(\(name) * 0.001)"
    case .boolean: "\(name)::integer"
    default: name
    }
  }

  /// What the server calls unqualified, in this order: its own type `money` would multiply cents by 100.
  var searchPath: String { "\(name), pg_catalog, pg_temp" }

  /// The functions that a query may call, which the store's owner makes. Each type that the server would
  /// turn into its `money` has one of its own here.
  func functions(_ dialect: any Dialect) -> String {
    let money = ["integer", "bigint", "numeric", "double precision"].map { type in
      """
      CREATE OR REPLACE FUNCTION \(name).money(cents \(type)) RETURNS numeric
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT pg_catalog.round(cents::numeric * 0.01, 2) $$;

      """
    }
    return money.joined() + """
      CREATE OR REPLACE FUNCTION \(name).folded_name(name text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT \(dialect.foldedName("$1")) $$;

      """
  }

  /// The views, which the store's owner makes.
  var views: String {
    func view(_ view: String, _ table: ViewedTable, inUnits: Bool) -> String {
      let columns = table.selection(reveals: reveals, inUnits: inUnits, Self.words)
      return """
        DROP VIEW IF EXISTS \(name).\(view);
        CREATE VIEW \(name).\(view) WITH (security_barrier) AS
          SELECT \(columns) FROM ubadmin.\(table.name);

        """
    }
    return QueryView.all.map { view($0.name, $0.table, inUnits: true) }.joined()
      + ViewedTable.all.map { view($0.name, $0, inUnits: false) }.joined()
  }

  /// The function and the rights, once the roles are there. The loop takes one statement that
  /// answers rows, and no other. The function has its owner's rights only once it is that role's.
  func rights(owner: String) -> String {
    """
    REVOKE ALL ON SCHEMA \(name) FROM PUBLIC;
    GRANT USAGE, CREATE ON SCHEMA \(name) TO \(name);
    GRANT USAGE ON SCHEMA \(name) TO \(reader);
    GRANT SELECT ON ALL TABLES IN SCHEMA \(name) TO \(name);
    DROP FUNCTION IF EXISTS \(name).run(text);
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA \(name) TO \(name), \(reader);
    CREATE FUNCTION \(name).run(query text) RETURNS SETOF record
    LANGUAGE plpgsql SET search_path = \(searchPath) AS $$
    DECLARE
      answer record;
    BEGIN
      IF current_setting('transaction_read_only') <> 'on' THEN
        RAISE EXCEPTION 'a query runs in a read-only transaction'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      FOR answer IN EXECUTE query LOOP RETURN NEXT answer; END LOOP;
    END $$;
    REVOKE ALL ON FUNCTION \(name).run(text) FROM PUBLIC;
    ALTER FUNCTION \(name).run(text) OWNER TO \(name);
    ALTER FUNCTION \(name).run(text) SECURITY DEFINER;
    GRANT EXECUTE ON FUNCTION \(name).run(text) TO \(reader), \(Role.quoted(owner));
    REVOKE CREATE ON SCHEMA \(name) FROM \(name);

    """
  }

  /// Makes the two roles. Run by itself first: where another store of the server makes them at the
  /// same moment, only the next transaction knows of them.
  static let createRoles =
    "DO $$ BEGIN\n"
    + both.map {
      PostgreSQLRights.step(
        unless: "EXISTS (SELECT FROM pg_roles WHERE rolname = '\($0.name)')",
        "CREATE ROLE \($0.name) NOLOGIN")
    }.joined(separator: "\n") + "\nEND $$;\n"

  /// Lets staff run queries. To change a function's owner, one must be a member of the new one.
  static func allow(owner: String) -> String {
    let steps = both.map { schema in
      PostgreSQLRights.step(
        unless: "pg_has_role('\(owner.replacing("'", with: "''"))', '\(schema.name)', 'MEMBER')",
        "GRANT \(schema.name) TO \(Role.quoted(owner))")
    }
    return createRoles + "DO $$ BEGIN\n" + steps.joined(separator: "\n") + "\nEND $$;\n"
      + both.map { $0.rights(owner: owner) }.joined()
  }
}

extension PostgreSQLConnection {
  /// Makes the schemas and views for queries; answers what an administrator has to do first.
  func makeQueryViews() throws(StoreError) -> String? {
    for schema in PostgreSQLQueryViews.both {
      if let advice = try makeSchema(schema.name) { return advice }
      try script(schema.functions(dialect) + schema.views)
    }
    return nil
  }

  /// Answers what an administrator of the server has to run for it.
  func allowQueries() throws(StoreError) -> String? {
    let sql = PostgreSQLQueryViews.allow(owner: place.user)
    do throws(StoreError) {
      try script(PostgreSQLQueryViews.createRoles)
      try script(sql)
      return nil
    } catch {
      guard error.kind == .notPermitted else { throw error }
      return "\(place.user) may not make roles. For `query` to work, let an administrator of the "
        + "server run, connected to this database:\n" + sql
    }
  }
}
