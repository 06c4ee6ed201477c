package import Engines
package import Ledger
package import Values

/// Records that must exist for a rule.
extension Books {
  package func customer(_ cid: CustomerID, field: String = "cid") throws(RuleError) -> Row<Customer>
  {
    let row = try known(Customer.self, cid, field: field)
    if let other = row[Customer.mergedInto] {
      throw .refuse(
        .closed, field: field, found: "customer \(cid), merged into \(other)",
        expected: "a customer that is not merged", remedy: "use \(other)")
    }
    return row
  }

  package func location(_ id: LocationID, field: String = "location") throws(RuleError) -> Row<
    Location
  > {
    try known(Location.self, id, field: field)
  }

  package func account(_ number: AccountNumber, field: String = "account") throws(RuleError) -> Row<
    Account
  > {
    try known(Account.self, number, field: field)
  }

  package func bill(_ number: BillNumber, field: String = "bill") throws(RuleError) -> Row<Bill> {
    try known(Bill.self, number, field: field)
  }

  /// A service type by its code or name, regardless of case.
  package func serviceType(_ nameOrCode: Line, field: String = "service") throws(RuleError) -> Row<
    ServiceType
  > {
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
    let names = all.flatMap { [$0[ServiceType.name].text, $0[ServiceType.code].text] }
    // A bare number is more likely an account number than a mistyped code.
    let meant =
      wanted.contains(where: \.isLetter) ? NearestWord.nearest(to: wanted, among: names) : nil
    throw .refuse(
      .notFound, field: field, found: "no service type \(nameOrCode)",
      expected: "a name or code: "
        + all.map { "\($0[ServiceType.name]) (\($0[ServiceType.code]))" }.joined(separator: ", "),
      remedy: (meant.map { "did you mean `\(word: $0)`? " } ?? "")
        + "\(help: "service-type add") explains how to add one")
  }
}

extension ServiceType {
  /// All types; a city has few.
  static let all = Lookup<ServiceType>([.notBefore(code)], order: [.ascending(code)])
}
