import Values

/// A notification of change: what the bank says is right, by the places that its code gives it.
/// Source: Nacha Operating Rules, Appendix Five (notification of change, table of change codes): what
/// is corrected holds from the next entry on, at the latest after six banking days.
enum EFTCorrection {
  /// Bank details of the enrollment.
  case details(BankDetails)
  /// A correction that a person has to make: what the bank says, and the command.
  case byHand(String)

  init(_ code: String, _ corrected: String, _ account: String, _ cid: String) throws(ValueFault) {
    let data = CorrectedData(corrected)
    // Places within the corrected data.
    let places: (routing: Range<Int>?, account: Range<Int>?, type: Range<Int>?)
    switch code {
    case "C01": places = (nil, 0..<17, nil)
    case "C02": places = (0..<9, nil, nil)
    case "C03": places = (0..<9, 12..<29, nil)
    case "C05": places = (nil, nil, 0..<2)
    case "C06": places = (nil, 0..<17, 20..<22)
    case "C07": places = (0..<9, 9..<26, 26..<28)
    default:
      self = .byHand(Self.byHand(code, data, account, cid))
      return
    }
    try data.check([places.routing, places.account, places.type].compactMap { $0 }, of: code)
    var routing: RoutingNumber?
    var number: BankAccountNumber?
    var type: BankAccountType?
    if let place = places.routing { routing = try RoutingNumber(data.word(place)) }
    if let place = places.account { number = try BankAccountNumber(data.word(place)) }
    if let place = places.type { type = try Self.type(data.word(place)) }
    self = .details(BankDetails(routing: routing, bankAccount: number, type: type))
  }

  private static func byHand(
    _ code: String, _ data: CorrectedData, _ account: String, _ cid: String
  ) -> String {
    switch code {
    case "C04":
      "the bank account's name is \(word: data.words(0..<22)); ask the customer, then run "
        + "\(run: "customer set", cid, options: ["name": data.words(0..<22)])"
    case "C08": "it is for payments to other countries, which the city does not send; ask the bank"
    case "C09":
      "the individual ID should be \(word: data.words(0..<22)), but entries carry the account number; see "
        + "`account show \(word: account)`"
    case "C10":
      "the city's name should be \(word: data.words(0..<16)): run "
        + "`setting set eft.company-name \(word: data.words(0..<16))`"
    case "C11":
      "the company ID should be \(word: data.words(0..<10)): run "
        + "`setting set eft.company-id \(word: data.words(0..<10))`"
    case "C12":
      "the company ID should be \(word: data.words(0..<10)) and the city's name \(word: data.words(10..<26)): run "
        + "`setting set eft.company-id \(word: data.words(0..<10))` and "
        + "`setting set eft.company-name \(word: data.words(10..<26))`"
    case "C13":
      "the bank could not read the entry's addenda, but the city sends none; ask the bank"
    default: "the code is unknown; ask the bank, and see `eft show \(word: account)`"
    }
  }

  /// 2x is a checking account, 3x a savings account.
  private static func type(_ code: String) throws(ValueFault) -> BankAccountType {
    switch code.first {
    case "2": return .checking
    case "3": return .savings
    default:
      throw ValueFault(
        .malformed, found: code, expected: "a transaction code that begins with 2 or 3",
        remedy: "ask the bank which kind of account it is, and use `eft set`")
    }
  }
}

/// The places of a correction.
private struct CorrectedData {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// What there is of a field, as the data may end before it.
  private func kept(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.clamped(to: bytes.indices)]
  }

  private func text(_ range: Range<Int>) -> [Substring] {
    String(decoding: kept(range), as: UTF8.self).split(separator: " ").map { $0 }
  }

  /// Refuses data that are not in their fields: where blanks were lost or added, the digits there are
  /// another number, which would be drafted from.
  func check(_ fields: [Range<Int>], of code: String) throws(ValueFault) {
    let blank = UInt8(ascii: " ")
    let strays = bytes.indices.contains { place in
      bytes[place] != blank && !fields.contains { $0.contains(place) }
    }
    guard !strays else { throw Self.misplaced("characters outside the fields of \(code)", code) }
    for field in fields {
      let rest = kept(field).drop { $0 != blank }
      guard rest.allSatisfy({ $0 == blank }) else {
        throw Self.misplaced("spaces before or within a field of \(code)", code)
      }
    }
  }

  private static func misplaced(_ found: String, _ code: String) -> ValueFault {
    ValueFault(
      .malformed, found: found, expected: "each field of \(code) at its place in the bank's record",
      remedy: "ask the bank")
  }

  /// A number, without blanks.
  func word(_ range: Range<Int>) -> String { text(range).joined() }

  func words(_ range: Range<Int>) -> String { text(range).joined(separator: " ") }
}
