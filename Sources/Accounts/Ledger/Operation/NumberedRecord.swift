package import Engines
package import Values

/// A kind of record with its own number.
package protocol NumberedRecord: Entity {
  associatedtype Number: TextValue
  static var noun: String { get }
  static var expected: String { get }
  /// The verb of the operation that makes one.
  static var makingVerb: String { get }
}

extension Customer: NumberedRecord {
  package typealias Number = CustomerID
  package static let noun = "customer"
  package static let expected = "an existing customer ID"
  package static let makingVerb = "add"
}

extension Location: NumberedRecord {
  package typealias Number = LocationID
  package static let noun = "location"
  package static let expected = "an existing service location"
  package static let makingVerb = "add"
}

extension Account: NumberedRecord {
  package typealias Number = AccountNumber
  package static let noun = "account"
  package static let expected = "an existing account number"
  package static let makingVerb = "open"
}

extension Bill: NumberedRecord {
  package typealias Number = BillNumber
  package static let noun = "bill"
  package static let expected = "an existing bill number"
  package static let makingVerb = "add"
}

extension Meter: NumberedRecord {
  package typealias Number = MeterSerial
  package static let noun = "meter"
  package static let expected = "the serial number of a meter"
  package static let makingVerb = "add"
}

extension Books {
  /// The record with a number, which must exist.
  package func known<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number, field: String? = nil
  ) throws(RuleError) -> Row<E> {
    if let row = try find(entity, number) { return row }
    throw .refuse(
      .notFound, field: field ?? E.table.columns[0].name, found: "no \(E.noun) \(number)",
      expected: E.expected, remedy: try remedy(ifNone: entity, number))
  }

  private func remedy<E: NumberedRecord>(
    ifNone entity: E.Type, _ number: E.Number
  ) throws(RuleError) -> String {
    if let other = try differingInZeros(entity, number) {
      return "a spreadsheet may have changed leading zeros; did you mean \(E.noun) \(other)?"
    }
    if let kind = try otherKind(of: number.text, than: E.noun) {
      let article = kind == Account.noun ? "an" : "a"
      return "\(number) is \(article) \(kind): see `\(kind) show \(word: number)`"
    }
    return OperationName(E.noun, E.makingVerb).remedy(ifNone: number)
  }

  /// What another record with the same number is.
  private func otherKind(of number: String, than noun: String) throws(RuleError) -> String? {
    func isThere<E: NumberedRecord>(_ entity: E.Type) throws(RuleError) -> Bool {
      guard E.noun != noun else { return false }
      return try find(entity, E.Number(trusted: number)) != nil
    }
    if try isThere(Account.self) { return Account.noun }
    if try isThere(Customer.self) { return Customer.noun }
    if try isThere(Meter.self) { return Meter.noun }
    if try isThere(Location.self) { return Location.noun }
    return try isThere(Bill.self) ? Bill.noun : nil
  }

  /// Refuses a new number that is a day, or that differs from one on record in leading zeros alone, unless
  /// that is accepted.
  package func checkIsNew<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number
  ) throws(RuleError) {
    guard !acceptsUnusual else { return }
    guard !number.isWholeDay else {
      throw .rejected(
        .unusual(
          field: E.table.columns[0].name, found: "\(number), which has the form of a date",
          expected: "a number that is no date", check: "whether a spreadsheet changed it"))
    }
    guard try mayDifferInZeros(entity, number),
      let other = try differingInZeros(entity, number)
    else { return }
    throw .rejected(
      .unusual(
        field: E.table.columns[0].name,
        found: "\(number), which differs from \(E.noun) \(other) only in leading zeros",
        expected: "a different number", check: "whether it is \(E.noun) \(other)"))
  }

  /// Most cities number without leading zeros, so that no number has to be looked for.
  private func mayDifferInZeros<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number
  ) throws(RuleError) -> Bool {
    let table = E.table.name
    if number.text.hasPrefix("0") {
      zeroLed[table] = true
      return true
    }
    if let known = zeroLed[table] { return known }
    let key = E.table.columns[0].name
    do throws(StoreError) {
      let found =
        try connection.first(
          Statement("SELECT 1 FROM \(table) WHERE \(key) >= '0' AND \(key) < '1' LIMIT 1")
        ) { _ in true } ?? false
      zeroLed[table] = found
      return found
    } catch {
      throw .store(error)
    }
  }

  /// An existing number that differs only in leading zeros, which spreadsheets remove.
  private func differingInZeros<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number
  ) throws(RuleError) -> E.Number? {
    for text in LeadingZeros.others(of: number.text) {
      let other = E.Number(trusted: text)
      if try find(entity, other) != nil { return other }
    }
    return nil
  }
}

/// Numbers that are the same to a spreadsheet.
package enum LeadingZeros {
  /// With none up to six; none where the text is not a number.
  package static func others(of text: String) -> [String] {
    guard text.utf8.allSatisfy(isDigit) else { return [] }
    let bare = String(text.drop { $0 == "0" })
    return (0...6).map { String(repeating: "0", count: $0) + bare }.filter {
      $0 != text && !$0.isEmpty
    }
  }
}
