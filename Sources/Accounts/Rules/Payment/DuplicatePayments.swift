import Engines
import Ledger
import Values

/// Payments from before a change that may be the current payment: of the account, day and amount,
/// unless method or reference tell them apart. The file may come again with a column added or dropped, or
/// with the reference written differently, e.g. `r-01` for `R1`.
struct DuplicatePayments {
  let row: Row<Payment>
  let hasMethod: Bool
  let words: PaymentWords
  /// What is about the same account and day.
  let place: String

  /// - Parameter hasMethod: whether the method was given; `other` stands for any.
  init(_ row: Row<Payment>, hasMethod: Bool) {
    self.row = row
    self.hasMethod = hasMethod && row[Payment.method] != .other
    words = PaymentWords(row, hasMethod: self.hasMethod)
    place = "payment \(row[Payment.account]) \(row[Payment.postedOn])"
  }

  /// Whether a row of a file is on record.
  func isKnown(in books: Books) throws(RuleError) -> Bool {
    guard books.repeats.isOfFile else { return false }
    return try books.first(words.ofDay, among: known(in: books)) != nil
  }

  /// The number of the first one that no other row was matched with; nil if there is none, or
  /// where the payment is meant. Throws if it must not be posted again.
  func first(in books: Books) throws(RuleError) -> String? {
    guard books.repeats.compares else { return nil }
    let known = try known(in: books)
    guard let number = try books.first(words.ofDay, among: known) else {
      if words.ownReference != nil, let like = try otherAmount(among: known, in: books) {
        try checkIsFurther(than: like, in: books)
      }
      return nil
    }
    if books.repeats.isOfFile { known.match(number) }
    guard books.repeats == .refuse else { return number }
    throw books.refusalOfKnown(
      field: "amount",
      found: "\(row[Payment.amount]) of \(row[Payment.postedOn]), which payment \(number) "
        + "already posted to account \(row[Payment.account])"
        + (try fate(of: number, in: books).map { ", and which was \($0)" } ?? ""),
      expected: "a payment that has not been posted")
  }

  /// A payment on record that is like this one, of a few days before or after. A file may have come again with
  /// other days: no other row of that day is taken for it. Of the two, one or both have no reference; the
  /// column may have been added or dropped.
  func nearby(in books: Books) throws(RuleError) -> DuplicatePayment? {
    guard books.repeats.compares, !books.acceptsUnusual else { return nil }
    let known = try known(in: books)
    if let key = try books.first(words.nearby, among: known) {
      known.match(key)
      return try books.payment(key: key).map { DuplicatePayment($0) }
    }
    guard books.repeats.isOfFile else { return nil }
    if let key = try books.first(words.forOtherBill, among: known) {
      known.match(key)
      return try books.payment(key: key).map { DuplicatePayment($0, .otherBill) }
    }
    return try MisreadPayment(row: row, words: words).found(in: books)
  }

  /// The row is posted. What was loaded is kept for further rows of the account and day, which would
  /// otherwise go through those before them.
  func notePosted(in books: Books) throws(RuleError) {
    guard books.repeats.isOfFile else { return }
    try known(in: books).add()
  }

  /// What became of a payment that does not count for the account any more, e.g. `reversed on 2026-03-05`.
  func fate(of number: String, in books: Books) throws(RuleError) -> String? {
    guard let payment = try books.payment(key: number) else { return nil }
    if let day = payment[Payment.reversedOn] { return "reversed on \(day)" }
    let account = payment[Payment.account]
    return account == row[Payment.account] ? nil : "moved to account \(account)"
  }

  /// What is said of a payment that is posted anyway.
  func notice(_ number: String, of what: String, in books: Books) throws(RuleError) -> String {
    let fate = try fate(of: number, in: books)
    return "payment \(number) of the same \(what) "
      + (fate.map { "was \($0)" } ?? "is also on record")
  }

  /// A payment with the reference and day of one that the file does not have is more likely a
  /// correction of its amount: both would count.
  private func checkIsFurther(than number: String, in books: Books) throws(RuleError) {
    guard let like = try books.payment(key: number) else { return }
    try books.checkIsNoCorrection(
      field: "amount",
      found: "\(row[Payment.amount]); payment \(number) to account \(row[Payment.account]) on "
        + "\(row[Payment.postedOn]), \(row[Payment.method].rawValue), is \(like[Payment.amount])",
      correction: "reverse payment \(number) first with "
        + "\(run: "payment reverse", number, options: ["reason": "corrected"])")
  }

  /// The row says which payment it is, by its reference: no other row of the file is taken for it.
  func claim(_ number: Int64, in books: Books) throws(RuleError) {
    guard books.repeats != .note else { return }
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

  func known(in books: Books) throws(RuleError) -> KnownRows {
    try books.known(at: place) { () throws(RuleError) in try load(books) }
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let (day, reach) = (row[Payment.postedOn], RepeatPolicy.movedDays)
    let near = try Payment.near(row, in: books, books.baseline(of: Payment.self))
    let moved = try books.paymentsMoved(
      from: row[Payment.account], on: day.adding(days: -reach)...day.adding(days: reach))
    let rows = near.filter { $0[Payment.postedOn] == day }
    // A file that comes again must not post once more what the bank returned, or what was moved.
    let standing = rows.filter { $0[Payment.reversedOn] == nil }
    let gone =
      rows.filter { $0[Payment.reversedOn] != nil }
      + moved.filter { $0[Payment.postedOn] == day }
    let others = (near + moved).filter {
      let distance = $0[Payment.postedOn] - day
      return distance != 0 && abs(distance) <= reach && $0[Payment.reversedOn] == nil
    }
    let isOfFile = books.repeats.isOfFile
    func found(
      _ payments: [Row<Payment>], by words: (PaymentWords) -> [String]
    ) -> [(key: String, words: [String])] {
      payments.map { (key: "\($0[Payment.payment])", words: words(PaymentWords($0))) }
    }
    return KnownRows(
      // Only what counts can be another one than the row.
      found(standing) { $0.known + [$0.kind] + $0.knownForOtherBill }
        + found(gone.filter { isOfFile || $0[Payment.reversedOn] == nil }) { $0.known }
        + found(others) { $0.knownNearby })
  }
}

extension Books {
  /// The payment that was found among known rows.
  func payment(key: String) throws(RuleError) -> Row<Payment>? {
    guard let number = Int64(key) else { return nil }
    return try find(Payment.self, number)
  }

  /// The first payment that one of the words finds. A payment that the run posted which left out the current row
  /// came from another row of its file.
  func first(_ words: [String], among known: KnownRows) throws(RuleError) -> String? {
    try known.first(words) { (key) throws(RuleError) in try !isOfSameFile(Payment.self, key) }
  }
}
