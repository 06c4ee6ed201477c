/// The payer's or the bank's reference of a payment, e.g. a check number. Payments of the same one
/// count as one.
package struct PaymentReference: TextValue {
  package static let valueName = "text"
  package static let expected = "a reference, e.g. a check number"
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let isEmpty = bytes.allSatisfy { byte in
      byte == UInt8(ascii: "0") || !(isDigit(byte) || isLetter(byte) || byte >= 0x80)
    }
    if let remedy = IdentifierDamage.truthRemedy(bytes) {
      return ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: remedy)
    }
    guard isEmpty || Placeholder.isNone(bytes) else { return nil }
    return ValueFault(
      .spreadsheetDamage, found: bytes, expected: expected,
      remedy: "this is a placeholder, not a reference; leave it blank")
  }
}
