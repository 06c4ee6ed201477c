/// An e-mail address that a portal can send to: a dot-atom or quoted local part and a host name.
/// Source: RFC 5321 section 4.1.2, RFC 5322 section 3.4.1; comments, folding white space and
/// address literals are refused.
package struct EmailAddress: TextValue {
  package static let valueName = "email"
  package static let isPersonal = true
  package static let expected = "an e-mail address, e.g. pat@example.com"
  package static let longest = 254
  package static let nature = TextNature.code
  package let text: String
  package init(trusted text: String) { self.text = text }

  /// As messages show an address that was not typed.
  package var masked: String { Mask.masked(text) }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      return ValueFault(.malformed, found: bytes, expected: expected, remedy: "the @ is missing")
    }
    if Mask.isMasked(bytes) {
      return ValueFault(.malformed, found: bytes, expected: expected, remedy: Mask.remedy)
    }
    if bytes.first == UInt8(ascii: "'") {
      let likely = String(decoding: SpreadsheetMark.rest(of: bytes), as: UTF8.self)
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: SpreadsheetMark.remedy(likely: likely))
    }
    if let remedy = localFault(bytes[..<at]) ?? hostFault(bytes[(at + 1)...]) {
      return ValueFault(.malformed, found: bytes, expected: expected, remedy: remedy)
    }
    return nil
  }

  private static func localFault(_ local: Slice<CellBytes>) -> String? {
    guard !local.isEmpty else { return "the part before the @ is missing" }
    guard local.count <= 64 else { return "the part before the @ has more than 64 characters" }
    if local.first == UInt8(ascii: "\""), local.last == UInt8(ascii: "\""), local.count > 2 {
      return quotedFault(local.dropFirst().dropLast())
    }
    for part in local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a dot is first, last or doubled before the @" }
      for byte in part where !isAtom(byte) {
        return "\(Character(UnicodeScalar(byte))) is not allowed before the @"
      }
    }
    return nil
  }

  private static func quotedFault(_ quoted: Slice<CellBytes>) -> String? {
    var isEscaped = false
    for byte in quoted {
      if !isEscaped, byte == UInt8(ascii: "\"") { return "there is a quote inside the quotes" }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return isEscaped ? "a backslash is last inside the quotes" : nil
  }

  private static func hostFault(_ host: Slice<CellBytes>) -> String? {
    guard !host.isEmpty else { return "the part after the @ is missing" }
    guard host.count <= 253 else { return "the host is too long" }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1 else { return "the host has no dot" }
    for label in labels {
      if label.isEmpty { return "a dot is first, last or doubled after the @" }
      if label.count > 63 { return "a part of the host is longer than 63 characters" }
      let dash = UInt8(ascii: "-")
      if label.first == dash || label.last == dash {
        return "a part of the host begins or ends with -"
      }
      for byte in label where !(isDigit(byte) || isLetter(byte) || byte == dash) {
        return "the host has a character that is not allowed"
      }
    }
    return labels.last?.allSatisfy(isDigit) == true ? "the host ends in a number" : nil
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  /// As the portal compares addresses: without regard to case.
  package var folded: String { text.lowercased() }
}

extension EmailAddress {
  /// As users are found by it.
  package var signInName: EmailAddress { EmailAddress(trusted: folded) }
}
