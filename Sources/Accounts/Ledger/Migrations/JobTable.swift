extension Migration {
  /// What a change was made from, a file or a plan, so that it is not made twice. Before, that stood in
  /// brackets behind the command: `(file FINGERPRINT)` at its end, or `(plan ID: LINE)`.
  static let jobs = Migration(
    name: "jobs",
    sql: """
      CREATE TABLE job (
        change BIGINT NOT NULL REFERENCES change,
        source TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (change, source, fingerprint)
      ){clustered};
      CREATE INDEX job_fingerprint ON job (fingerprint, source);
      INSERT INTO job (change, source, fingerprint)
        SELECT change, 'file', substr(command, length(command) - 16, 16) FROM change
        WHERE substr(command, length(command) - 23, 7) = ' (file ' AND command LIKE '%)';
      INSERT INTO job (change, source, fingerprint)
        SELECT change, 'plan', substr(rest, 1, {position}(rest, ':') - 1) FROM (
          SELECT change, substr(command, {position}(command, ' (plan ') + 7) AS rest FROM change
          WHERE command LIKE 'ubadmin % (plan %: %' AND change NOT IN (SELECT change FROM job)
        ) AS planned WHERE {position}(rest, ':') > 1;
      """)
}
