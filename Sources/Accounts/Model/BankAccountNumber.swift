/// A bank account's number. It has no description: no text may show it but by `digits`.
public struct BankAccountNumber: FieldValue, Equatable, CustomStringConvertible,
  CustomReflectable
{
  public static let valueName = "bank-account"
  let digits: String

  public var description: String { "•••" + lastFour }
  public var customMirror: Mirror { Mirror(self, children: []) }
  var lastFour: String { String(digits.suffix(4)) }

  init(trusted digits: String) { self.digits = digits }

  /// NACHA gives it 17 places. What was typed is in no fault.
  public init(parsing bytes: CellBytes) throws(ValueFault) {
    let kept = bytes.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    guard (4...17).contains(kept.count), kept.allSatisfy(isDigit) else {
      throw ValueFault(
        .malformed, found: "\(kept.count) characters",
        expected: "a bank account number of 4 to 17 digits",
        mend: "copy it from the check, without the routing number and the check's own number")
    }
    digits = String(decoding: kept, as: UTF8.self)
  }
}
