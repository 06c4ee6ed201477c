import Engines
import Ledger
import Values

/// The words that find a payment on record, and those that a payment of a file may be found by. To work out
/// what a reference tells takes time, so it is done once for a payment.
struct PaymentWords {
  private let row: Row<Payment>
  private let hasMethod: Bool
  /// The reference in letters and digits alone, without zeros before a number; nil if there is none.
  let plainReference: String?
  /// The plain reference if it can be this payment's alone: the account's number, or words such as
  /// `AUTOPAY`, come with each one.
  let ownReference: String?

  /// - Parameter hasMethod: whether the method was given; else any will do.
  init(_ row: Row<Payment>, hasMethod: Bool = true) {
    self.row = row
    self.hasMethod = hasMethod
    plainReference = row[Payment.reference].map { Self.plain($0.text) }
    ownReference = plainReference.flatMap {
      Self.isOwn($0, of: row[Payment.account]) ? $0 : nil
    }
  }

  private static func plain(_ text: String) -> String {
    var words = ""
    for letter in text.uppercased() where letter.isLetter || letter.isNumber {
      if letter == "0", words.last.map({ !$0.isNumber }) ?? true { continue }
      words.append(letter)
    }
    return words
  }

  private static func isOwn(_ reference: String, of account: AccountNumber) -> Bool {
    guard reference.contains(where: \.isNumber) else { return false }
    let account = plain(account.text)
    return reference != account && !(account.count > 4 && reference.contains(account))
  }
}

/// Of the same day.
extension PaymentWords {
  /// What finds a payment on record.
  var known: [String] {
    let groups = plainReference == nil ? ["any", "without reference"] : ["any"]
    return withAmount(
      byReference + groups.flatMap { group in knownMethodsAndBills.map { "\(group) \($0)" } })
  }

  /// What it may be found by, the likeliest first.
  var ofDay: [String] {
    let group = plainReference == nil ? "any" : "without reference"
    return withAmount(byReference + methodsAndBills.map { "\(group) \($0)" })
  }

  private var byReference: [String] { plainReference.map { ["reference " + $0] } ?? [] }

  /// What a correction of its amount leaves as it is.
  var kind: String {
    if let ownReference { return "any amount reference \(ownReference)" }
    return "any amount \(row[Payment.method].rawValue) \(row[Payment.bill]?.text ?? "")"
  }

  /// What finds a payment that names a bill, for one that names another.
  var knownForOtherBill: [String] {
    guard row[Payment.bill] != nil else { return [] }
    return withAmount(knownMethods.map { "other bill \($0) \(knownReference)" })
  }

  var forOtherBill: [String] {
    guard row[Payment.bill] != nil else { return [] }
    return withAmount(
      references.flatMap { reference in methods.map { "other bill \($0) \(reference)" } })
  }
}

/// Of another day, where a reference does not tell them apart.
extension PaymentWords {
  /// What finds a payment on record.
  var knownNearby: [String] {
    withAmount(knownMethodsAndBills.map { "nearby \($0) \(knownReference)" })
  }

  /// What it may be found by, the likeliest first.
  var nearby: [String] {
    withAmount(
      references.flatMap { reference in methodsAndBills.map { "nearby \($0) \(reference)" } })
  }

  /// What finds a payment on record by its own reference.
  var knownByReference: [String] {
    ownReference.map { reference in withAmount(knownMethods.map { "\($0) \(reference)" }) } ?? []
  }

  /// What it may be found by then.
  var byOwnReference: [String] {
    ownReference.map { reference in withAmount(methods.map { "\($0) \(reference)" }) } ?? []
  }
}

extension PaymentWords {
  /// The methods that find a payment on record.
  var knownMethods: [String] { ["any", row[Payment.method].rawValue] }

  /// The methods that it may be found by.
  var methods: [String] {
    hasMethod ? [row[Payment.method].rawValue, PaymentMethod.other.rawValue] : ["any"]
  }

  func withAmount(_ words: [String]) -> [String] {
    words.map { "\(row[Payment.amount]) \($0)" }
  }

  /// One that names no bill may be for any.
  private var knownMethodsAndBills: [String] {
    let bill = row[Payment.bill].map { "bill \($0)" } ?? "no bill"
    return knownMethods.flatMap { ["\($0) any bill", "\($0) \(bill)"] }
  }

  /// Payments that name two bills are two payments.
  private var methodsAndBills: [String] {
    let bills = row[Payment.bill].map { ["bill \($0)", "no bill"] } ?? ["any bill"]
    return bills.flatMap { bill in methods.map { "\($0) \(bill)" } }
  }

  private var knownReference: String { ownReference == nil ? "" : "with reference" }

  /// With a reference, only a payment without one is meant.
  private var references: [String] { ownReference == nil ? ["", "with reference"] : [""] }
}
