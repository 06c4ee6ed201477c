/// The server takes `money(NULL)`, of no type, for a value of its own type of that name.
enum PostgreSQLMoneyCall {
  /// The query with a type in such calls; what is between quotes stays as it is.
  static func typed(_ sql: String) -> String {
    sql.split(separator: "'", omittingEmptySubsequences: false).enumerated().map { place, part in
      place % 2 == 0 ? typed(outside: part) : String(part)
    }.joined(separator: "'")
  }

  private static func typed(outside part: Substring) -> String {
    var rest = part
    var made = ""
    while let call = rest.ranges(of: "(").first {
      let name = rest[..<call.lowerBound].reversed().drop(while: \.isWhitespace)
      let isMoney = String(name.prefix(5).reversed()).lowercased() == "money"
      var after = rest[call.upperBound...].drop(while: \.isWhitespace)
      let isNull = after.prefix(4).lowercased() == "null"
      after = after.dropFirst(4).drop(while: \.isWhitespace)
      guard isMoney, isNull, after.first == ")" else {
        made += rest[..<call.upperBound]
        rest = rest[call.upperBound...]
        continue
      }
      made += rest[..<call.upperBound] + "NULL::numeric"
      rest = after
    }
    return made + rest
  }
}
