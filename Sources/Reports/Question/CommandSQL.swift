/// Commands that rows name, worked out in SQL.
enum CommandSQL {
  /// SQL for `ubadmin`, words and a value of the row. The value is quoted where a shell or the prompt would
  /// take it for something else: serials and account numbers may have $ ( ) & * and #. One that begins with
  /// a minus is marked as a value, as the parser would take it for an option.
  static func line(_ words: String, _ value: String) -> String {
    let isOfOption = words.split(separator: " ").last?.hasPrefix("--") ?? false
    // Nothing is left of a word when its plain letters are cut off, unless it has others.
    return #"'ubadmin \#(words)' || CASE WHEN \#(value) LIKE '-%' THEN "#
      + (isOfOption ? "'='" : "' -- '") + " ELSE ' ' END || "
      + #"CASE WHEN ltrim(\#(value), '\#(plain)') = '' THEN \#(value) "#
      + #"ELSE '''' || replace(\#(value), '''', '''\''''') || '''' END"#
  }

  private static let plain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,=@%+^"
}
