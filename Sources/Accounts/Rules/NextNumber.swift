import Engines
import Ledger
import Values

/// Numbers that are assigned where none is given.
extension Books {
  /// The number after the greatest one with as many digits as `first`. Other keys are ignored, and
  /// numbers of removed records are not given out again.
  func nextNumber<E: Entity>(_ lookup: Lookup<E>, from first: String) throws(RuleError) -> String {
    let next = try numberAfterGreatest(lookup, from: first)
    if let number = try unused(next, in: E.table.name) { return number }
    return try nextNumber(lookup, from: "1" + next.map { _ in "0" })
  }

  /// The first number from one on that no removed record had; nil if there is none of its width.
  private func unused(_ number: String, in table: String) throws(RuleError) -> String? {
    let width = Int64(number.utf8.count)
    let removed =
      "FROM change_row WHERE table_name = ? AND action = 'delete' AND length(row_key) = ?"
    // Removed records are rare, and this query is asked once for all rows of a run.
    let isAny = try self.number(
      sql: "SELECT CAST(1 AS BIGINT) \(removed) LIMIT 1", [.text(table), .integer(width)])
    guard isAny != nil else { return number }
    var next: String? = number
    try each(
      sql: "SELECT DISTINCT row_key \(removed) AND row_key >= ? ORDER BY row_key",
      [.text(table), .integer(width), .text(number)]
    ) { row in
      guard let wanted = next, String(decoding: row.text(0), as: UTF8.self) == wanted else {
        return false
      }
      next = Self.decimal(wanted, adding: 1)
      return true
    }
    return next
  }

  private func numberAfterGreatest<E: Entity>(
    _ lookup: Lookup<E>, from first: String
  ) throws(RuleError) -> String {
    let width = first.utf8.count
    let ceiling = String(repeating: "9", count: width)
    var bound: String? = ceiling
    while let limit = bound, let row = try rows(lookup, first, limit).first,
      case .text(let key) = row.values[0]
    {
      if key == ceiling {
        return try numberAfterGreatest(lookup, from: "1" + first.map { _ in "0" })
      }
      if key.utf8.count == width, let next = Self.decimal(key, adding: 1) { return next }
      bound = Self.greatestNumber(of: width, before: key)
    }
    return first
  }

  /// The greatest number of `width` digits that sorts before a key that is not such a number.
  private static func greatestNumber(of width: Int, before key: String) -> String? {
    let digits = String(key.prefix { $0.isASCII && $0.isNumber }.prefix(width))
    // A longer text sorts after its own prefix.
    if digits.utf8.count == width { return digits }
    let next = key.utf8.dropFirst(digits.utf8.count).first
    let isAfterDigits = next.map { $0 > UInt8(ascii: "9") } ?? false
    let head = isAfterDigits ? digits : decimal(digits, adding: -1)
    return head.map { $0 + String(repeating: "9", count: width - $0.utf8.count) }
  }

  /// Adds to a number and keeps its width; nil below zero and for anything but digits.
  private static func decimal(_ digits: String, adding step: Int64) -> String? {
    guard digits.utf8.allSatisfy(isDigit), let number = Int64(digits), number + step >= 0
    else { return nil }
    let text = String(number + step)
    let width = digits.utf8.count
    return text.utf8.count > width
      ? nil : String(repeating: "0", count: width - text.utf8.count) + text
  }
}

extension Customer {
  static let byCid = Lookup<Customer>(
    [.notBefore(cid), .notAfter(cid)], order: [.descending(cid)], limit: 1)
}

extension Account {
  static let byNumber = Lookup<Account>(
    [.notBefore(account), .notAfter(account)], order: [.descending(account)], limit: 1)
}
