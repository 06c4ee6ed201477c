import Engines
import Values

/// The values of a query's parameters, which stand in its text as `:name`. A value goes into the text
/// as one text or number of SQL, whatever it holds, so it is never SQL itself.
package struct QueryParameters {
  private let values: [String: String]

  package init(_ values: [String: String]) { self.values = values }

  /// The names in a query's text, in their order.
  package static func names(in sql: String) -> [String] {
    var names: [String] = []
    _ = replacing(in: sql) { name in
      if !names.contains(name) { names.append(name) }
      return ""
    }
    return names
  }

  /// - Parameter numbers: whether a number goes in as one, and a day as a text; otherwise the engine takes a
  ///   text for either.
  func fill(_ sql: String, numbers: Bool) throws(StoreError) -> String {
    if let sign = Self.unnamed(in: sql) {
      throw StoreError(
        .badQuery, "the query has a parameter \(sign), expected a named one, such as :account",
        remedy: "use :name instead, and add \(option: "param") name=VALUE")
    }
    let names = Self.names(in: sql)
    let missing = names.filter { values[$0] == nil }
    let unknown = values.keys.sorted().filter { !names.contains($0) }
    guard missing.isEmpty, unknown.isEmpty else {
      throw StoreError(
        .badQuery, Self.fault(missing: missing, unknown: unknown),
        remedy: missing.isEmpty
          ? (names.isEmpty ? "leave out \(option: "param")" : "it has \(Self.listed(names))")
          : "add " + missing.map { "\(option: "param") \($0)=VALUE" }.joined(separator: " "))
    }
    for name in names { try Self.refuseLoose(values[name] ?? "", of: name) }
    let compared = ComparedColumns(sql)
    try compared.refuseLooseTexts()
    try compared.refuseDays(areTexts: numbers)
    for name in names { try compared.refuse(Self.unquoted(values[name] ?? ""), of: name) }
    if numbers {
      try compared.refuseQuotedNumbers()
      try compared.refuseDigits()
      try Self.refuseNumber(compared)
      for name in names { try refuseNumber(of: name, in: sql) }
    }
    return Self.replacing(in: sql) { Self.literal(values[$0] ?? "", asNumber: numbers) }
  }

  /// A column compared with `$100` or `1/15/2026` would be compared with a text, and find nothing.
  private static func refuseLoose(_ value: String, of name: String) throws(StoreError) {
    guard !isQuoted(value[...]), let plain = PlainForm.of(value) else { return }
    throw StoreError(
      .badQuery,
      "\(option: "param") \(name): found \(value), which a query treats as text; "
        + "likely \(plain)",
      remedy: "use \(option: "param") \(name)=\(plain), or put the value in single quotes if "
        + "it is text")
  }

  private static func refuseNumber(_ compared: ComparedColumns) throws(StoreError) {
    guard let (number, call) = compared.numberBesideText() else { return }
    throw StoreError(
      .badQuery, "\(number) is a number, and \(call)() gives text, which never equals one",
      remedy: "compare CAST(\(call)(…) AS integer), or put the text in quotes as \(call)() gives it"
    )
  }

  /// `strftime('%Y', billed_on) = :year` finds nothing for a number.
  private func refuseNumber(of name: String, in sql: String) throws(StoreError) {
    guard let value = values[name], Self.isNumber(value) else { return }
    let filled = Self.replacing(in: sql) { $0 == name ? value : ":" + $0 }
    guard let (_, call) = ComparedColumns(filled).numberBesideText() else { return }
    throw StoreError(
      .badQuery,
      "\(option: "param") \(name): found the number \(value), expected text, because "
        + "it is compared with \(call)()",
      remedy: "compare CAST(\(call)(…) AS integer) in the query, or use \(option: "param") "
        + "\"\(name)='\(value)'\" if \(call)() gives exactly that text")
  }

  private static func isQuoted(_ text: Substring) -> Bool {
    text.count > 1 && text.hasPrefix("'") && text.hasSuffix("'")
  }

  /// The first parameter in another form than `:name`, which an engine would take for NULL.
  private static func unnamed(in sql: String) -> String? {
    var found: String?
    _ = replacing(in: sql, other: { found = found ?? $0 }) { _ in "" }
    return found
  }

  private static func fault(missing: [String], unknown: [String]) -> String {
    let needs = missing.isEmpty ? nil : "needs a value for \(listed(missing))"
    let lacks =
      unknown.isEmpty
      ? nil : "has no parameter\(unknown.count == 1 ? "" : "s") \(listed(unknown))"
    return "the query " + [needs, lacks].compactMap(\.self).joined(separator: ", and ")
  }

  private static func listed(_ names: [String]) -> String {
    names.map { ":" + $0 }.joined(separator: ", ")
  }

  private static func literal(_ value: String, asNumber: Bool) -> String {
    if value == "NULL" { return "NULL" }
    if asNumber, isNumber(value) { return "(\(value))" }
    return "'" + unquoted(value).replacing("'", with: "''") + "'"
  }

  /// Quotes are around what is a text although it looks like a number, or like NULL.
  private static func unquoted(_ value: String) -> Substring {
    isQuoted(value[...]) ? value.dropFirst().dropLast() : value[...]
  }

  /// `12`, `-0.5`; not `007`, which is a key.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), digits.count <= 18,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return false }
    return parts[0] == "0" || parts[0].first != "0"
  }

  /// Parameters stand outside texts, quoted names and comments; `a::date` is a cast.
  /// - Parameter other: receives what may be a parameter of another form.
  private static func replacing(
    in sql: String, other: (String) -> Void = { _ in }, with value: (String) -> String
  ) -> String {
    let bytes = Array(sql.utf8)
    var text: [UInt8] = []
    var place = 0
    func at(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
    func copy(through end: Int) {
      text += bytes[place..<min(end, bytes.count)]
      place = min(end, bytes.count)
    }
    while let byte = at(place) {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        let end = min((bytes[(place + 1)...].firstIndex(of: byte) ?? bytes.count) + 1, bytes.count)
        copy(through: end)
      case UInt8(ascii: "-") where at(place + 1) == byte:
        copy(through: (bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count))
      case UInt8(ascii: "/") where at(place + 1) == UInt8(ascii: "*"):
        var end = place + 2
        while end < bytes.count, at(end) != UInt8(ascii: "*") || at(end + 1) != UInt8(ascii: "/") {
          end += 1
        }
        copy(through: end + 2)
      case UInt8(ascii: ":"):
        let name = bytes[(place + 1)...].prefix { isName($0) }
        guard let first = name.first, !(48...57).contains(first),
          place == 0 || !isBeforeSlice(bytes[place - 1])
        else {
          if let sign = QuerySigns.parameter(in: bytes, at: place) { other(sign) }
          copy(through: place + 1)
          continue
        }
        text += Array(value(String(decoding: name, as: UTF8.self)).utf8)
        place += 1 + name.count
      default:
        if let sign = QuerySigns.parameter(in: bytes, at: place) { other(sign) }
        copy(through: place + 1)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
      || (97...122).contains(byte)
  }

  static func isBeforeSlice(_ byte: UInt8) -> Bool {
    isName(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "]") || byte >= 0x80
  }
}
