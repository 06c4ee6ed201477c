/// Who writes to a store now, as the server tells it.
enum PostgreSQLLockHolder {
  private static let query = """
    SELECT a.usename, a.application_name, l.pid FROM pg_locks l \
    JOIN pg_stat_activity a ON a.pid = l.pid \
    WHERE l.locktype = 'relation' AND l.relation = 'writer'::regclass AND l.granted \
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    """

  package static func describe(_ connection: PostgreSQLConnection) -> String {
    var words = "another session"
    try? connection.each(once: query, []) { row in
      let user = String(decoding: row.text(0), as: UTF8.self)
      // `ubadmin on HOST`, as each session calls itself.
      let program = String(decoding: row.text(1), as: UTF8.self)
      words = user + (program.isEmpty ? "" : ", " + program) + ", server process \(row.integer(2))"
      return false
    }
    return words
  }
}
