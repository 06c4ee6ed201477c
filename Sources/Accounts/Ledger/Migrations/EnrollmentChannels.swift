extension Migration {
  /// How a customer has authorized automatic payments, and the class of an entry that follows from it.
  static let enrollmentChannels = Migration(
    name: "enrollment channels",
    sql: """
      ALTER TABLE eft_enrollment ADD COLUMN channel TEXT;
      ALTER TABLE eft_entry ADD COLUMN entry_class TEXT;
      """)
}
