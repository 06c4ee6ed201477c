/// The name of a scheduled report, with which its files begin.
package struct ScheduleName: TextValue {
  package static let valueName = "name"
  package static let expected = "a name of letters, digits, dashes and underscores"
  package static let nature = TextNature.code
  package static let longest = 40
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let isPlain = bytes.allSatisfy { byte in
      isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || "-_".utf8.contains(byte)
    }
    return isPlain && bytes.first != UInt8(ascii: "-")
      ? nil
      : ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "e.g. monthly-use; its files begin with it"
      )
  }
}
