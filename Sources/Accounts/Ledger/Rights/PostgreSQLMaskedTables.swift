import Engines
import Values

/// The schema `ubadmin_masked`: a security-barrier view for every table, with the table's name.
/// Secrets are absent, and personal columns are masked, as the entities declare them.
enum PostgreSQLMaskedTables {
  static let schema = PostgreSQLServer.masked

  /// The text that is masked is as the program masks it; every name is written out, so that the
  /// caller's search path decides nothing. The second function calls the first one, for callers that
  /// may not use the schema.
  static let functions = """
    CREATE OR REPLACE FUNCTION ubadmin.masked(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT CASE
        WHEN pg_catalog.strpos(value, '@') OPERATOR(pg_catalog.>) 0 THEN
          CASE WHEN pg_catalog.octet_length(pg_catalog."left"(value, 1)) OPERATOR(pg_catalog.=) 1
            THEN pg_catalog.rtrim(pg_catalog."left"(value, 1), '@') ELSE '' END
          OPERATOR(pg_catalog.||) '\(ColumnType.mask)'
          OPERATOR(pg_catalog.||) pg_catalog."substring"(value, '@[^@]*$')
        WHEN value OPERATOR(pg_catalog.~) '^[ ()+./-]*([0-9][ ()+./-]*){7}'
          THEN '\(ColumnType.mask)' OPERATOR(pg_catalog.||) pg_catalog."right"(
            pg_catalog.regexp_replace(
              pg_catalog."substring"(value, '^[0-9 ()+./-]*'), '[^0-9]', '', 'g'), 4)
        WHEN pg_catalog.octet_length(value) OPERATOR(pg_catalog.>) 6
          AND pg_catalog.octet_length(pg_catalog."right"(value, 4)) OPERATOR(pg_catalog.=) 4
          THEN '\(ColumnType.mask)' OPERATOR(pg_catalog.||) pg_catalog."right"(value, 4)
        WHEN value IS NOT NULL THEN '\(ColumnType.mask)'
      END
    $$;

    CREATE OR REPLACE FUNCTION ubadmin.masked_cells(table_name text, cells text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT CASE WHEN personal IS NULL OR cells IS NULL THEN cells ELSE
        (SELECT '{' || coalesce(string_agg(to_json(cell.key)::text || ':' || CASE
          WHEN cell.key = ANY (personal) AND json_typeof(cell.value) = 'string'
            THEN to_json(ubadmin.masked(cell.value #>> '{}'))::text
          ELSE cell.value::text END, ',' ORDER BY cell.place), '') || '}'
        FROM json_each(cells::json) WITH ORDINALITY AS cell (key, value, place)) END
      FROM (SELECT CASE table_name
    \(personalColumns)
      END) AS declared (personal)
    $$;

    """

  private static var personalColumns: String {
    EntityCatalogue.tables.compactMap { table in
      let names = table.columns.filter(\.isPersonal).map { "'\($0.name)'" }
      guard !names.isEmpty else { return nil }
      return "    WHEN '\(table.name)' THEN ARRAY[\(names.joined(separator: ", "))]"
    }.joined(separator: "\n")
  }

  /// The views, rebuilt: what a view has can only grow while it stands.
  static var views: String {
    ViewedTable.all.map { table in
      let columns = table.columns.compactMap(shown).joined(separator: ", ")
      return """
        DROP VIEW IF EXISTS \(schema).\(table.name);
        CREATE VIEW \(schema).\(table.name) WITH (security_barrier) AS
          SELECT \(columns) FROM ubadmin.\(table.name);

        """
    }.joined()
  }

  /// A user's own address stays: whoever may see the table looks the user up by it.
  private static func shown(_ column: ViewedColumn) -> String? {
    switch column.sight {
    case .open, .name: column.name
    case .personal: "ubadmin.masked(\(column.name)) AS \(column.name)"
    case .cells: "ubadmin.masked_cells(table_name, \(column.name)) AS \(column.name)"
    case .secret: nil
    }
  }
}

extension PostgreSQLConnection {
  /// Makes the schema and its views; answers what an administrator has to do first.
  func makeMaskedTables() throws(StoreError) -> String? {
    if let advice = try makeSchema(PostgreSQLMaskedTables.schema) { return advice }
    try script(PostgreSQLMaskedTables.functions + PostgreSQLMaskedTables.views)
    return nil
  }

  /// Where it is there, its owner needs no right to make another.
  func makeSchema(_ name: String) throws(StoreError) -> String? {
    let found = try finish(
      pipeline.send(once: "SELECT to_regnamespace('\(name)') IS NOT NULL"))
    if found.integer(0) == 1 { return nil }
    do throws(StoreError) {
      try script("CREATE SCHEMA \(name)")
    } catch {
      guard error.kind == .notPermitted else { throw error }
      return "\(place.user) may not create the schema \(name). Ask an administrator of the server "
        + "to run the next line, then run `ubadmin store migrate`:\n"
        + "CREATE SCHEMA \(name) AUTHORIZATION \"\(place.user)\";\n"
    }
    return nil
  }
}
