/// Records that a rule needs to be there.
extension Books {
  func customer(_ cid: CustomerID, field: String = "cid") throws(Stop) -> Row<Customer> {
    let row = try known(Customer.self, cid, field: field)
    if let other = row[Customer.mergedInto] {
      throw .refuse(
        .closed, field: field, found: "customer \(cid), merged into \(other)",
        expected: "a customer that still stands", mend: "use \(other)")
    }
    return row
  }

  func location(_ id: LocationID, field: String = "location") throws(Stop) -> Row<Location> {
    try known(Location.self, id, field: field)
  }

  func account(_ number: AccountNumber, field: String = "account") throws(Stop) -> Row<Account> {
    try known(Account.self, number, field: field)
  }

  func bill(_ number: BillNumber, field: String = "bill") throws(Stop) -> Row<Bill> {
    try known(Bill.self, number, field: field)
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
