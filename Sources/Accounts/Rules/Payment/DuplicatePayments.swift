import Engines
import Ledger
import Values

/// Payments from before a change that may be the current payment: of the account, day and amount,
/// unless method or reference tell them apart. The file may come again with a column added or dropped, or
/// with the reference written differently, e.g. `r-01` for `R1`.
struct DuplicatePayments {
  private let row: Row<Payment>
  private let hasMethod: Bool
  /// What is about the same account and day.
  private let place: String

  /// - Parameter hasMethod: whether the method was given; `other` stands for any.
  init(_ row: Row<Payment>, hasMethod: Bool) {
    self.row = row
    self.hasMethod = hasMethod && row[Payment.method] != .other
    place = "payment \(row[Payment.account]) \(row[Payment.postedOn])"
  }

  /// The number of the first one that no other row was matched with; nil if there is none, or
  /// where the payment is meant. Throws if it must not be posted again.
  func first(in books: Books) throws(RuleError) -> String? {
    guard books.repeats.compares else { return nil }
    let known = try known(in: books)
    guard let number = known.first(words) else {
      // Without a method, another file of the day is as likely.
      let tellsKind = hasMethod || row[Payment.reference] != nil
      let mayCorrect = books.repeats == .skip || books.repeats == .refuse && tellsKind
      let like = try known.first([Self.kind(row)]) { (number) throws(RuleError) in
        try !books.isOfSameFile(Payment.self, number)
      }
      if mayCorrect, let like { try checkIsFurther(than: like, in: books) }
      return nil
    }
    if books.repeats.isOfFile { known.match(number) }
    guard books.repeats == .refuse else { return number }
    throw books.refusalOfKnown(
      field: "amount",
      found: "\(row[Payment.amount]) of \(row[Payment.postedOn]), which payment \(number) has "
        + "posted to account \(row[Payment.account]) already"
        + (try reversal(of: number, in: books).map { ", and which was reversed on \($0)" } ?? ""),
      expected: "a payment that has not been posted")
  }

  /// A payment of a file that is like one on record of a day before or after, so that the file may have
  /// come again with other days: what is on record, which no other row of that day is taken for. Of the
  /// two, one or both have no reference; the column may have been added or dropped.
  func nearby(in books: Books) throws(RuleError) -> DuplicatePayment? {
    guard books.repeats.isOfFile, !books.acceptsUnusual else { return nil }
    let known = try known(in: books)
    guard let number = known.first(row.wordsWithoutReference(hasMethod: hasMethod)),
      let key = Int64(number),
      let other = try books.find(Payment.self, key)
    else { return nil }
    known.match(number)
    return DuplicatePayment(other)
  }

  /// The row is posted. What was loaded is kept for further rows of the account and day, which would
  /// otherwise go through those before them.
  func notePosted(in books: Books) throws(RuleError) {
    guard books.repeats.isOfFile else { return }
    try known(in: books).add()
  }

  /// The day on which a payment was reversed, if it was.
  func reversal(of number: String, in books: Books) throws(RuleError) -> CivilDate? {
    guard let key = Int64(number) else { return nil }
    return try books.find(Payment.self, key)?[Payment.reversedOn]
  }

  /// A payment of the day and method of one that the file does not have is more likely that one with
  /// another amount: both would count.
  private func checkIsFurther(than number: String, in books: Books) throws(RuleError) {
    guard let key = Int64(number), let like = try books.find(Payment.self, key) else { return }
    try books.checkIsNoCorrection(
      field: "amount",
      found: "\(row[Payment.amount]); payment \(number) to account \(row[Payment.account]) on "
        + "\(row[Payment.postedOn]), \(row[Payment.method].rawValue), is \(like[Payment.amount])",
      correction: "reverse payment \(number) first with "
        + "`payment reverse \(number) --reason corrected`")
  }

  /// The row says which payment it is, by its reference: no other row of the file is taken for it.
  func claim(_ number: Int64, in books: Books) throws(RuleError) {
    guard books.repeats.isOfFile else { return }
    let known = try known(in: books)
    guard !known.claim("\(number)") else { return }
    throw Self.matchedBefore(number)
  }

  static func matchedBefore(_ number: Int64) -> RuleError {
    .refuse(
      .duplicate, field: "reference",
      found: "payment \(number), already matched by an earlier row without a reference",
      expected: "rows with a reference before those without",
      remedy: "sort the file so that the rows with a reference come first")
  }

