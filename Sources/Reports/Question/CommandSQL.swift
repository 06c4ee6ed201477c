/// Commands that rows name, worked out in SQL.
enum CommandSQL {
  /// SQL for `ubadmin`, words and a value of the row. The value is quoted where a shell or the prompt would
  /// take it for something else: serials and account numbers may have $ ( ) & * and #.
  static func line(_ words: String, _ value: String) -> String {
    // Nothing is left of a word when its plain letters are cut off, unless it has others.
    #"'ubadmin \#(words) ' || CASE WHEN ltrim(\#(value), '\#(plain)') = '' THEN \#(value) "#
      + #"ELSE '''' || replace(\#(value), '''', '''\''''') || '''' END"#
  }

  private static let plain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,=@%+^"
}
