extension Migration {
  /// Users of the portal: how they sign in, what tokens and sessions they have, which attempts there
  /// were, and the accounts that they are linked to. Hashes stand in columns of rows that are only
  /// ever added, as the journal keeps no secrets.
  static let portalUsers = Migration(
    name: "portal-users",
    sql: """
      CREATE TABLE portal_user (
        portal_user BIGINT PRIMARY KEY,
        email TEXT NOT NULL UNIQUE,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        status TEXT NOT NULL
          CHECK (status = 'staged' OR status = 'provisioned' OR status = 'active'
            OR status = 'recovery' OR status = 'password_expired' OR status = 'locked_out'
            OR status = 'suspended' OR status = 'deprovisioned'),
        status_since {timestamp} NOT NULL,
        registered_at {timestamp} NOT NULL,
        activated_at {timestamp},
        last_sign_in_at {timestamp},
        failed_attempts BIGINT NOT NULL,
        locked_by TEXT CHECK (locked_by = 'policy' OR locked_by = 'staff'),
        new_email TEXT
      ){table};
      CREATE INDEX portal_user_status ON portal_user (status, status_since);

      CREATE TABLE identity (
        identity BIGINT PRIMARY KEY,
        portal_user BIGINT NOT NULL REFERENCES portal_user,
        provider TEXT NOT NULL
          CHECK (provider = 'password' OR provider = 'google' OR provider = 'apple'
            OR provider = 'microsoft' OR provider = 'facebook'),
        subject TEXT,
        password_hash TEXT,
        added_at {timestamp} NOT NULL,
        ended_at {timestamp},
        CHECK (provider = 'password' OR subject IS NOT NULL)
      ){table};
      CREATE INDEX identity_user ON identity (portal_user);
      CREATE INDEX identity_subject ON identity (provider, subject);

      CREATE TABLE token (
        token BIGINT PRIMARY KEY,
        portal_user BIGINT NOT NULL REFERENCES portal_user,
        purpose TEXT NOT NULL
          CHECK (purpose = 'activation' OR purpose = 'recovery' OR purpose = 'unlock'
            OR purpose = 'email'),
        hash TEXT NOT NULL,
        issued_at {timestamp} NOT NULL,
        expires_at {timestamp} NOT NULL,
        used_at {timestamp},
        voided_at {timestamp}
      ){table};
      CREATE INDEX token_user ON token (portal_user);
      CREATE UNIQUE INDEX token_hash ON token (hash);

      CREATE TABLE portal_session (
        portal_session BIGINT PRIMARY KEY,
        portal_user BIGINT NOT NULL REFERENCES portal_user,
        hash TEXT NOT NULL,
        provider TEXT NOT NULL,
        remembered {boolean} NOT NULL,
        started_at {timestamp} NOT NULL,
        expires_at {timestamp} NOT NULL,
        ended_at {timestamp}
      ){table};
      CREATE INDEX portal_session_user ON portal_session (portal_user);
      CREATE UNIQUE INDEX portal_session_hash ON portal_session (hash);

      CREATE TABLE sign_in_attempt (
        sign_in_attempt BIGINT PRIMARY KEY,
        email TEXT NOT NULL,
        portal_user BIGINT REFERENCES portal_user,
        provider TEXT NOT NULL,
        outcome TEXT NOT NULL
          CHECK (outcome = 'signed_in' OR outcome = 'wrong_password' OR outcome = 'unknown_user'
            OR outcome = 'refused'
            OR outcome = 'link_refused'),
        at {timestamp} NOT NULL
      ){table};
      CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email, at);
      CREATE INDEX sign_in_attempt_user ON sign_in_attempt (portal_user);

      CREATE TABLE link (
        link BIGINT PRIMARY KEY,
        portal_user BIGINT NOT NULL REFERENCES portal_user,
        account TEXT NOT NULL REFERENCES account,
        cid TEXT NOT NULL REFERENCES customer,
        linked_on {date} NOT NULL,
        removed_on {date}
      ){table};
      CREATE INDEX link_user ON link (portal_user);
      CREATE INDEX link_account ON link (account);
      CREATE INDEX link_customer ON link (cid);
      """)
}
