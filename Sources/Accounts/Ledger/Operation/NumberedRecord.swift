package import Engines
package import Values

/// A kind of record with a number of its own.
package protocol NumberedRecord: Entity {
  associatedtype Number: TextValue
  static var noun: String { get }
  static var expected: String { get }
  /// What to do where it does not exist.
  static var remedy: String { get }
}

extension Customer: NumberedRecord {
  package typealias Number = CustomerID
  package static let noun = "customer"
  package static let expected = "an existing customer ID"
  package static let remedy = "find it with `search`, or add it with `customer add`"
}

extension Location: NumberedRecord {
  package typealias Number = LocationID
  package static let noun = "location"
  package static let expected = "an existing service location"
  package static let remedy = "find it with `search`, or add it with `location add`"
}

extension Account: NumberedRecord {
  package typealias Number = AccountNumber
  package static let noun = "account"
  package static let expected = "an existing account number"
  package static let remedy = "find it with `search`, or open it with `account open`"
}

extension Bill: NumberedRecord {
  package typealias Number = BillNumber
  package static let noun = "bill"
  package static let expected = "an existing bill number"
  package static let remedy = "see `bill list`, or add it with `bill add`"
}

extension Meter: NumberedRecord {
  package typealias Number = MeterSerial
  package static let noun = "meter"
  package static let expected = "the serial number of a meter"
  package static let remedy = "find it with `meter list`, or add it with `meter add`"
}

extension Books {
  /// The record with a number, which must exist.
  package func known<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number, field: String? = nil
  ) throws(RuleError) -> Row<E> {
    if let row = try find(entity, number) { return row }
    let other = try differingInZeros(entity, number)
    throw .refuse(
      .notFound, field: field ?? E.table.columns[0].name, found: "no \(E.noun) \(number)",
      expected: E.expected,
      remedy: other.map {
        "a spreadsheet may have changed leading zeros; did you mean \(E.noun) \($0)?"
      }
        ?? E.remedy)
  }

  /// An existing number that differs only in leading zeros, which spreadsheets remove.
  private func differingInZeros<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number
  ) throws(RuleError) -> E.Number? {
    guard number.text.utf8.allSatisfy(isDigit) else { return nil }
    let bare = String(number.text.drop { $0 == "0" })
    for zeros in 0...Self.mostZeros {
      let other = E.Number(trusted: String(repeating: "0", count: zeros) + bare)
      if other != number, try find(entity, other) != nil { return other }
    }
    return nil
  }

  private static var mostZeros: Int { 6 }
}
