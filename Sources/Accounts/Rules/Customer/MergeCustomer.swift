import Engines
package import Ledger
package import Values

/// Merges two records of the same customer into one.
package struct MergeCustomer: Operation {
  package static let name = OperationName("customer", "merge")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [
    .update(Customer.table, [Customer.mergedInto.name]), .update(AccountCustomer.table),
    .delete(AccountCustomer.table), .update(EFTEnrollment.table),
    .update(Payment.table, [Payment.cid.name]), .update(Bill.table, [Bill.cid.name]),
    .update(Link.table),
    .update(Note.table, [Note.key.name]),
  ]
  package static let fields = [CustomerFields.cid.info, into.info]

  static let into = Field<CustomerID>.option(
    "into", required: true, "ID of the customer to keep")

  let cid: CustomerID
  let other: CustomerID

  package init(_ input: Input) throws(Rejection) {
    cid = try input.require(CustomerFields.cid)
    other = try input.require(Self.into)
    guard cid != other else {
      throw Rejection(
        .contradictory, field: "into", found: "customer \(cid) twice",
        expected: "two customer IDs", remedy: "use \(field: "into") for the customer to keep")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let gone = try books.find(Customer.self, cid), gone[Customer.mergedInto] == other {
      return Effect("customer \(cid) is unchanged: merged into \(other)")
    }
    let before = try books.customer(cid)
    let target = try books.customer(other, field: "into")
    let moved = try takeOver(in: books)
    var after = before
    after[Customer.mergedInto] = other
    books.update(before, to: after)
    let accounts = moved.count == 1 ? "1 account" : "\(moved.count) accounts"
    return Effect(
      "customer \(cid) merged into \(other), with \(accounts)",
      notices: Self.unlike(before, target))
  }

  /// Moves the responsibilities; returns the accounts.
  private func takeOver(in books: Books) throws(RuleError) -> Set<AccountNumber> {
    var accounts: Set<AccountNumber> = []
    for row in try books.rows(AccountCustomer.ofCustomer, cid) {
      accounts.insert(row[AccountCustomer.account])
      var taken = row
      taken[AccountCustomer.cid] = other
      var days = row.days
      for own in try books.rows(AccountCustomer.ofAccount, row[AccountCustomer.account])
      where own[AccountCustomer.cid] == other
        && own[AccountCustomer.role] == row[AccountCustomer.role] && own.days.overlaps(days)
      {
        days = days.joined(with: own.days)
        books.delete(own)
      }
      taken[AccountCustomer.fromOn] = days.from
      taken[AccountCustomer.toOn] = days.to
      books.update(row, to: taken)
    }
    for row in try books.rows(EFTEnrollment.ofCustomer, cid) {
      var taken = row
      taken[EFTEnrollment.cid] = other
      books.update(row, to: taken)
    }
    for row in try books.rows(Payment.ofCustomer, cid) {
      var taken = row
      taken[Payment.cid] = other
      books.update(row, to: taken)
    }
    for row in try books.rows(Bill.ofCustomer, cid) {
      var taken = row
      taken[Bill.cid] = other
      books.update(row, to: taken)
    }
    for row in try books.rows(Link.ofCustomer, cid) {
      var taken = row
      taken[Link.cid] = other
      books.update(row, to: taken)
    }
    for row in try books.rows(Note.ofRecord, NoteKind.customer, cid.text) {
      var taken = row
      taken[Note.key] = other.text
      books.update(row, to: taken)
    }
    return accounts
  }

  /// What the merged customer had and the other lacks.
  private static func unlike(_ gone: Row<Customer>, _ stays: Row<Customer>) -> [String] {
    let cid = stays[Customer.cid]
    var lost: [String] = []
    if let phone = gone[Customer.phone], stays[Customer.phone] == nil {
      lost.append("phone number; \(gone[Customer.cid]) had \(Mask.masked(phone.text))")
    }
    if let email = gone[Customer.email], stays[Customer.email] == nil {
      lost.append("e-mail address; \(gone[Customer.cid]) had \(Mask.masked(email.text))")
    }
    return lost.map { "customer \(cid) has no \($0)" }
  }
}
