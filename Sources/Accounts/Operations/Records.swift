/// Records that a rule needs to be there.
extension Books {
  func customer(_ cid: CustomerID, field: String = "cid") throws(Stop) -> Row<Customer> {
    guard let row = try find(Customer.self, cid) else {
      throw .refuse(
        .notFound, field: field, found: "no customer \(cid)", expected: "an existing customer ID",
        mend: "find it with `search`, or add it with `customer add`")
    }
    if let other = row[Customer.mergedInto] {
      throw .refuse(
        .closed, field: field, found: "customer \(cid), merged into \(other)",
        expected: "a customer that still stands", mend: "use \(other)")
    }
    return row
  }

  func location(_ id: LocationID, field: String = "location") throws(Stop) -> Row<Location> {
    if let row = try find(Location.self, id) { return row }
    throw .refuse(
      .notFound, field: field, found: "no location \(id)",
      expected: "an existing service location",
      mend: "find it with `search`, or add it with `location add`")
  }

  func account(_ number: AccountNumber, field: String = "account") throws(Stop) -> Row<Account> {
    if let row = try find(Account.self, number) { return row }
    throw .refuse(
      .notFound, field: field, found: "no account \(number)",
      expected: "an existing account number",
      mend: "find it with `search`, or open it with `account open`")
  }

  func bill(_ number: BillNumber, field: String = "bill") throws(Stop) -> Row<Bill> {
    if let row = try find(Bill.self, number) { return row }
    throw .refuse(
      .notFound, field: field, found: "no bill \(number)", expected: "an existing bill number",
      mend: "see `bill list`, or add it with `bill add`")
  }

  /// A service type by its code or its name, whatever the case of the name's letters.
  func serviceType(_ nameOrCode: Line, field: String = "service") throws(Stop) -> Row<ServiceType> {
    if let row = try find(ServiceType.self, nameOrCode) { return row }
    if let row = try rows(ServiceType.named, nameOrCode).first { return row }
    let all = try rows(ServiceType.all, "")
    let wanted = nameOrCode.text.lowercased()
    if let row = all.first(where: {
      $0[ServiceType.name].text.lowercased() == wanted
        || $0[ServiceType.code].text.lowercased() == wanted
    }) {
      return row
    }
    throw .refuse(
      .notFound, field: field, found: "no service type \(nameOrCode)",
      expected: "a name or code: "
        + all.map { "\($0[ServiceType.name]) (\($0[ServiceType.code]))" }.joined(separator: ", "),
      mend: "see `service-type list`, or add it with `service-type add`")
  }
}

extension ServiceType {
  /// From the first code on; a city sells few.
  static let all = Lookup<ServiceType>([.notBefore(code)], order: [.ascending(code)])
}
