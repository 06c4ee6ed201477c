import Engines
import Ledger
import Values

extension PostPayment {
  /// The payment from before this change that is the current one, by its reference; nil if there is none. A
  /// reference that comes with each payment, such as `AUTOPAY`, tells nothing of two rows of one file.
  func known(
    _ row: Row<Payment>, among duplicates: DuplicatePayments, in books: Books
  ) throws(RuleError) -> Int64? {
    guard let reference else { return nil }
    let isOwn = duplicates.words.ownReference != nil
    let baseline = try books.baseline(of: Payment.self)
    let others = try books.rows(Payment.ofReference, account, row[Payment.postedOn], reference)
      .filter { $0[Payment.reversedOn] == nil }
    let same = others.filter { isSame($0, as: row) }
    guard let first = same.first else {
      if let other = others.first, isOwn {
        try refuseSharing(reference, with: other, isOfRun: other[Payment.payment] > baseline, books)
      }
      return nil
    }
    // Equal rows of a file are as many payments: each is matched with one of its own.
    let known = try duplicates.known(in: books)
    var taken: Int64?
    for other in same where other[Payment.payment] <= baseline {
      let key = "\(other[Payment.payment])"
      guard try !books.isOfSameFile(Payment.self, key) else { continue }
      if !known.isMatched(key) { return other[Payment.payment] }
      // A row without a reference took it, which `claim` tells.
      if !known.isNamed(key), taken == nil { taken = other[Payment.payment] }
    }
    if taken == nil, isOwn { try refuseTwice(reference, like: first, books) }
    return taken
  }

  /// The same check twice in a file is more likely than two checks of one number, but a batch may have given
  /// its reference to two.
  private func refuseTwice(
    _ reference: Line, like other: Row<Payment>, _ books: Books
  ) throws(RuleError) {
    guard !books.acceptsUnusual else { return }
    var rejection = Rejection(
      .unusual, field: "reference",
      found:
        "reference \(reference) of \(amount) twice: \(Rejection.earlierRowWords) of the file has "
        + "the same account, date, amount and reference",
      expected: "one payment of a reference to the account on that day",
      remedy: "leave the row out if it is the same payment; if it is another one, add "
        + "`\(option: "accept", "unusual")`")
    rejection.earlierRow = "\(other[Payment.payment])"
    throw .rejected(rejection)
  }

  private func isSame(_ other: Row<Payment>, as row: Row<Payment>) -> Bool {
    var copy = row
    copy[Payment.payment] = other[Payment.payment]
    // A move that was entered late, or a merge, gives a payment its customer.
    if cid == nil { copy[Payment.cid] = other[Payment.cid] }
    return copy == other
  }

  /// A reference is mostly one payment's alone, but a batch may have given it to several, of other amounts or for
  /// other bills.
  private func refuseSharing(
    _ reference: Line, with other: Row<Payment>, isOfRun: Bool, _ books: Books
  ) throws(RuleError) {
    let number = other[Payment.payment]
    let isOtherBill =
      bill != nil && other[Payment.bill] != nil && bill != other[Payment.bill]
    let words = "\(other[Payment.amount]), \(other[Payment.method].rawValue)"
    let earlier =
      "reference \(reference) for \(amount), which \(Rejection.earlierRowWords) of the file has "
    func refusal(_ rejection: Rejection) -> RuleError {
      var rejection = rejection
      if isOfRun { rejection.earlierRow = "\(number)" }
      return .rejected(rejection)
    }
    guard amount != other[Payment.amount] || isOtherBill else {
      throw refusal(
        Rejection(
          .duplicate, field: "reference",
          found: isOfRun
            ? earlier + "for \(words)" : "reference \(reference): payment \(number) of \(words)",
          expected: "a reference that no other payment to the account has on that day",
          remedy: isOfRun
            ? "leave one of the two rows out, or correct its reference"
            : "reverse the other payment if it is wrong, or use another reference"))
    }
    guard !books.acceptsUnusual else { return }
    guard isOfRun else {
      return try books.checkIsNoCorrection(
        field: "reference",
        found:
          "reference \(reference) for \(amount); payment \(number) of that day, of \(words), also has it",
        correction: "reverse payment \(number) first with "
          + "\(run: "payment reverse", number, options: ["reason": "corrected"])")
    }
    throw refusal(
      .unusual(
        field: "reference", found: earlier + "for \(words)",
        expected: "one payment of a reference to the account on that day", check: "both rows"))
  }
}
