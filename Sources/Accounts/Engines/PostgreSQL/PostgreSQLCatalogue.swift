/// What the server's catalogues tell about the store.
extension PostgreSQLConnection {
  package var engineName: String {
    let version =
      unsafe pipeline.libpq.parameterStatus(pipeline.handle, "server_version")
      .map { unsafe String(cString: $0) } ?? ""
    return "PostgreSQL " + (version.split(separator: " ").first ?? "of unknown version")
  }

  package func storedBytes() throws -> Int64? {
    var bytes: Int64?
    try each(Self.size, []) { row in
      bytes = row.isNull(0) ? 0 : row.integer(0)
      return false
    }
    return bytes
  }

  private static let size = Statement(
    """
    SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class \
    WHERE relnamespace = to_regnamespace('ubadmin') AND relkind = 'r'
    """, isShort: true)

  package func hasTable(_ name: String) throws(StoreError) -> Bool {
    let found = try finish(
      pipeline.send(once: Self.tableNamed, PostgreSQLArguments([.text(name)])))
    return found.rowCount > 0
  }

  /// Through the index of names: each command asks for several tables when it opens the store.
  private static let tableNamed = """
    SELECT 1 FROM pg_class WHERE relname = $1 AND relkind = 'r' \
    AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'ubadmin')
    """

  func hasSchema() throws(StoreError) -> Bool {
    let found = try finish(
      pipeline.send(once: "SELECT to_regnamespace('ubadmin') IS NOT NULL"))
    return found.integer(0) == 1
  }

  func hasTables() throws(StoreError) -> Bool { try !tables().isEmpty }

  /// Whether the user may read hashes, sealed bank accounts and the tokens of links: whoever may not
  /// has SELECT on only some columns of the tables that hold them.
  func mayReadSecrets() throws(StoreError) -> Bool {
    let found = try finish(
      pipeline.send(
        once: """
          SELECT bool_and(has_table_privilege(oid, 'SELECT')) FROM pg_class \
          WHERE relnamespace = to_regnamespace('ubadmin') AND relkind = 'r'
          """))
    return found.integer(0) == 1
  }

  package func tables() throws(StoreError) -> [String] {
    let found = try finish(
      pipeline.send(
        once: """
          SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('ubadmin') \
          AND relkind = 'r' ORDER BY oid
          """))
    return (0..<found.rowCount).map { row in
      found.row = Int32(truncatingIfNeeded: row)
      return String(decoding: found.text(0), as: UTF8.self)
    }
  }

  /// The server keeps its own pages and references intact; only constraints that it was told not to
  /// check are reported.
  package func eachFault(
    inReferencesOf tables: [String]?, _ body: (EngineFault) throws -> Void
  ) throws {
    try each(once: Self.unchecked, []) { row in
      func word(_ index: Int) -> String { String(decoding: row.text(index), as: UTF8.self) }
      try body(EngineFault(place: word(0), what: word(1), remedy: word(2)))
      return true
    }
  }

  private static let unchecked = """
    SELECT conrelid::regclass::text, 'its constraint ' || conname || ' was never checked', \
    format('ask the owner of the schema to run: ALTER TABLE ubadmin.%I VALIDATE CONSTRAINT %I', \
    c.relname, conname) FROM pg_constraint JOIN pg_class c ON c.oid = conrelid \
    WHERE connamespace = 'ubadmin'::regnamespace AND NOT convalidated \
    UNION ALL SELECT indrelid::regclass::text, 'its index ' || indexrelid::regclass || ' is damaged', \
    format('ask the owner of the schema to run: REINDEX INDEX ubadmin.%I', c.relname) \
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid \
    WHERE c.relnamespace = 'ubadmin'::regnamespace AND NOT indisvalid \
    UNION ALL SELECT tgrelid::regclass::text, 'its trigger ' || tgname || ' is switched off', \
    CASE WHEN tgisinternal \
    THEN format('ask an administrator of the server to run: ALTER TABLE ubadmin.%I ENABLE TRIGGER ALL', \
    c.relname) ELSE 'ask the owner of the schema to run `ubadmin store migrate`' END \
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid \
    WHERE c.relnamespace = 'ubadmin'::regnamespace AND tgenabled = 'D'
    """

  package func schemaParts() throws(StoreError) -> [SchemaPart] {
    let found = try finish(pipeline.send(once: Self.parts))
    return (0..<found.rowCount).compactMap { row in
      found.row = Int32(truncatingIfNeeded: row)
      func word(_ index: Int) -> String { String(decoding: found.text(index), as: UTF8.self) }
      return SchemaPart.Kind(rawValue: word(0)).map {
        SchemaPart($0, word(1), in: word(2), text: word(3))
      }
    }
  }

  private static let parts = """
    SELECT 'index', indexname::text, tablename::text, indexdef FROM pg_indexes \
    WHERE schemaname = 'ubadmin' \
    UNION ALL SELECT 'trigger', tgname::text, c.relname::text, pg_get_triggerdef(t.oid) \
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
    WHERE c.relnamespace = to_regnamespace('ubadmin') AND NOT t.tgisinternal \
    UNION ALL SELECT 'function', proname::text, 'ubadmin', prosrc FROM pg_proc \
    WHERE pronamespace = to_regnamespace('ubadmin') \
    UNION ALL SELECT 'view', viewname::text, schemaname::text, definition FROM pg_views \
    WHERE schemaname IN ('ubadmin', '\(PostgreSQLServer.masked)', '\(PostgreSQLServer.query)', \
    '\(PostgreSQLServer.queryRevealed)') ORDER BY 1, 3, 2
    """
}
