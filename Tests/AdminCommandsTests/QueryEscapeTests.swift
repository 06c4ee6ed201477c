import Accounts
import Testing

@testable import Ledger

/// Ways out of `query`, as somebody would try them who may not see personal data.
@Suite("Escapes from a query", .onBothEngines)
struct QueryEscapeTests {
  private static let phone = "512-555-0142"
  private static let email = "ana@example.org"

  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone \(Self.phone) --email \(Self.email)")
    try bench.expect("customer set 1 --phone 512-555-0143")
    try bench.expect("customer set 1 --phone \(Self.phone)")
    return bench
  }

  private static let hidden = "SELECT phone FROM ubadmin.customer"

  /// Functions that run a text.
  private static let runText = [
    "SELECT word FROM ts_stat('SELECT to_tsvector(phone) FROM ubadmin.customer')",
    "SELECT \"ts_stat\"('SELECT to_tsvector(phone) FROM ubadmin.customer')",
    "SELECT ts_rewrite('a'::tsquery, 'SELECT phone::tsquery, phone::tsquery FROM ubadmin.customer')",
    "SELECT query_to_xml('\(hidden)', true, true, '')",
    "SELECT query_to_xmlschema('\(hidden)', true, true, '')",
    "SELECT query_to_xml_and_xmlschema('\(hidden)', true, true, '')",
    "SELECT cursor_to_xml('c', 1, true, true, '')",
    "SELECT table_to_xml('ubadmin.customer', true, true, '')",
    "SELECT schema_to_xml('ubadmin', true, true, '')",
    "SELECT database_to_xml(true, true, '')",
    "SELECT xpath('//phone', database_to_xml(true, true, ''))",
    "SELECT * FROM dblink('dbname=city', '\(hidden)') AS t(a text)",
    "SELECT * FROM ubadmin_query_reveal.run('SELECT phone FROM customer') AS t(a text)",
    "SELECT * FROM bytecode('SELECT phone FROM customer')",
    "SELECT * FROM tables_used('SELECT phone FROM customer')",
    "SELECT U&\"\\0074s_stat\"('\(hidden)')",
    "SELECT/**/ts_stat/* /* */ */('\(hidden)')",
    "SELECT E'a'\n'\\'' || ts_stat('x') || '...'",
    "SELECT $$'$$ || query_to_xml('x', true, true, '') || $$'$$",
  ]

  /// Tables, catalogues and an engine's own insides.
  private static let insides = [
    hidden, "SELECT phone FROM main.customer", "SELECT * FROM MAIN.customer",
    "SELECT * FROM ubadmin_masked.customer", "SELECT phone FROM ubadmin_query_reveal.customer",
    "SELECT * FROM ubadmin.change_row", "SELECT * FROM main.change_row",
    "SELECT most_common_vals FROM pg_stats", "SELECT * FROM pg_statistic_ext_data",
    "SELECT * FROM \"pg_catalog\".pg_statistic", "SELECT query FROM pg_stat_activity",
    "SELECT * FROM pg_authid", "SELECT * FROM information_schema.tables",
    "SELECT * FROM sqlite_schema", "SELECT count(*) FROM sqlite_master",
    "SELECT * FROM temp.sqlite_temp_schema", "SELECT sql FROM sqlite_temp_master",
    "SELECT * FROM sqlite_stat1", "SELECT * FROM sqlite_sequence", "SELECT * FROM dbstat",
    "SELECT * FROM sqlite_dbpage", "SELECT * FROM pragma_table_info('customer')",
    "SELECT count(*) FROM pragma_database_list", "SELECT * FROM search_doc",
    "SELECT count(*) FROM search_doc", "SELECT count(*) FROM search_text('512*')",
    "SELECT * FROM search_text", "SELECT * FROM search_text WHERE search_text MATCH '512*'",
    "SELECT block FROM search_text_data", "SELECT * FROM search_word",
    "SELECT rowid, phone FROM main.customer",
    "WITH v_customer AS (SELECT phone FROM main.customer) SELECT phone FROM v_customer",
    "WITH customer AS (SELECT phone FROM main.customer) SELECT phone FROM customer",
    "SELECT phone FROM (SELECT phone FROM main.customer) AS v_customer",
    "SELECT (SELECT phone FROM main.customer AS v_customer) AS a",
    "SELECT phone FROM v_customer UNION SELECT phone FROM main.customer",
    "SELECT 1 FROM v_customer WHERE EXISTS (SELECT 1 FROM main.customer WHERE phone LIKE '512%')",
  ]

  /// SQLite does not ask about the columns that USING and NATURAL make.
  private static let joins: [String] = ViewedTable.all.flatMap { table in
    table.columns.flatMap { column in
      let (name, other) = (column.name, "(SELECT 'x' AS \(column.name)) AS o")
      return [
        "SELECT \(name) FROM main.\(table.name) FULL JOIN \(other) USING (\(name))",
        "SELECT count(*) AS n FROM main.\(table.name) NATURAL JOIN \(other)",
      ]
    }
  }
  private static let joinedInsides = [
    "migration", "search_doc", "search_text_content", "search_text_data", "search_state",
    "sqlite_schema", "sqlite_stat1", "sqlite_sequence", "token", "registration",
  ].flatMap { table in
    ["name", "sql", "hash", "block", "c0", "tbl"].map { column in
      "SELECT \(column) FROM \(table) FULL JOIN (SELECT 'x' AS \(column)) AS o USING (\(column))"
    }
  }

  @Test("a join that makes columns of its own shows no table's", arguments: [joins, joinedInsides])
  func joined(attempts: [String]) throws {
    let bench = try office()
    try bench.expect("user register ben@example.com --first Ben --last Lee")
    // A server's rights do not hang on the form of a query: a few will do.
    for sql in bench.store.contains("postgresql") ? attempts.prefix(8) : attempts[...] {
      let result = bench.run(["query", sql, "--csv", "--limit", "0"])
      let foreign = ["customer", "search", "ben@", "Lee", "2026"].filter {
        result.output.contains($0)
      }
      #expect(foreign.isEmpty, "\(sql): \(result)")
      expectNothing(in: result, of: sql)
    }
  }

  @Test("digests, by which a masked cell could be found out, are in no view")
  func digests() throws {
    let bench = try office()
    for table in ["change", "change_row", "v_change", "v_change_row"] {
      #expect(bench.run(["query", "SELECT digest FROM \(table)"]).status == .usage, "\(table)")
    }
    for table in ["job", "v_job"] {
      #expect(
        bench.run(["query", "SELECT fingerprint FROM \(table)"]).status == .usage, "\(table)")
    }
  }

  /// What reaches out of the store, keeps something, waits, or takes other rights.
  private static let effects = [
    "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('/')", "SELECT pg_stat_file('/')",
    "SELECT lo_import('/etc/passwd')", "SELECT lo_export(1, '/tmp/out')", "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')", "SELECT lo_get(1)",
    "SELECT set_config('role', 'postgres', true)",
    "SELECT set_config('search_path', 'ubadmin', true), 1",
    "SELECT set_config('session_authorization', 'postgres', true)", "SELECT pg_sleep(60)",
    "SELECT pg_catalog.pg_sleep(60)", "SELECT \"pg_sleep\"(60)", "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_lock_shared(1)", "SELECT pg_notify('a', 'b')",
    "SELECT pg_terminate_backend(1)", "SELECT pg_reload_conf()", "SELECT pg_switch_wal()",
    "SELECT pg_logical_emit_message(true, 'a', 'b')", "SELECT pg_export_snapshot()",
    "SELECT txid_current()", "SELECT nextval('x')", "SELECT setval('x', 1)",
    "SELECT 1 OPERATOR(pg_catalog.+) 1", "SELECT load_extension('x.so')",
    "SELECT readfile('/etc/passwd')", "SELECT writefile('/tmp/out', phone) FROM customer",
    "SELECT edit('x')", "SELECT fts3_tokenizer('simple')", "SELECT fts5(NULL)",
    "SELECT randomblob(2000000000)", "SELECT zeroblob(2000000000)",
    "SELECT * FROM v_customer FOR UPDATE",
    "SELECT * INTO TEMP stolen FROM customer", "ATTACH 'other.db' AS other", "DETACH main",
    "PRAGMA writable_schema = 1", "PRAGMA trusted_schema = 1", "PRAGMA table_info(customer)",
    "VACUUM INTO '/tmp/out.db'", "CREATE TEMP VIEW stolen AS SELECT phone FROM main.customer",
    "CREATE FUNCTION pg_temp.a() RETURNS int LANGUAGE sql AS 'SELECT 1'", "DO 'BEGIN END'",
    "COPY ubadmin.customer TO STDOUT", "COPY (SELECT 1) TO PROGRAM 'id'",
    "COPY (SELECT 1) TO '/tmp/out'", "SET ROLE postgres", "RESET ROLE",
    "SET search_path = ubadmin", "PREPARE a AS SELECT 1", "EXECUTE a", "LISTEN a", "NOTIFY a",
    "DECLARE c CURSOR FOR SELECT 1", "LOCK TABLE customer", "CALL a()", "DISCARD ALL",
    "EXPLAIN SELECT phone FROM customer", "EXPLAIN ANALYZE SELECT 1",
    "EXPLAIN QUERY PLAN SELECT 1", "SELECT 1; SELECT phone FROM main.customer",
    "SELECT 1) AS a; SELECT phone FROM ubadmin.customer; SELECT * FROM (SELECT 1",
    "SELECT 1) AS a, (SELECT phone FROM main.customer",
    "DELETE FROM v_customer RETURNING phone", "INSERT INTO v_customer DEFAULT VALUES",
    "UPDATE customer SET phone = '' RETURNING phone",
  ]

  @Test(
    "an attempt to leave the views is refused and changes nothing",
    arguments: [
      runText, insides, effects,
    ])
  func refused(attempts: [String]) throws {
    let bench = try office()
    let before = try bench.expect("change list --csv --limit 0").output
    for sql in attempts {
      let result = bench.run(["query", sql, "--csv"])
      #expect(result.status == .usage, "\(sql): \(result)")
      #expect(result.output == "", "\(sql): \(result)")
      expectNothing(in: result, of: sql)
    }
    #expect(try bench.expect("change list --csv --limit 0").output == before)
    #expect(
      try bench.expect("customer list --reveal --fields phone --csv --no-header").output
        == Self.phone + "\n")
  }

  private func expectNothing(in result: CommandBench.Result, of sql: String) {
    for text in [result.output, result.words] {
      // The query itself may be repeated by an error.
      let rest = text.replacing(sql, with: "")
      #expect(!rest.contains("512-555") && !rest.contains("ana@"), "\(sql): \(result)")
    }
  }

  /// What an analyst may ask on both engines, and what one engine alone answers.
  private static let views = [
    "SELECT * FROM customer", "SELECT * FROM v_customer", "SELECT max(phone) AS a FROM customer",
    "SELECT cid FROM customer WHERE phone LIKE '512%'",
    "SELECT upper(x.email) AS a FROM customer AS x JOIN v_customer AS y ON x.email = y.email",
    "SELECT email FROM customer UNION SELECT phone FROM customer",
    "SELECT substr(phone, 1, 8) AS a, length(phone) AS n FROM customer",
    "SELECT before, after FROM v_change_row", "SELECT * FROM change_row", "SELECT * FROM v_change",
    "SELECT phone FROM customer GROUP BY phone HAVING count(*) > 0 ORDER BY max(email)",
  ]
  private static let ofOneEngine = [
    "SELECT c FROM customer AS c", "SELECT row_to_json(c) AS a FROM customer AS c",
    "SELECT to_jsonb(c) AS a FROM v_customer AS c", "SELECT json_agg(c) AS a FROM customer AS c",
    "SELECT string_agg(phone, ',') AS a FROM customer",
    "SELECT CAST(phone AS integer) FROM customer",
    "SELECT CAST(c AS text) AS a FROM customer AS c", "SELECT CAST(email AS date) FROM customer",
    "SELECT json_array(phone, email) AS a FROM customer", "SELECT hex(phone) AS a FROM customer",
    "SELECT a.value FROM customer, json_each(json_array(phone)) AS a",
    "SELECT xmlforest(phone, email) AS a FROM customer",
    "SELECT 1 / (CASE WHEN phone LIKE '512%' THEN 0 ELSE 1 END) AS a FROM customer",
    "TABLE customer",
  ]

  @Test("what is answered is masked, and so is what an error quotes")
  func masked() throws {
    let bench = try office()
    for sql in Self.views {
      let result = bench.run(["query", sql, "--csv"])
      #expect(result.status == .done, "\(sql): \(result)")
      expectNothing(in: result, of: sql)
    }
    #expect(bench.run(["query", Self.views[3], "--csv"]).output == "cid\n")
    for sql in Self.ofOneEngine {
      expectNothing(in: bench.run(["query", sql, "--csv"]), of: sql)
    }
  }

  @Test("sorting, choosing columns and formats show masked cells alone")
  func sortedAndChosen() throws {
    let bench = try office()
    for options in [
      ["--sort", "phone"], ["--fields", "phone,email"], ["--json"], ["--format", "ndjson"],
    ] {
      let result = bench.run(["query", "SELECT * FROM customer"] + options)
      #expect(result.status == .done, "\(result)")
      expectNothing(in: result, of: "")
    }
  }
}