  private func known(in books: Books) throws(RuleError) -> KnownRows {
    try books.known(at: place) { () throws(RuleError) in try load(books) }
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let (day, isOfFile) = (row[Payment.postedOn], books.repeats.isOfFile)
    let baseline = try books.baseline(of: Payment.self)
    let near =
      try isOfFile
      ? Payment.near(row, in: books, baseline)
      : books.rows(Payment.ofDay, row[Payment.account], day, baseline)
    let rows = near.filter { $0[Payment.postedOn] == day }
    // A file that comes again must not post once more what the bank returned.
    let standing = rows.filter { $0[Payment.reversedOn] == nil }
    let reversed = isOfFile ? rows.filter { $0[Payment.reversedOn] != nil } : []
    let others = near.filter {
      let distance = $0[Payment.postedOn] - day
      return distance != 0 && abs(distance) <= RepeatPolicy.movedDays
        && $0[Payment.reversedOn] == nil
    }
    var known = (standing + reversed).map {
      (key: "\($0[Payment.payment])", words: Self.knownWords(of: $0))
    }
    known += others.map { (key: "\($0[Payment.payment])", words: $0.knownWithoutReference) }
    return KnownRows(known)
  }

  /// What finds a payment on record of the day.
  private static func knownWords(of payment: Row<Payment>) -> [String] {
    let groups = payment.plainReference == nil ? ["any", "without reference"] : ["any"]
    let own =
      (payment.plainReference.map { ["reference " + $0] } ?? [])
      + groups.flatMap { group in payment.knownByMethodAndBill.map { "\(group) \($0)" } }
    return own.map { "\(payment[Payment.amount]) \($0)" }
      + (payment[Payment.reversedOn] == nil ? [kind(payment)] : [])
  }

  /// What it may be found by, the likeliest first.
  private var words: [String] {
    let group = row.plainReference == nil ? "any" : "without reference"
    let own =
      (row.plainReference.map { ["reference " + $0] } ?? [])
      + row.methodsAndBills(hasMethod: hasMethod).map { "\(group) \($0)" }
    return own.map { "\(row[Payment.amount]) \($0)" }
  }

  /// What a correction of its amount leaves as it is.
  private static func kind(_ row: Row<Payment>) -> String {
    if let reference = row.plainReference { return "any amount reference \(reference)" }
    return "any amount \(row[Payment.method].rawValue) \(row[Payment.bill]?.text ?? "")"
  }
}

extension Row<Payment> {
  /// The reference in letters and digits alone, without zeros before a number; nil if there is none.
  var plainReference: String? {
    guard let reference = self[Payment.reference] else { return nil }
    var words = ""
    for letter in reference.text.uppercased() where letter.isLetter || letter.isNumber {
      if letter == "0", words.last.map({ !$0.isNumber }) ?? true { continue }
      words.append(letter)
    }
    return words
  }

  /// What finds a payment on record of another day, where a reference does not tell it apart.
  var knownWithoutReference: [String] {
    let reference = self[Payment.reference] == nil ? "" : "with reference"
    return knownByMethodAndBill.map { "\(self[Payment.amount]) nearby \($0) \(reference)" }
  }

  /// What it may be found by on another day, the likeliest first. With a reference, only one without.
  func wordsWithoutReference(hasMethod: Bool) -> [String] {
    let references = self[Payment.reference] == nil ? ["", "with reference"] : [""]
    return references.flatMap { reference in
      methodsAndBills(hasMethod: hasMethod).map {
        "\(self[Payment.amount]) nearby \($0) \(reference)"
      }
    }
  }

  /// What finds a payment on record by its method and its bill; one that names no bill may be for any.
  fileprivate var knownByMethodAndBill: [String] {
    let bill = self[Payment.bill].map { "bill \($0)" } ?? "no bill"
    return ["any", self[Payment.method].rawValue].flatMap { ["\($0) any bill", "\($0) \(bill)"] }
  }

  /// What it may be found by, the likeliest first. Payments that name two bills are two payments.
  fileprivate func methodsAndBills(hasMethod: Bool) -> [String] {
    let bills = self[Payment.bill].map { ["bill \($0)", "no bill"] } ?? ["any bill"]
    return bills.flatMap { bill in methods(isGiven: hasMethod).map { "\($0) \(bill)" } }
  }

  /// The methods that a payment on record may have.
  func methods(isGiven: Bool) -> [String] {
    isGiven ? [self[Payment.method].rawValue, PaymentMethod.other.rawValue] : ["any"]
  }
}
