extension Migration {
  /// Who owes a bill and how payments are applied, which follow from the bills and payments; whose
  /// payment one is; and bills that should not be.
  static let settlement = Migration(
    name: "settlement",
    sql: """
      ALTER TABLE bill ADD COLUMN voided_on {date};
      ALTER TABLE bill ADD COLUMN void_reason TEXT;
      ALTER TABLE payment ADD COLUMN cid TEXT REFERENCES customer;

      DROP INDEX payment_account;
      CREATE INDEX payment_alike ON payment (account, posted_on, amount, payment);
      CREATE INDEX payment_reference ON payment (account, posted_on, reference)
        WHERE reference IS NOT NULL;
      CREATE INDEX payment_cid ON payment (cid) WHERE cid IS NOT NULL;

      CREATE TABLE bill_share (
        bill TEXT NOT NULL,
        number BIGINT NOT NULL,
        account TEXT NOT NULL,
        cid TEXT,
        from_on {date} NOT NULL,
        billed_on {date} NOT NULL,
        due_on {date} NOT NULL,
        amount BIGINT NOT NULL,
        open BIGINT NOT NULL CHECK (open >= 0),
        PRIMARY KEY (bill, number)
      ){clustered};
      CREATE INDEX bill_share_account ON bill_share (account, due_on, bill, number);
      CREATE INDEX bill_share_open ON bill_share (account) WHERE open > 0;

      CREATE TABLE payment_application (
        account TEXT NOT NULL,
        number BIGINT NOT NULL,
        payment BIGINT,
        credit_bill TEXT,
        bill TEXT,
        share BIGINT,
        cid TEXT,
        amount BIGINT NOT NULL CHECK (amount > 0),
        rule TEXT NOT NULL CHECK (rule = 'named' OR rule = 'oldest_due' OR rule = 'credit'),
        posted_on {date} NOT NULL,
        from_on {date} NOT NULL,
        to_on {date},
        PRIMARY KEY (account, number),
        CHECK ((payment IS NULL) <> (credit_bill IS NULL)),
        CHECK (to_on IS NULL OR to_on > from_on)
      ){clustered};
      CREATE INDEX payment_application_credit ON payment_application (account)
        WHERE bill IS NULL AND to_on IS NULL;
      CREATE INDEX payment_application_bill ON payment_application (bill);
      CREATE INDEX payment_application_payment ON payment_application (payment);

      CREATE TABLE settled_account (
        account TEXT PRIMARY KEY,
        last_on {date} NOT NULL,
        last_rank BIGINT NOT NULL,
        last_key TEXT NOT NULL,
        applications BIGINT NOT NULL
      ){clustered}
      """)
}
