import Engines
import Ledger
import Values

/// A payment from before a change that may be the current one although its day is another: it has the same
/// amount and reference, perhaps written differently, or the file says no days and comes again later.
struct PaymentOfAnotherDay {
  private let row: Row<Payment>
  private let saysDay: Bool
  private let words: PaymentWords

  init(row: Row<Payment>, saysDay: Bool, hasMethod: Bool) {
    self.row = row
    self.saysDay = saysDay
    words = PaymentWords(row, hasMethod: hasMethod)
  }

  /// What is told of it; nil if there is none, or where the payment is meant. Throws if it must not
  /// be posted.
  func found(in books: Books) throws(RuleError) -> DuplicatePayment? {
    guard books.repeats.compares else { return nil }
    let other: Row<Payment>? =
      if let other = try named(in: books) {
        other
      } else if let other = try misdated(in: books) {
        other
      } else {
        try nameless(in: books)
      }
    guard let other else { return nil }
    let number = other[Payment.payment]
    let isMoved = other[Payment.account] != row[Payment.account]
    let message =
      "\(row[Payment.amount]); payment \(number) of \(other[Payment.postedOn])"
      + (isMoved ? ", moved " : " ") + "to account \(other[Payment.account])"
      + (isMoved ? ", " : " ") + "has the same amount"
      + (row[Payment.reference] == nil
        ? "" : other[Payment.reference].map { " and reference \($0)" } ?? "")
    if saysDay, books.repeats.isOfFile {
      try books.checkIsNoCorrection(
        field: "on", found: "\(row[Payment.postedOn]) for \(message)",
        correction: isMoved
          ? "leave this row out"
          : "reverse payment \(number) first with "
            + "\(run: "payment reverse", number, options: ["reason": "corrected"])")
      return nil
    }
    guard books.repeats == .refuse else { return DuplicatePayment(other) }
    throw books.refusalOfKnown(
      field: "amount", found: message,
      expected: "a payment that has not been posted, or its date in `on`")
  }

  private func named(in books: Books) throws(RuleError) -> Row<Payment>? {
    guard words.ownReference != nil else { return nil }
    let known = try books.known(
      at: "named payments near \(row[Payment.account]) \(row[Payment.postedOn])"
    ) {
      () throws(RuleError) in try loadNamed(books)
    }
    guard let key = try books.first(words.byOwnReference, among: known),
      let payment = try books.payment(key: key)
    else { return nil }
    // A row without a reference is not this payment.
    if !saysDay, books.repeats.isOfFile, try !namelessKnown(in: books).claim(key) {
      throw DuplicatePayments.matchedBefore(payment[Payment.payment])
    }
    return payment
  }

  private func loadNamed(_ books: Books) throws(RuleError) -> KnownRows {
    let (day, reach) = (row[Payment.postedOn], RepeatPolicy.days)
    let rows =
      try Payment.near(row, in: books, books.baseline(of: Payment.self))
      + books.paymentsMoved(
        from: row[Payment.account], on: day.adding(days: -reach)...day.adding(days: reach))
    var days: [String: Set<CivilDate>] = [:]
    var known: [(reference: String, key: String, words: [String])] = []
    for payment in rows.reversed() where payment[Payment.reversedOn] == nil {
      let words = PaymentWords(payment)
      guard let reference = words.ownReference else { continue }
      days[reference, default: []].insert(payment[Payment.postedOn])
      guard payment[Payment.postedOn] != day else { continue }
      known.append((reference, "\(payment[Payment.payment])", words.knownByReference))
    }
    // What comes each week under one reference is another payment each time.
    let once = known.filter { days[$0.reference]?.count == 1 }
    return KnownRows(once.map { ($0.key, $0.words) }, among: rows.count)
  }

  /// One whose day is written in the other order, or with the year before or after.
  private func misdated(in books: Books) throws(RuleError) -> Row<Payment>? {
    guard saysDay, words.ownReference != nil, let reference = row[Payment.reference] else {
      return nil
    }
    let known = try books.known(at: "payments to \(row[Payment.account]) by \(reference)") {
      () throws(RuleError) in try load(reference, books)
    }
    let likely = row[Payment.postedOn].otherwiseWritten.flatMap { day in
      words.withAmount(words.methods.map { "\($0) \(day)" })
    }
    guard let key = try books.first(likely, among: known) else { return nil }
    return try books.payment(key: key)
  }

  private func load(_ reference: Line, _ books: Books) throws(RuleError) -> KnownRows {
    let baseline = try books.baseline(of: Payment.self)
    let moved = try books.paymentsMoved(from: row[Payment.account]).filter {
      $0[Payment.reference] == reference
    }
    let rows = try (books.rows(Payment.ofAnyDay, row[Payment.account], reference) + moved).filter {
      $0[Payment.payment] <= baseline && $0[Payment.reversedOn] == nil
    }
    // What comes each month or year under one reference is another payment each time.
    let isOnce = Set(rows.map { $0[Payment.postedOn] }).count == 1
    let known = (isOnce ? rows : []).map { payment in
      let words = PaymentWords(payment)
      return (
        key: "\(payment[Payment.payment])",
        words: words.withAmount(words.knownMethods.map { "\($0) \(payment[Payment.postedOn])" })
      )
    }
    return KnownRows(known, among: rows.count)
  }

  private func nameless(in books: Books) throws(RuleError) -> Row<Payment>? {
    guard !saysDay, books.repeats.isOfFile else { return nil }
    let known = try namelessKnown(in: books)
    guard let key = try books.first(words.nearby, among: known) else { return nil }
    known.match(key)
    return try books.payment(key: key)
  }

  private func namelessKnown(in books: Books) throws(RuleError) -> KnownRows {
    try books.known(at: "payment \(row[Payment.account]) before \(row[Payment.postedOn])") {
      () throws(RuleError) in try load(books)
    }
  }

  private func load(_ books: Books) throws(RuleError) -> KnownRows {
    let account = row[Payment.account]
    let (first, last) = (
      row[Payment.postedOn].adding(days: -RepeatPolicy.days), row[Payment.postedOn].adding(days: -1)
    )
    let rows =
      try books.rows(
        Payment.ofDays, account, first, last, try books.baseline(of: Payment.self))
      + books.paymentsMoved(from: account, on: first...last)
    let known = rows.filter { $0[Payment.reversedOn] == nil }.map {
      (key: "\($0[Payment.payment])", words: PaymentWords($0).knownNearby)
    }
    return KnownRows(known, among: rows.count)
  }
}

extension Payment {
  /// Payments to the account about the day of another, from before the change. One with a reference may
  /// come from further off, and the same rows answer both questions.
  static func near(
    _ row: Row<Payment>, in books: Books, _ baseline: Int64
  ) throws(RuleError) -> [Row<Payment>] {
    let reach = row[reference] == nil ? RepeatPolicy.movedDays : RepeatPolicy.days
    return try books.rows(
      ofDays, row[account], row[postedOn].adding(days: -reach), row[postedOn].adding(days: reach),
      baseline)
  }
}
