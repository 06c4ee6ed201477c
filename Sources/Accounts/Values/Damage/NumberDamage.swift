/// A number as `1.23E+11`, of which a spreadsheet has dropped the last digits, or as `1.00001E5`,
/// in which other programs keep all of them.
struct ShortenedNumber {
  private let digits: String
  private let length: Int
  private let isWhole: Bool

  init?(_ bytes: CellBytes) {
    guard let first = bytes.first, isDigit(first),
      let e = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), e + 1 < bytes.count,
      bytes[..<e].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    else { return nil }
    let hasSign = bytes[e + 1] == UInt8(ascii: "+")
    // Without a sign, a point and the capital letter, it may well be a code.
    let hasPoint = bytes[1] == UInt8(ascii: ".") || bytes[1] == UInt8(ascii: ",")
    guard hasSign || bytes[e] == UInt8(ascii: "E") && e > 2 && hasPoint,
      let exponent = Self.exponent(bytes[(hasSign ? e + 2 : e + 1)...])
    else { return nil }
    isWhole = !hasSign
    digits = String(decoding: bytes[..<e].filter(isDigit), as: UTF8.self)
    length = bytes[..<e].prefix(while: isDigit).count + exponent
  }

  private static func exponent(_ digits: Slice<CellBytes>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(isDigit),
      let exponent = Int(String(decoding: digits, as: UTF8.self)), exponent < 100
    else { return nil }
    return exponent
  }

  var cause: String {
    isWhole ? "a program wrote the number with an exponent" : "a spreadsheet shortened the number"
  }

  var likely: String {
    guard isWhole || digits.count >= length else {
      return "a number of \(length) digits that begins with \(digits)"
    }
    let whole = digits.prefix(length)
    var decimals = digits.dropFirst(length)
    while decimals.last == "0" { decimals.removeLast() }
    return String(whole) + String(repeating: "0", count: length - whole.count)
      + (decimals.isEmpty ? "" : ".\(decimals)")
  }
}

/// What else people and spreadsheets write for an amount or a number.
enum NumberDamage {
  /// The plain decimal that is likely meant; nil if nothing is.
  static func likely(_ bytes: CellBytes) -> String? {
    var core = Array(String(decoding: bytes, as: UTF8.self).uppercased().unicodeScalars)
    core.removeAll { CellBlanks.isBlank($0) || "$€£'’\"".unicodeScalars.contains($0) }
    core = core.map { "−–—".unicodeScalars.contains($0) ? "-" : $0 }
    var text = String(String.UnicodeScalarView(core))
    var isNegative = false
    for word in ["USD", "US"] where text.hasPrefix(word) { text.removeFirst(word.count) }
    for word in ["USD", "CR", "DR"] where text.hasSuffix(word) {
      text.removeLast(word.count)
      isNegative = word == "CR"
    }
    if text.hasPrefix("("), text.hasSuffix(")"), text.count > 2 {
      isNegative = true
      text = String(text.dropFirst().dropLast())
    }
    if text.hasPrefix("-") || text.hasSuffix("-") {
      isNegative.toggle()
      text = String(text.hasPrefix("-") ? text.dropFirst() : text.dropLast())
      // So an accountant writes zero.
      if text.isEmpty { return "0" }
    }
    return plain(text).map { (isNegative ? "-" : "") + $0 }
  }

  /// Digits with marks between thousands, and a point or comma for decimals.
  private static func plain(_ text: String) -> String? {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard text.contains(where: \.isNumber),
      text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2E || $0 == 0x2C })
    else { return nil }
    guard let last = marks.last else { return text }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let isMixed = marks.contains { $0 != last }
    let groups = isMixed ? parts.dropLast() : parts[...]
    let isGrouped =
      (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
    if isMixed {
      guard isGrouped, marks.dropLast().allSatisfy({ $0 != last }) else { return nil }
      return groups.joined() + "." + (parts.last ?? "")
    }
    if isGrouped, parts.count > 2 || last == "," && parts[0] != "0" { return parts.joined() }
    return parts.count == 2 ? (parts[0].isEmpty ? "0" : parts[0]) + "." + parts[1] : nil
  }

  /// A decimal whose tail a calculation has left behind, as `12.340000000000002`, at fewer places.
  static func withoutTail(_ text: String, places: Int) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count >= 9 else { return nil }
    let kept = parts[1].prefix(places)
    let tail = parts[1].dropFirst(places).dropLast(2)
    guard let digit = tail.first, digit == "0" || digit == "9", tail.allSatisfy({ $0 == digit })
    else { return nil }
    if digit == "0" { return "\(parts[0]).\(kept)" }
    let digits = parts[0].filter(\.isNumber) + kept
    guard digits.count < 18, let number = Int64(digits) else { return nil }
    let next = String(number + 1)
    let padded = String(repeating: "0", count: max(0, places + 1 - next.count)) + next
    return (text.hasPrefix("-") ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
