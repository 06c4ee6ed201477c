extension Migration {
  /// What was typed in a registration waits next to the token of its mail, and not with the user: the
  /// password of whoever registered an address first must not count for the owner of the address.
  static let registrations = Migration(
    name: "registrations",
    sql: """
      CREATE TABLE registration (
        token BIGINT PRIMARY KEY REFERENCES token,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        provider TEXT NOT NULL
          CHECK (provider = 'password' OR provider = 'google' OR provider = 'apple'
            OR provider = 'microsoft' OR provider = 'facebook'),
        subject TEXT,
        password_hash TEXT,
        CHECK ((provider = 'password') = (subject IS NULL)),
        CHECK ((provider = 'password') = (password_hash IS NOT NULL))
      ){table};
      """)
}
