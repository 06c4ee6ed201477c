/// Personal data as shown without --reveal.
package enum Mask {
  /// Keeps the first letter and the host of an e-mail address, the last four digits of a telephone
  /// number before its extension, and the last four characters of anything else; nothing of a short
  /// text.
  package static func masked(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    if let sign = bytes.lastIndex(of: UInt8(ascii: "@")) {
      let first = bytes.prefix { $0 != UInt8(ascii: "@") }.first.map { [$0] } ?? []
      return (first.first ?? 0x80 < 0x80 ? first : []) + dots + bytes[sign...]
    }
    if let digits = phoneDigits(bytes) { return dots + digits.suffix(4) }
    let last = bytes.suffix(4)
    return bytes.count > 6 && last.allSatisfy { $0 < 0x80 } ? dots + last : dots
  }

  /// The digits of a telephone number, without an extension; nil if the text is none.
  private static func phoneDigits(_ bytes: [UInt8]) -> [UInt8]? {
    let number = bytes.prefix { isDigit($0) || phoneSigns.contains($0) }
    let digits = number.filter(isDigit)
    return digits.count >= PhoneNumber.leastDigits ? digits : nil
  }

  private static let phoneSigns = Array(" ()+./-".utf8)

  package static func masked(_ text: String) -> String {
    String(decoding: masked(text.utf8), as: UTF8.self)
  }

  /// Masks what looks like an e-mail address within a text, as a mail program's answer may have it.
  package static func maskingAddresses(in text: String) -> String {
    var rest = text.unicodeScalars[...]
    var made = ""
    while let first = rest.first {
      let isPart = isOfAddress(first)
      let run = rest.prefix { isOfAddress($0) == isPart }
      let word = String(run)
      made += isPart && word.contains("@") ? masked(word) : word
      rest = rest.dropFirst(run.count)
    }
    return made
  }

  /// The same, and what is before the @ of one address wherever it appears.
  package static func hiding(_ address: EmailAddress, in text: String) -> String {
    let local = address.text.prefix { $0 != "@" }.lowercased()
    guard local.count > 2 else { return text }
    var rest = text[...]
    var made = ""
    while !rest.isEmpty {
      let head = rest.prefix(local.count)
      if head.lowercased() == local {
        made += ColumnType.mask
        rest = rest.dropFirst(local.count)
      } else {
        made.append(rest.removeFirst())
      }
    }
    return made
  }

  private static func isOfAddress(_ sign: Unicode.Scalar) -> Bool {
    sign.properties.isAlphabetic || sign.properties.numericType != nil
      || "@.!#$%&*+-/=?^_`{|}~".unicodeScalars.contains(sign)
  }

  private static let dots = Array(ColumnType.mask.utf8)

  /// Only a masked list that is fed back as a file has such text.
  static func isMasked(_ bytes: CellBytes) -> Bool {
    let lead = dots[0]
    guard bytes.contains(lead) else { return false }
    return (0..<max(bytes.count - dots.count + 1, 0)).contains { start in
      bytes[start] == lead && bytes[start..<(start + dots.count)].elementsEqual(dots)
    }
  }

  static let remedy = "it is masked: export it with \(option: "reveal"), or leave out the column"
}
