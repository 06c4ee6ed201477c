import Engines
package import Ledger
package import Values

/// Adds a customer.
package struct AddCustomer: Operation {
  package static let name = OperationName("customer", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes: [TableWrite] = [.insert(Customer.table)]
  package static let fields = [CustomerFields.newCid.info] + CustomerFields.columns.fields

  let cid: CustomerID?
  let details: CustomerFields

  package init(_ input: Input) throws(Rejection) {
    cid = try input[CustomerFields.newCid]
    details = try CustomerFields(input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var row = Row<Customer>()
    row[Customer.kind] = .person
    try details.write(to: &row)
    guard !row[Customer.name].text.isEmpty else {
      throw .refuse(
        .required, field: "name", found: "nothing", expected: "a name",
        remedy: "add a name, or a first and a last name")
    }
    if let cid, let existing = try books.find(Customer.self, cid) {
      row[Customer.cid] = cid
      if existing == row { return Effect("customer \(cid) is unchanged") }
      throw .refuse(
        .duplicate, field: "cid", found: "customer \(cid), \(existing[Customer.name])",
        expected: "a customer ID that is not in use",
        remedy: "\(help: "customer set") explains how to change it; or leave the customer ID "
          + "out")
    }
    if let cid { try books.checkIsNew(Customer.self, cid) }
    if cid == nil, let same = try known(row, in: books) {
      return try books.alreadyThere(same, field: "name")
    }
    let given = if let cid { cid } else { try Self.nextFree(books) }
    row[Customer.cid] = given
    books.insert(row)
    return Effect("customer \(given) added", newKey: cid == nil ? given.text : nil)
  }

  /// Without a customer ID, only the other fields show whether a customer of a file is on record.
  private func known(_ row: Row<Customer>, in books: Books) throws(RuleError) -> String? {
    guard books.repeats.isOfFile else { return nil }
    let given = row.values.indices.filter { !row.values[$0].isNull && $0 != Customer.cid.index }
    func words(_ row: Row<Customer>) -> String {
      given.map { "\(row.values[$0])" }.joined(separator: "\u{1f}")
    }
    let place = "customer \(row[Customer.name]) \(given)"
    let known = try books.known(at: place) { () throws(RuleError) in
      KnownRows(
        try books.rows(Customer.named, row[Customer.name])
          .filter { $0[Customer.mergedInto] == nil }
          .map { ("customer \($0[Customer.cid])", [words($0)]) })
    }
    return known.matchOrAdd(words(row))
  }

  private static func nextFree(_ books: Books) throws(RuleError) -> CustomerID {
    CustomerID(
      trusted: try books.nextNumber(Customer.byCid, from: books.settings[.firstCustomerID]))
  }
}
