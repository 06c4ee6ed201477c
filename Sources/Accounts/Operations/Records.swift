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

  /// The number after the greatest of as many digits as `first`; text keys sort as numbers there.
  func nextNumber<E: Entity>(_ lookup: Lookup<E>, from first: String) throws(Stop) -> String {
    let width = first.utf8.count
    let ceiling = String(repeating: "9", count: width)
    for row in try rows(lookup, first, ceiling) {
      guard case .text(let text) = row.values[0], text.utf8.count == width,
        text.utf8.allSatisfy(isDigit), let number = Int64(text)
      else { continue }
      guard text != ceiling else { break }
      let next = String(number + 1)
      return String(repeating: "0", count: width - next.utf8.count) + next
    }
    return first
  }
}

extension Customer {
  static let byCid = Lookup<Customer>(
    [.notBefore(cid), .notAfter(cid)], order: [.descending(cid)], limit: 100)
}

extension ServiceType {
  /// From the first code on; a city sells few.
  static let all = Lookup<ServiceType>([.notBefore(code)], order: [.ascending(code)])
}
