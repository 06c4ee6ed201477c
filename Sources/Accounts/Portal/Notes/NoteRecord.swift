package import Ledger
package import Values

/// The record that a note is about.
package struct NoteRecord: Sendable {
  package let kind: NoteKind
  /// The key that notes store. It never changes: for a user the number, since addresses change.
  package let key: String
  /// The name people use.
  package let name: String
}

extension Books {
  /// The record of that kind and key, which must exist.
  package func noteRecord(_ kind: NoteKind, _ key: Line) throws(RuleError) -> NoteRecord {
    let found = try noteKey(kind, key)
    let name = kind == .user ? key.text.lowercased() : found
    return NoteRecord(kind: kind, key: found, name: name)
  }

  private func noteKey(_ kind: NoteKind, _ key: Line) throws(RuleError) -> String {
    switch kind {
    case .customer:
      // A merged one has notes too.
      return try known(Customer.self, try noteValue(key), field: "key")[Customer.cid].text
    case .account: return try account(try noteValue(key), field: "key")[Account.account].text
    case .location: return try location(try noteValue(key), field: "key")[Location.location].text
    case .meter: return try meter(try noteValue(key), field: "key")[Meter.meter].text
    case .service: return try noteService(key)
    case .user: return String(try user(try noteValue(key), field: "key")[User.id])
    case .bill: return try bill(try noteValue(key), field: "key")[Bill.bill].text
    case .payment:
      let number: WholeNumber = try noteValue(key)
      guard try find(Payment.self, number.value) != nil else {
        throw missing(kind, key, remedy: "see `payment list`")
      }
      return String(number.value)
    case .request:
      let number: WholeNumber = try noteValue(key)
      return String(try request(number.value)[Request.id])
    }
  }

  /// `2000001/WATER`; the name or code follows the last slash.
  private func noteService(_ key: Line) throws(RuleError) -> String {
    guard let slash = key.text.lastIndex(of: "/"), slash != key.text.startIndex else {
      throw .refuse(
        .malformed, field: "key", found: key.text,
        expected: "account and service, e.g. 2000001/WATER", remedy: "put a slash between the two")
    }
    let name = key.text[key.text.index(after: slash)...]
    let account = try account(
      try noteValue(Line(trusted: String(key.text[..<slash]))), field: "key")[Account.account]
    let code = try serviceType(Line(trusted: String(name)), field: "key")[ServiceType.code]
    guard
      try rows(Service.ofAccount, account).contains(where: { $0[Service.code] == code })
    else {
      throw missing(
        .service, key, remedy: "see \(run: "service list", options: ["account": account])")
    }
    return "\(account)/\(code)"
  }

  private func noteValue<Value: FieldValue>(_ key: Line) throws(RuleError) -> Value {
    do throws(ValueFault) {
      return try Value(key.text)
    } catch {
      throw .rejected(Rejection(error, field: "key"))
    }
  }

  private func missing(_ kind: NoteKind, _ key: Line, remedy: String) -> RuleError {
    .refuse(
      .notFound, field: "key", found: "no \(kind.rawValue) \(key)",
      expected: "an existing record", remedy: remedy)
  }
}
