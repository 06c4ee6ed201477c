import Engines
package import Ledger
package import Values

/// Enrolls an account for automatic payments.
package struct EnrollEFT: Operation {
  package static let name = OperationName("eft", "enroll")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].enrollments
  package static let fields = detailFields + [EFTFields.channel.info]
  /// What a citizen enters, too.
  package static let detailFields = [
    EFTFields.account.info, routing.info, EFTFields.bankAccount.info, EFTFields.type.info,
    EFTFields.draftDay.info,
  ]

  static let routing = Field<RoutingNumber>.option(
    "routing", required: true, "the bank's ABA routing number")

  package let account: AccountNumber
  let routing: RoutingNumber
  let bankAccount: BankAccountNumber
  let type: BankAccountType
  let draftDay: WholeNumber?
  let channel: EFTChannel?

  package init(_ input: Input) throws(Rejection) {
    try self.init(input, channel: input[EFTFields.channel])
  }

  package init(_ input: Input, channel: EFTChannel?) throws(Rejection) {
    self.channel = channel
    account = try input.require(EFTFields.account)
    routing = try input.require(Self.routing)
    bankAccount = try input.require(EFTFields.bankAccount)
    type = try input[EFTFields.type] ?? .checking
    draftDay = try EFTFields.draftDay(in: input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    try enroll(in: books, isAnew: false)
  }

  /// - Parameter isAnew: whether the customer is there and authorizes it now, whatever was ended before.
  package func enroll(in books: Books, isAnew: Bool) throws(RuleError) -> Effect {
    let account = try books.account(account)
    let cid = try payer(of: account, in: books)
    let details = BankDetails(routing: routing, bankAccount: bankAccount, type: type)
    let last = try books.lastEnrollment(of: self.account)
    if let last, last[EFTEnrollment.cid] == cid { try details.checkZeros(against: last, in: books) }
    let ended = try isAnew ? nil : books.ended(details, of: self.account)
    if let ended, books.repeats.isOfFile {
      return try books.leaveEnded(
        ended.phrase, field: EFTFields.bankAccount.name,
        expected: "bank details that the customer has authorized since")
    }
    let notices = ended.map { ["these are the bank details of \($0.phrase)"] } ?? []
    if let before = last, before.isInForce(on: books.today) {
      return try replace(before, with: details, cid, notices, in: books)
    }
    var row = Row<EFTEnrollment>()
    row[EFTEnrollment.id] = try books.nextID(EFTEnrollment.self)
    row[EFTEnrollment.account] = self.account
    row[EFTEnrollment.cid] = cid
    row[EFTEnrollment.state] = .entered
    if let draftDay, draftDay.value > 0 { row[EFTEnrollment.draftDay] = draftDay }
    row[EFTEnrollment.channel] = channel ?? .paper
    _ = try details.write(to: &row, in: books)
    books.stamp(&row)
    books.insert(row)
    try books.tellOfEFT(row)
    return Effect(
      "\(row.phrase), is enrolled for automatic payments", notices: notices + books.nextStep(row))
  }

  private func replace(
    _ before: Row<EFTEnrollment>, with details: BankDetails, _ cid: CustomerID,
    _ notices: [String], in books: Books
  ) throws(RuleError) -> Effect {
    var after = before
    after[EFTEnrollment.cid] = cid
    if let draftDay { after[EFTEnrollment.draftDay] = draftDay.value == 0 ? nil : draftDay }
    if let channel { after.setChannel(channel) }
    let sameDetails = after
    let isChanged = try details.write(to: &after, in: books)
    if !isChanged, before[EFTEnrollment.state] != .returned {
      let isSame = !books.update(before, to: sameDetails)
      return Effect(isSame ? "\(before.phrase) is unchanged" : "\(before.phrase) changed")
    }
    // Other details are another authorization.
    after[EFTEnrollment.channel] = channel ?? .paper
    let row = try books.reenter(before, as: after)
    return Effect(
      "\(row.phrase) replaces \(before[EFTEnrollment.type].rawValue) "
        + "•••\(before[EFTEnrollment.lastFour])", notices: notices + books.nextStep(row))
  }

  /// Whose bank account it is: who pays for the account, or else lives there, or else owns it.
  private func payer(of account: Row<Account>, in books: Books) throws(RuleError) -> CustomerID {
    guard account.days.contains(books.today) else {
      throw .refuse(
        .closed, field: "account", found: "\(account.phrase), open \(account.days)",
        expected: "an account that is open today",
        remedy: "see `account show \(word: self.account)`")
    }
    let rows = try books.responsibilities(of: account).filter { $0.days.contains(books.today) }
    for role in [ResponsibilityRole.payer, .tenant, .owner] {
      if let row = rows.first(where: { $0[AccountCustomer.role] == role }) {
        return row[AccountCustomer.cid]
      }
    }
    throw .refuse(
      .notActive, field: "account",
      found: "\(account.phrase), which has no responsible customer today",
      expected: "an account with a customer", remedy: "see `account show \(word: self.account)`")
  }
}
