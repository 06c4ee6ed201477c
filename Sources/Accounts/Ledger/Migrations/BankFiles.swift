extension Migration {
  /// What a file for the bank says, so that it can be written again byte for byte, and whether its
  /// export was undone.
  static let bankFiles = Migration(
    name: "bank files",
    sql: """
      ALTER TABLE eft_file ADD COLUMN company_name TEXT;
      ALTER TABLE eft_file ADD COLUMN company_id TEXT;
      ALTER TABLE eft_file ADD COLUMN bank_routing TEXT;
      ALTER TABLE eft_file ADD COLUMN bank_name TEXT;
      ALTER TABLE eft_file ADD COLUMN withdrawn_on {date};
      ALTER TABLE eft_file ADD COLUMN last_entry BIGINT;
      ALTER TABLE eft_entry ADD COLUMN organization {boolean};
      """)
}
