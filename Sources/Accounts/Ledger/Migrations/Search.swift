extension Migration {
  /// The index of `search`, which follows from the other tables: what a record holds as words, and
  /// every distinct word with its ends, so that a word is found by any part of it. `head` is what
  /// stands before the part. Tables of a number have at most one row.
  static let search = Migration(
    name: "search",
    sql: """
      CREATE TABLE search_state (
        state BIGINT PRIMARY KEY,
        change BIGINT NOT NULL,
        digest TEXT NOT NULL
      ){table};

      CREATE TABLE search_doc (
        doc BIGINT PRIMARY KEY,
        record_key TEXT NOT NULL
      ){table};

      CREATE TABLE search_part (
        part TEXT NOT NULL,
        head TEXT NOT NULL,
        PRIMARY KEY (part, head)
      ){clustered};

      {search_words};
      """, isDerived: true)
}
