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

  static let bill = Field<BillNumber>.option(of: Payment.bill)
  static let on = Field<CivilDate>.option("on", "posting date; default: today")
  static let amount = Field<Money>.option(of: Payment.amount, required: true)
  static let method = Field<PaymentMethod>.option(
    of: Payment.method, default: "other")
  static let reference = Field<PaymentReference>.option(
    Payment.reference.info.option, Payment.reference.info.help)

  static let cid = Field<CustomerID>.option(
    of: Payment.cid, default: "a customer responsible for the account on that day")

  let account: AccountNumber
  let bill: BillNumber?
  let on: CivilDate?
  let amount: Money
  let method: PaymentMethod?
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
        remedy: "\(help: "payment reverse") explains how to reverse a payment, and "
          + "\(help: "bill add") how to credit an account by a negative amount")
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
    var row = row(in: books)
    let duplicates = DuplicatePayments(row, hasMethod: method != nil)
    if let same = try known(row, among: duplicates, in: books) {
      try duplicates.claim(same, in: books)
      return Effect(
        "payment \(same) with reference \(reference?.text ?? "") is unchanged",
        day: recordDay(of: row))
    }
    try books.checkPayment(on: row[Payment.postedOn], to: account)
    let duplicate = try duplicates.first(in: books)
    if let duplicate, books.repeats == .skip {
      return Effect(
        "payment \(duplicate) is unchanged: same day and amount",
        notices: try duplicates.fate(of: duplicate, in: books).map {
          [
            "payment \(duplicate) of the same day and amount was \($0); "
              + "\(option: "again") posts it again"
          ]
        } ?? [], day: recordDay(of: row))
    }
    let other = try PaymentOfAnotherDay(row: row, saysDay: on != nil, hasMethod: method != nil)
      .found(in: books)
    if let other, books.repeats == .skip {
      return Effect("payment \(other.number) is unchanged: same amount, of \(other.day)")
    }
    try books.checkPaymentAmount(amount, to: self.account)
    let saysDay = on != nil || !books.repeats.isOfFile
    let nearby = try saysDay ? duplicates.nearby(in: books) : nil
    let isNew = duplicate == nil && nearby == nil
    let corrected = try isNew ? duplicates.corrected(in: books) : nil
    let number = try books.nextID(Payment.self)
    row[Payment.payment] = number
    books.insert(row)
    try duplicates.notePosted(in: books)
    let day = row[Payment.postedOn]
    var notices = books.futureNotice(day) + books.longAgoNotice(day)
    if let duplicate {
      notices.append(try duplicates.notice(duplicate, of: "day and amount", in: books))
    }
    for (found, what) in [(other, "reference and amount"), (nearby, "amount")] {
      guard let found else { continue }
      let what = "\(what), of \(found.day),"
      notices.append(try duplicates.notice("\(found.number)", of: what, in: books))
    }
    return Effect(
      "payment \(number) posted: \(amount) to account \(self.account)"
        + (bill.map { ", bill \($0)" } ?? ""),
      newKey: "\(number)", notices: notices,
      possibleDuplicate: nearby?.inFile, possibleCorrection: corrected, day: recordDay(of: row))
  }

  private func recordDay(of row: Row<Payment>) -> RecordDay {
    RecordDay(row[Payment.postedOn], isGiven: on != nil)
  }

  private func row(in books: Books) -> Row<Payment> {
    var row = Row<Payment>()
    row[Payment.account] = account
    row[Payment.bill] = bill
    row[Payment.postedOn] = on ?? books.today
    row[Payment.amount] = amount
    row[Payment.method] = method ?? .other
    row[Payment.reference] = reference
    row[Payment.cid] = cid
    return row
  }

  private func checkBill(in books: Books, isOfKnownAccount: Bool) throws(RuleError) {
    guard let bill else { return }
    let row = try books.bill(bill)
    if let day = row[Bill.voidedOn] {
      // A payment that a file has again may be for a bill that was voided since.
      let payment = DuplicatePayments(self.row(in: books), hasMethod: method != nil)
      if isOfKnownAccount, try payment.isKnown(in: books) { return }
      throw .refuse(
        .closed, field: "bill", found: "\(row.phrase), voided on \(day)",
        expected: "a bill that is not void", remedy: "leave the bill out")
    }
    guard row[Bill.account] == account || !isOfKnownAccount else {
      throw .refuse(
        .conflict, field: "bill", found: "\(row.phrase) of account \(row[Bill.account])",
        expected: "a bill of account \(account)",
        remedy: "check which account was paid; see "
          + "\(run: "bill list", options: ["account": account])")
    }
    try books.checkPayment(on: on ?? books.today, for: row)
  }

  /// A former customer may pay, a stranger to the account may not.
  private func checkCustomer(in books: Books) throws(RuleError) {
    guard let cid else { return }
    let customers = try books.rows(AccountCustomer.ofAccount, account)
    guard customers.contains(where: { $0[AccountCustomer.cid] == cid && !$0.days.isEmpty }) else {
      // A merge has taken its accounts away.
      if try books.find(Customer.self, cid) != nil { _ = try books.customer(cid) }
      let known = Set(customers.map { $0[AccountCustomer.cid].text }).sorted()
      throw .refuse(
        .conflict, field: "cid", found: "customer \(cid), never responsible for account \(account)",
        expected: "one of " + known.joined(separator: ", "),
        remedy: "check the account, or leave the customer out")
    }
  }
}
