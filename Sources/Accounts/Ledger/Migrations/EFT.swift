extension Migration {
  /// Automatic payments: enrollments, sealed bank accounts, and what went to the bank.
  static let eft = Migration(
    name: "eft",
    sql: """
      CREATE TABLE eft_bank_account (
        bank_account BIGINT PRIMARY KEY,
        sealed TEXT NOT NULL
      ){table};

      CREATE TABLE eft_enrollment (
        enrollment BIGINT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        cid TEXT NOT NULL REFERENCES customer,
        state TEXT NOT NULL
          CHECK (state = 'entered' OR state = 'prenote_pending' OR state = 'active'
            OR state = 'on_hold' OR state = 'returned' OR state = 'cancelled'),
        routing TEXT NOT NULL,
        bank_account BIGINT NOT NULL REFERENCES eft_bank_account,
        last_four TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type = 'checking' OR type = 'savings'),
        draft_day BIGINT CHECK (draft_day IS NULL OR (draft_day >= 1 AND draft_day <= 28)),
        entered_on {date} NOT NULL,
        entered_by TEXT NOT NULL,
        confirmed_by TEXT,
        prenote_on {date},
        ends_on {date},
        reason TEXT
      ){table};
      CREATE INDEX eft_enrollment_account ON eft_enrollment (account);
      CREATE INDEX eft_enrollment_cid ON eft_enrollment (cid);
      CREATE INDEX eft_enrollment_state ON eft_enrollment (state, account);
      CREATE INDEX eft_enrollment_bank_account ON eft_enrollment (bank_account);

      CREATE TABLE eft_file (
        file BIGINT PRIMARY KEY,
        effective_on {date} NOT NULL,
        created_on {date} NOT NULL,
        entries BIGINT NOT NULL,
        total BIGINT NOT NULL
      ){table};
      CREATE INDEX eft_file_created ON eft_file (created_on);

      CREATE TABLE eft_entry (
        entry BIGINT PRIMARY KEY,
        file BIGINT NOT NULL REFERENCES eft_file,
        enrollment BIGINT NOT NULL REFERENCES eft_enrollment,
        kind TEXT NOT NULL CHECK (kind = 'prenote' OR kind = 'draft'),
        routing TEXT NOT NULL,
        bank_account BIGINT NOT NULL REFERENCES eft_bank_account,
        type TEXT NOT NULL CHECK (type = 'checking' OR type = 'savings'),
        amount BIGINT NOT NULL CHECK (amount >= 0),
        name TEXT NOT NULL,
        trace TEXT NOT NULL,
        attempt BIGINT NOT NULL,
        retry {boolean} NOT NULL,
        payment BIGINT REFERENCES payment,
        code TEXT,
        returned_on {date}
      ){table};
      CREATE INDEX eft_entry_file ON eft_entry (file);
      CREATE INDEX eft_entry_enrollment ON eft_entry (enrollment);
      CREATE INDEX eft_entry_bank_account ON eft_entry (bank_account);
      CREATE INDEX eft_entry_payment ON eft_entry (payment);
      CREATE INDEX eft_entry_trace ON eft_entry (trace);
      """)
}
