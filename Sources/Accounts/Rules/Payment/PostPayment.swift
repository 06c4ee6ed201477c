import Engines
package import Ledger
package import Values

/// Posts a payment.
package struct PostPayment: Operation {
  package static let name = OperationName("payment", "post")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes: [TableWrite] = [.insert(Payment.table)]
  package static let repeated = Repetition.actsAgain
  package static let fields = [
    BillFields.account.info, bill.info, on.info, amount.info, method.info, reference.info, cid.info,
  ]

  package static let bill = Field<BillNumber>.option(of: Payment.bill)
  package static let on = Field<CivilDate>.option("on", "posting date; default: today")
  static let amount = Field<Money>.option(of: Payment.amount, required: true)
  package static let method = Field<PaymentMethod>.option(
    of: Payment.method, default: "other")
  static let reference = Field<PaymentReference>.option(
    Payment.reference.info.option, Payment.reference.info.help)

  static let cid = Field<CustomerID>.option(
    of: Payment.cid, default: "a customer responsible for the account on that day")

  package let account: AccountNumber
  package let bill: BillNumber?
  package let on: CivilDate?
  let amount: Money
  package let method: PaymentMethod?
  let reference: Line?
  let cid: CustomerID?

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(BillFields.account)
    bill = try input[Self.bill]
    on = try input[Self.on]
    amount = try BillFields.amount(Self.amount, in: input)
    method = try input[Self.method]
    reference = try input[Self.reference].map { Line(trusted: $0.text) }
    cid = try input[Self.cid]
    guard amount > .zero else {
      throw Rejection(
        .outOfRange, field: "amount", found: "\(amount)", expected: "more than 0.00",
        remedy: "reverse a payment with `payment reverse`; credit an account with `bill add` and "
          + "a negative amount")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var refusals = Refusals()
    let found = try refusals.check { () throws(RuleError) in try books.account(self.account) }
    _ = try refusals.check { () throws(RuleError) in
      try checkBill(in: books, isOfKnownAccount: found != nil)
    }
    try refusals.tell()
    let account = if let found { found } else { try books.account(account) }
    try checkCustomer(in: books)
    var row = Row<Payment>()
    row[Payment.account] = self.account
    row[Payment.bill] = bill
    row[Payment.postedOn] = on ?? books.today
    row[Payment.amount] = amount
    row[Payment.method] = method ?? .other
    row[Payment.reference] = reference
    row[Payment.cid] = cid
    let duplicates = DuplicatePayments(row, hasMethod: method != nil)
    if let same = try known(row, in: books) {
      try duplicates.claim(same, in: books)
      return Effect("payment \(same) with reference \(reference?.text ?? "") is unchanged")
    }
    try books.checkPayment(on: row[Payment.postedOn], to: account)
    let duplicate = try duplicates.first(in: books)
    if let duplicate, books.repeats == .skip {
      return Effect(
        "payment \(duplicate) is unchanged: same day and amount",
        notices: try duplicates.fate(of: duplicate, in: books).map {
          ["payment \(duplicate) of the same day and amount was \($0); --again posts it again"]
        } ?? [])
    }
    let other = try PaymentOfAnotherDay(row: row, saysDay: on != nil, hasMethod: method != nil)
      .found(in: books)
    if let other, books.repeats == .skip {
      return Effect("payment \(other.number) is unchanged: same amount, of \(other.day)")
    }
    let nearby = try on == nil ? nil : duplicates.nearby(in: books)
    let number = try books.nextID(Payment.self)
    row[Payment.payment] = number
    books.insert(row)
    try duplicates.notePosted(in: books)
    let day = row[Payment.postedOn]
    var notices = books.futureNotice(day) + books.longAgoNotice(day)
    if let duplicate {
      let fate = try duplicates.fate(of: duplicate, in: books)
      notices.append(
        "payment \(duplicate) of the same day and amount "
          + (fate.map { "was \($0)" } ?? "is on record, too"))
    }
    if let other { notices.append(Self.notice(other, of: "reference and amount")) }
    if let nearby { notices.append(Self.notice(nearby, of: "amount")) }
    return Effect(
      "payment \(number) posted: \(amount) to account \(self.account)"
        + (bill.map { ", bill \($0)" } ?? ""),
      newKey: "\(number)", notices: notices,
      possibleDuplicate: nearby?.inFile, day: RecordDay(day, isGiven: on != nil))
  }

  private static func notice(_ duplicate: DuplicatePayment, of what: String) -> String {
    "payment \(duplicate.number) of the same \(what), of \(duplicate.day), is on record, too"
  }

  private func checkBill(in books: Books, isOfKnownAccount: Bool) throws(RuleError) {
    guard let bill else { return }
    let row = try books.bill(bill)
    if let day = row[Bill.voidedOn] {
      throw .refuse(
        .closed, field: "bill", found: "\(row.phrase), voided on \(day)",
        expected: "a bill that is not void", remedy: "leave the bill out")
    }
    guard row[Bill.account] == account || !isOfKnownAccount else {
      throw .refuse(
        .conflict, field: "bill", found: "\(row.phrase) of account \(row[Bill.account])",
        expected: "a bill of account \(account)",
        remedy: "check which account was paid; see `bill list --account \(word: account)`")
    }
    try books.checkPayment(on: on ?? books.today, for: row)
  }

  /// A former customer may pay, a stranger to the account may not.
  private func checkCustomer(in books: Books) throws(RuleError) {
    guard let cid else { return }
    let customers = try books.rows(AccountCustomer.ofAccount, account)
    guard customers.contains(where: { $0[AccountCustomer.cid] == cid }) else {
      // A merge has taken its accounts away.
      if try books.find(Customer.self, cid) != nil { _ = try books.customer(cid) }
      let known = Set(customers.map { $0[AccountCustomer.cid].text }).sorted()
      throw .refuse(
        .conflict, field: "cid", found: "customer \(cid), never responsible for account \(account)",
        expected: "one of " + known.joined(separator: ", "),
        remedy: "check the account, or leave the customer out")
    }
  }

  /// The payment from before this change that already has the reference; nil if there is none.
  private func known(_ row: Row<Payment>, in books: Books) throws(RuleError) -> Int64? {
    guard let reference else { return nil }
    let baseline = try books.baseline(of: Payment.self)
    let others = try books.rows(Payment.ofReference, account, row[Payment.postedOn], reference)
    guard let other = others.first(where: { $0[Payment.reversedOn] == nil }) else { return nil }
    var copy = row
    copy[Payment.payment] = other[Payment.payment]
    // A move that was entered late, or a merge, gives a payment its customer.
    if cid == nil { copy[Payment.cid] = other[Payment.cid] }
    guard copy == other else {
      throw .refuse(
        .duplicate, field: "reference",
        found: "reference \(reference): payment \(other[Payment.payment]) of "
          + "\(other[Payment.amount]), \(other[Payment.method].rawValue)",
        expected: "a reference that no other payment to the account has on that day",
        remedy: "reverse the other payment if it is wrong, or use another reference")
    }
    // Two checks of one number are more likely than the same check twice in a file.
    guard other[Payment.payment] <= baseline else {
      throw .refuse(
        .duplicate, field: "reference",
        found: "reference \(reference) of \(amount) twice: an earlier row of the file has the same "
          + "account, date, amount and reference",
        expected: "a reference that no other payment to the account has on that day",
        remedy: "leave the row out if it is the same payment; otherwise, correct its reference")
    }
    return other[Payment.payment]
  }
}
