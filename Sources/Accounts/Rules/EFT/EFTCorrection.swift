import Values

/// A notification of change: what the bank says is right, by the places that its code gives it.
struct EFTCorrection {
  let details: BankDetails

  /// Nil for codes that change nothing of an enrollment (C04, a name) or are not known.
  init?(_ code: String, _ corrected: String) throws(ValueFault) {
    let data = Array(corrected.utf8)
    func text(_ range: Range<Int>) -> String {
      String(
        decoding: data[min(range.lowerBound, data.count)..<min(range.upperBound, data.count)],
        as: UTF8.self
      )
      .split(separator: " ").joined()
    }
    // Places within the corrected data.
    let places: (routing: Range<Int>?, account: Range<Int>?, type: Range<Int>?)
    switch code {
    case "C01": places = (nil, 0..<17, nil)
    case "C02": places = (0..<9, nil, nil)
    case "C03": places = (0..<9, 12..<29, nil)
    case "C05": places = (nil, nil, 0..<2)
    case "C06": places = (nil, 0..<17, 20..<22)
    case "C07": places = (0..<9, 9..<26, 26..<28)
    default: return nil
    }
    var routing: RoutingNumber?
    var account: BankAccountNumber?
    var type: BankAccountType?
    if let place = places.routing { routing = try RoutingNumber(text(place)) }
    if let place = places.account { account = try BankAccountNumber(text(place)) }
    if let place = places.type { type = try Self.type(text(place)) }
    details = BankDetails(routing: routing, bankAccount: account, type: type)
  }

  /// 2x is a checking account, 3x a savings account.
  private static func type(_ code: String) throws(ValueFault) -> BankAccountType {
    switch code.first {
    case "2": return .checking
    case "3": return .savings
    default:
      throw ValueFault(
        .malformed, found: code, expected: "a transaction code that begins with 2 or 3",
        mend: "ask the bank which kind of account it is, and use `eft set`")
    }
  }
}
