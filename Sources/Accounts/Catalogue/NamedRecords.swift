package import Ledger
import Portal
import Rules
package import Values

extension OperationName {
  /// Whether a field, by its name, is of a record that the operation makes.
  package func makes(_ field: String) -> Bool {
    if description == "portal register" { return true }
    return ["add", "open", "register"].contains(verb)
      && field == (["customer": "cid", "user": "email"][noun] ?? noun)
  }
}

extension Books {
  /// Why the record that a field names cannot be used; nil if the field names none, or one that the
  /// operation itself makes.
  package func fault(
    ofRecord cell: CellBytes, _ field: FieldInfo, for type: any Operation.Type
  ) throws(RuleError) -> Rejection? {
    guard !type.name.makes(field.name) else { return nil }
    do throws(RuleError) {
      try find(Customer.self, cell, field) { cid, field throws(RuleError) in
        _ = try customer(cid, field: field)
      }
      try find(Account.self, cell, field)
      try find(Location.self, cell, field)
      try find(Bill.self, cell, field)
      if Self.namesMeter(field) { try find(Meter.self, cell, field) }
      try findUser(cell, field)
      try findOther(cell, field)
      return nil
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      return rejection
    }
  }

  /// The first and the last record that a field can name, to stand in for bad words; nil if it
  /// names none.
  package func examples(of field: FieldInfo) throws(RuleError) -> [String]? {
    if field.value == CustomerID.self { return try ends(Customer.cid) }
    if field.value == AccountNumber.self { return try ends(Account.account) }
    if field.value == LocationID.self { return try ends(Location.location) }
    if field.value == BillNumber.self { return try ends(Bill.bill) }
    if Self.namesMeter(field) { return try ends(Meter.meter) }
    if Self.namesUser(field) { return try ends(User.email) }
    return Self.namesServiceType(field) ? try ends(ServiceType.code) : nil
  }

  private func ends<E: Entity, Value>(_ key: Column<E, Value>) throws(RuleError) -> [String] {
    var found: [String] = []
    // Asked separately, each is read from the key; asked together, SQLite would scan the table.
    let ends = ["min", "max"].map { "(SELECT \($0)(\(key.name)) FROM \(E.table.name))" }
    try each(sql: "SELECT " + ends.joined(separator: ", ")) { row in
      found = [row.datum(0), row.datum(1)].filter { !$0.isNull }.map(\.description)
      return true
    }
    return found
  }

  private func find<E: NumberedRecord>(
    _ entity: E.Type, _ cell: CellBytes, _ field: FieldInfo
  ) throws(RuleError) {
    try find(entity, cell, field) { number, field throws(RuleError) in
      _ = try known(entity, number, field: field)
    }
  }

  private func find<E: NumberedRecord>(
    _ entity: E.Type, _ cell: CellBytes, _ field: FieldInfo,
    _ check: (E.Number, String) throws(RuleError) -> Void
  ) throws(RuleError) {
    guard field.value == E.Number.self, let number = try? E.Number(cell: cell) else {
      return
    }
    try check(number, field.name)
  }

  /// The serial number of a radio is like a meter's, but names no record.
  private static func namesMeter(_ field: FieldInfo) -> Bool {
    field.value == MeterSerial.self && field.name != Meter.mxu.name
  }

  /// An address names a user where it is an argument.
  private static func namesUser(_ field: FieldInfo) -> Bool {
    field.value == EmailAddress.self && field.place == .argument && field.namesRecord
  }

  private func findUser(_ cell: CellBytes, _ field: FieldInfo) throws(RuleError) {
    guard Self.namesUser(field), let email = try? EmailAddress(cell: cell) else { return }
    _ = try user(email, field: field.name)
  }

  private static func namesServiceType(_ field: FieldInfo) -> Bool {
    field.name == "service" && field.value == Line.self
  }

  /// Records whose fields are identified by their names.
  private func findOther(_ cell: CellBytes, _ field: FieldInfo) throws(RuleError) {
    if Self.namesServiceType(field), let name = try? Line(cell: cell) {
      _ = try serviceType(name)
    }
    guard field.value == WholeNumber.self, let number = try? WholeNumber(cell: cell) else {
      return
    }
    if field.name == "request" { _ = try request(number.value) }
    if field.name == "payment" { _ = try payment(number.value) }
  }
}
