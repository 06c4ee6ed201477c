import Values

/// SQL of this program as PostgreSQL takes it.
enum PostgreSQLText {
  /// Numbers the marks: `?` becomes `$1`, `$2` and so on, but not in quotes.
  static func numbered(_ sql: String) -> String {
    var number = 0
    return replacing(marksIn: sql) {
      number += 1
      return "$\(number)"
    }
  }

  static func replacing(marksIn sql: String, with mark: () -> String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(sql.utf8.count + 16)
    var quote: UInt8?
    for byte in sql.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "?") {
        text.append(contentsOf: mark().utf8)
        continue
      }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// One row for each element of the arrays that are bound to the next marks.
  static func arrays(of types: [ColumnType]) -> String {
    let marks = types.enumerated().map { "$\($0.offset + 1)::\(type($0.element))[]" }
    return "unnest(" + marks.joined(separator: ", ") + ")"
  }

  /// The type of a column, as an array of it is named in a cast.
  static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .secret: "text"
    case .integer, .money, .quantity: "bigint"
    case .date: "date"
    case .timestamp: "timestamptz"
    case .boolean: "boolean"
    }
  }
}
