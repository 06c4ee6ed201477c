/// A kind of record with a number of its own.
public protocol NumberedRecord: Entity {
  associatedtype Number: TextValue
  static var noun: String { get }
  static var expected: String { get }
  /// What to do where it does not exist.
  static var mend: String { get }
}

extension Customer: NumberedRecord {
  public typealias Number = CustomerID
  public static let noun = "customer"
  public static let expected = "an existing customer ID"
  public static let mend = "find it with `search`, or add it with `customer add`"
}

extension Location: NumberedRecord {
  public typealias Number = LocationID
  public static let noun = "location"
  public static let expected = "an existing service location"
  public static let mend = "find it with `search`, or add it with `location add`"
}

extension Account: NumberedRecord {
  public typealias Number = AccountNumber
  public static let noun = "account"
  public static let expected = "an existing account number"
  public static let mend = "find it with `search`, or open it with `account open`"
}

extension Bill: NumberedRecord {
  public typealias Number = BillNumber
  public static let noun = "bill"
  public static let expected = "an existing bill number"
  public static let mend = "see `bill list`, or add it with `bill add`"
}

extension Meter: NumberedRecord {
  public typealias Number = MeterSerial
  public static let noun = "meter"
  public static let expected = "the serial number of a meter"
  public static let mend = "find it with `meter list`, or add it with `meter add`"
}

extension Books {
  /// The record with a number, which must exist.
  public func known<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number, field: String? = nil
  ) throws(Stop) -> Row<E> {
    if let row = try find(entity, number) { return row }
    let other = try differingInZeros(entity, number)
    throw .refuse(
      .notFound, field: field ?? E.table.columns[0].name, found: "no \(E.noun) \(number)",
      expected: E.expected,
      mend: other.map {
        "a spreadsheet may have changed leading zeros; did you mean \(E.noun) \($0)?"
      }
        ?? E.mend)
  }

  /// An existing number that differs only in leading zeros, which spreadsheets remove.
  private func differingInZeros<E: NumberedRecord>(
    _ entity: E.Type, _ number: E.Number
  ) throws(Stop) -> E.Number? {
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
