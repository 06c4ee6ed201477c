extension Migration {
  /// Returned entries: few of very many.
  static let bankCorrections = Migration(
    name: "bank corrections",
    sql: """
      CREATE INDEX eft_entry_code ON eft_entry (code, enrollment, entry) WHERE code IS NOT NULL;
      """)
}
