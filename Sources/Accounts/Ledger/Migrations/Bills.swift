extension Migration {
  /// Bills with their lines, and payments. What is paid of a bill is not stored: it follows from
  /// the payments that stand.
  static let bills = Migration(
    name: "bills",
    sql: """
      CREATE TABLE bill (
        bill TEXT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        billed_on {date} NOT NULL,
        due_on {date} NOT NULL,
        total BIGINT NOT NULL
      ){clustered};
      CREATE INDEX bill_account ON bill (account, due_on, bill);

      CREATE TABLE bill_line (
        bill TEXT NOT NULL REFERENCES bill,
        number BIGINT NOT NULL,
        code TEXT REFERENCES service_type,
        from_on {date},
        to_on {date},
        amount BIGINT NOT NULL,
        PRIMARY KEY (bill, number),
        CHECK (from_on IS NULL OR to_on IS NULL OR to_on >= from_on)
      ){clustered};

      CREATE TABLE payment (
        payment BIGINT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        bill TEXT REFERENCES bill,
        posted_on {date} NOT NULL,
        amount BIGINT NOT NULL CHECK (amount > 0),
        method TEXT NOT NULL
          CHECK (method = 'cash' OR method = 'check' OR method = 'card' OR method = 'eft'
            OR method = 'money_order' OR method = 'other'),
        reference TEXT,
        reversed_on {date},
        reversal_reason TEXT,
        CHECK (reversed_on IS NULL OR reversed_on >= posted_on)
      ){table};
      CREATE INDEX payment_account ON payment (account, posted_on, payment);
      CREATE INDEX payment_bill ON payment (bill);
      """)
}
