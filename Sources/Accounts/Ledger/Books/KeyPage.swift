import Values

/// Keys for `IN (…)`, always the same number, so that one prepared statement is enough.
enum KeyPage {
  static let count = 200
  static let marks = Array(repeating: "?", count: count).joined(separator: ", ")

  /// Repeats the last key to fill the page.
  static func padded(_ keys: [Datum]) -> [Datum] {
    keys + Array(repeating: keys.last ?? .null, count: count - keys.count)
  }

  static func pages(of keys: [Datum]) -> [[Datum]] {
    keys.chunks(of: count).map { padded(Array($0)) }
  }
}
