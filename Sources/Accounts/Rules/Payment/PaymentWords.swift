import Engines
import Ledger
import Values

/// The words that find a payment on record, and those that it may be found by.
extension Row<Payment> {
  /// The reference in letters and digits alone, without zeros before a number; nil if there is none.
  var plainReference: String? {
    self[Payment.reference].map { Self.plain($0.text) }
  }

  private static func plain(_ text: String) -> String {
    var words = ""
    for letter in text.uppercased() where letter.isLetter || letter.isNumber {
      if letter == "0", words.last.map({ !$0.isNumber }) ?? true { continue }
      words.append(letter)
    }
    return words
  }

  /// The plain reference if it can be this payment's alone: the account's number, or words such as
  /// `AUTOPAY`, come with each one.
  var ownReference: String? {
    guard let reference = plainReference, reference.contains(where: \.isNumber) else { return nil }
    let account = Self.plain(self[Payment.account].text)
    return reference == account || account.count > 4 && reference.contains(account)
      ? nil : reference
  }

  /// What finds a payment on record of another day, where a reference does not tell it apart.
  var knownWithoutReference: [String] {
    let reference = ownReference == nil ? "" : "with reference"
    return knownByMethodAndBill.map { "\(self[Payment.amount]) nearby \($0) \(reference)" }
  }

  /// What it may be found by on another day, the likeliest first. With a reference, only one without.
  func wordsWithoutReference(hasMethod: Bool) -> [String] {
    let references = ownReference == nil ? ["", "with reference"] : [""]
    return references.flatMap { reference in
      methodsAndBills(hasMethod: hasMethod).map {
        "\(self[Payment.amount]) nearby \($0) \(reference)"
      }
    }
  }

  /// What finds a payment on record by its method and its bill; one that names no bill may be for any.
  var knownByMethodAndBill: [String] {
    let bill = self[Payment.bill].map { "bill \($0)" } ?? "no bill"
    return knownMethods.flatMap { ["\($0) any bill", "\($0) \(bill)"] }
  }

  /// What it may be found by, the likeliest first. Payments that name two bills are two payments.
  func methodsAndBills(hasMethod: Bool) -> [String] {
    let bills = self[Payment.bill].map { ["bill \($0)", "no bill"] } ?? ["any bill"]
    return bills.flatMap { bill in methods(isGiven: hasMethod).map { "\($0) \(bill)" } }
  }

  /// The methods that find a payment on record.
  var knownMethods: [String] { ["any", self[Payment.method].rawValue] }

  /// The methods that it may be found by.
  func methods(isGiven: Bool) -> [String] {
    isGiven ? [self[Payment.method].rawValue, PaymentMethod.other.rawValue] : ["any"]
  }
}
