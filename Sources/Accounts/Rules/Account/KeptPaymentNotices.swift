import Engines
import Ledger
import Values

/// Payments by the customer whom they count for.
struct PaymentsOfCustomers {
  static let mostNamed = 3
  private var rows: [CustomerID: [Row<Payment>]] = [:]

  mutating func add(_ payment: Row<Payment>, of cid: CustomerID) {
    rows[cid, default: []].append(payment)
  }

  /// - Parameter rest: the end of the phrase about a customer's payments; `verb` is `counts` for one of them,
  ///   or `count`.
  func phrases(_ rest: (_ cid: CustomerID, _ verb: String) -> String) -> [String] {
    rows.sorted { $0.key < $1.key }.map { cid, payments in
      let numbers = payments.prefix(Self.mostNamed).map { "\($0[Payment.payment])" }
        .joined(separator: ", ")
      let further = payments.count - Self.mostNamed
      let others = further > 0 ? " and " + further.counted("other") : ""
      let total = payments.reduce(Money.zero) { $0 + $1[Payment.amount] }
      let isOne = payments.count == 1
      return
        (isOne
        ? "payment \(numbers) of \(total) " : "payments \(numbers)\(others) of \(total) in all ")
        + rest(cid, isOne ? "counts" : "count")
    }
  }
}

/// Payments that paid for more than one customer.
struct SharedPayments {
  let account: AccountNumber
  private var told: [String] = []
  private var further = 0

  init(account: AccountNumber) { self.account = account }

  /// Answers whether it is one of them, and can be split: each cent of it has its customer. A payment that names
  /// its bill pays all of that anyway.
  mutating func add(
    _ payment: Row<Payment>, _ amounts: [CustomerID: Money], of payer: CustomerID
  ) -> Bool {
    guard amounts.count > 1, payment[Payment.reversedOn] == nil, payment[Payment.bill] == nil,
      amounts.values.reduce(Money.zero, { $0 + $1 }) == payment[Payment.amount]
    else { return false }
    if told.count < PaymentsOfCustomers.mostNamed {
      told.append(notice(payment, amounts, of: payer))
    } else {
      further += 1
    }
    return true
  }

  var notices: [String] {
    told
      + (further > 0
        ? [
          "\(further.counted("other payment")) also paid for more than one customer; "
            + "see `payment list \(word: account)`"
        ] : [])
  }

  private func notice(
    _ payment: Row<Payment>, _ amounts: [CustomerID: Money], of payer: CustomerID
  ) -> String {
    let number = payment[Payment.payment]
    let day = payment[Payment.postedOn]
    let sorted = amounts.sorted { $0.key < $1.key }
    let parts = sorted.enumerated().map { index, part in
      "\(part.value) " + (index == 0 ? "of payment \(number) " : "") + "is customer \(part.key)'s"
    }
    let posts = sorted.enumerated().map { index, part in
      var post = SuggestedCommand(
        "payment post", [account],
        options: [
          "on": day, "amount": part.value, "method": payment[Payment.method].rawValue,
          "cid": part.key,
        ])
      if let reference = payment[Payment.reference] {
        post.add("reference", Self.reference(reference, part: index + 1))
      }
      return "\(run: post)"
    }
    return parts.joined(separator: ", ")
      + "; all \(payment[Payment.amount]) counts for customer \(payer); to split it, run "
      + "\(run: "payment reverse", number, options: ["on": day, "reason": "split"]), then "
      + posts.joined(separator: " and ")
  }

  /// An account has a reference once a day, and a file that comes again must find the one payment that was
  /// split.
  private static func reference(_ reference: some CustomStringConvertible, part: Int) -> String {
    "\(reference) part \(part)"
  }
}
