import Engines
import Ledger
import Values

/// Payments on record of the same account, day and method, but of another amount.
extension DuplicatePayments {
  /// A payment that the file may correct. One such row means little, because another batch of the
  /// day may pay some of the same accounts. No other row of the file can match it.
  func corrected(in books: Books) throws(RuleError) -> PossibleCorrection? {
    guard books.repeats.isOfFile, !books.acceptsUnusual else { return nil }
    let known = try known(in: books)
    guard try otherAmount(among: known, in: books) != nil else { return nil }
    let others = try books.known(at: "\(place), other amounts") { () throws(RuleError) in
      let rows = try books.rows(
        Payment.ofDay, row[Payment.account], row[Payment.postedOn],
        try books.baseline(of: Payment.self))
      return KnownRows(
        rows.filter {
          $0[Payment.reversedOn] == nil && !known.isMatched("\($0[Payment.payment])")
        }.map { (key: "\($0[Payment.payment])", words: [PaymentWords($0).kind]) },
        among: rows.count)
    }
    let key = try others.first([words.kind]) { (key) throws(RuleError) in
      guard !known.isMatched(key) else { return false }
      return try !books.isOfSameFile(Payment.self, key)
    }
    guard let key, let payment = try books.payment(key: key) else { return nil }
    others.match(key)
    return PossibleCorrection(
      noun: "payment", key: key, place: place, of: payment[Payment.amount],
      to: row[Payment.amount],
      remedy: "reverse those payments first, e.g. with "
        + "\(run: "payment reverse", key, options: ["reason": "corrected"])")
  }

  /// The number of the first one that no row of the file was matched with.
  func otherAmount(among known: KnownRows, in books: Books) throws(RuleError) -> String? {
    // Without a method, another file of the day is as likely.
    let tellsKind = hasMethod || row[Payment.reference] != nil
    guard books.repeats == .skip || books.repeats == .refuse && tellsKind else { return nil }
    return try books.first([words.kind], among: known)
  }
}
