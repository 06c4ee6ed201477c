/// Parameters of SQL in the forms that have no value here: `?`, `?1`, `:1`, `@name`, `$1`.
enum QuerySigns {
  /// The parameter that begins at a byte outside of texts, quoted names and comments; nil if the sign
  /// is an operator, part of a name, a slice or a dollar quote.
  static func parameter(in bytes: [UInt8], at place: Int) -> String? {
    let sign = bytes[place]
    let name = bytes[(place + 1)...].prefix { QueryParameters.isName($0) }
    let before = place > 0 ? bytes[place - 1] : UInt8(ascii: " ")
    let after = place + 1 + name.count
    let next = bytes.indices.contains(after) ? bytes[after] : UInt8(ascii: " ")
    let isParameter =
      switch sign {
      case UInt8(ascii: "?"):
        before != sign && before != UInt8(ascii: "@") && !isKeyTest(bytes[(place + 1)...])
      case UInt8(ascii: ":"):
        !name.isEmpty && before != UInt8(ascii: "[") && !QueryParameters.isBeforeSlice(before)
      case UInt8(ascii: "@"):
        !name.isEmpty && !"@<>?!~".utf8.contains(before)
      case UInt8(ascii: "$"):
        !name.isEmpty && !QueryParameters.isName(before) && before != sign && next != sign
      default: false
      }
    return isParameter ? String(decoding: bytes[place..<after], as: UTF8.self) : nil
  }

  /// Whether what follows `?` makes it a server's operator on JSON: `object ? 'key'`, `?|`, `?&`.
  private static func isKeyTest(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first(where: { $0 != UInt8(ascii: " ") }) else { return false }
    return "'|&".utf8.contains(next)
  }
}
