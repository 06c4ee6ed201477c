/// Cents without a point, as banks and programs with columns of a fixed width write an amount: `0000003117`.
enum CentCount {
  static let cause = "leading zeros and no point: a count of cents"

  /// The amount that is likely meant, and dollars, too, where a person may have typed so few digits; nil if
  /// the text does not begin with a zero, or has a point.
  static func likely(_ text: some Collection<UInt8>) -> String? {
    let sign = text.first == UInt8(ascii: "-") ? "-" : ""
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard digits.count > 1, digits.first == UInt8(ascii: "0"), digits.allSatisfy(isDigit) else {
      return nil
    }
    let cents = String(decoding: digits.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
    let padded = String(repeating: "0", count: max(0, 3 - cents.count)) + cents
    let amount: String = sign + padded.dropLast(2) + "." + padded.suffix(2)
    return digits.count > 3 || cents.isEmpty
      ? amount : "\(amount), or \(sign)\(cents).00 if it is dollars"
  }

  static func likely(_ text: String) -> String? { likely(text.utf8) }
}
