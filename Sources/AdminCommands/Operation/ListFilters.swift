import Accounts

/// Records that narrow a list. They must exist: a list of a missing record would just look empty.
extension Store {
  /// The number of a record, which must exist, as for `show`.
  /// - Parameter field: the list's name for it.
  func filter<E: NumberedRecord>(
    _ entity: E.Type, _ word: String?, _ field: String
  ) throws -> E.Number? {
    guard let word else { return nil }
    let number: E.Number = try TypedValue.value(word, field)
    _ = try books().known(entity, number, field: field)
    return number
  }

  /// The ID of a customer who was not merged into another: that one has all their accounts.
  func filter(customer word: String?, _ field: String = "cid") throws -> CustomerID? {
    guard let word else { return nil }
    let cid: CustomerID = try TypedValue.value(word, field)
    return try books().customer(cid, field: field)[Customer.cid]
  }

  /// Numbers with commas between them, which must exist.
  func filter<E: NumberedRecord>(
    listed entity: E.Type, _ word: String?, _ field: String
  ) throws -> [String] {
    guard let word else { return [] }
    let words = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    // An unset variable of a script must not list the whole city.
    guard words.count == 1 || !words.contains(where: { CellBlanks.trimmed($0).isEmpty }) else {
      throw Rejection(
        .malformed, field: field, found: "\(word) with nothing next to a comma",
        expected: "\(E.Number.valueName), or several separated by commas",
        remedy: "name each, or none to list all")
    }
    return try words.compactMap { try filter(entity, $0, field).map { "\($0)" } }
  }

  /// The code of a service type by its name or code.
  func filter(serviceType word: String?, _ field: String = "service") throws -> String? {
    guard let word else { return nil }
    let name: Line = try TypedValue.value(word, field)
    return try books().serviceType(name, field: field)[ServiceType.code].text
  }

  /// What some record must have in a column, such as a location's route.
  func filter<E: Entity, Value>(
    _ column: Column<E, Value>, _ word: String?, _ field: String, ignoringCase: Bool = false
  ) throws -> String? {
    guard let word else { return nil }
    let table = E.table.name
    let test = ignoringCase ? "lower(\(column.name)) = lower(?)" : column.name
    var known: [String] = []
    guard try !has(word, in: table, test) else { return word }
    try each(
      sql: """
        SELECT DISTINCT \(column.name) FROM \(table) \
        WHERE \(column.name) IS NOT NULL ORDER BY \(column.name) LIMIT \(Self.mostNamed + 1)
        """
    ) { row in
      known.append(row.datum(0).description)
      return true
    }
    let some = known.prefix(Self.mostNamed).joined(separator: ", ")
    throw Rejection(
      .notFound, field: field, found: "no \(table) with \(column.name) \(word)",
      expected: known.isEmpty
        ? "a \(column.name) of a \(table)"
        : "one of \(some)" + (known.count > Self.mostNamed ? " and others" : ""),
      remedy: "see `\(table) list --fields \(E.table.columns[0].name),\(column.name)`")
  }

  private static let mostNamed = DidYouMean.most

  /// The name of a member of staff, who must be an operator, or have left the name in a column or in
  /// the journal, as one who was an operator once.
  /// - Parameter caller: who asks.
  func filter(
    staff word: String?, _ field: String, in table: String, _ column: String, caller: String
  ) throws -> String? {
    guard let word else { return nil }
    let name: StaffName = try TypedValue.value(word, field)
    if try books().find(Operator.self, name) != nil { return name.text }
    if try has(name.text, in: table, column) || has(name.text, in: "change", "operator") {
      return name.text
    }
    // Where no operator was added yet, anyone who asks is one.
    if name.text == caller, try books().rows(Operator.ofRole, Role.admin).isEmpty { return caller }
    _ = try books().staff(name, field: field)
    return name.text
  }

  /// An address of a person, which somebody must have.
  func filter(address: EmailAddress?, _ field: String) throws -> EmailAddress? {
    guard let address else { return nil }
    for (table, column) in Self.addresses
    where try has(address.folded, in: table, "lower(\(column)) = ?") { return address }
    throw Rejection(
      .notFound, field: field, found: "nobody with the e-mail address \(address)",
      expected: "the e-mail address of a user, customer, request, mail or bill delivery",
      remedy: "find the person by name, e.g. `search salas`")
  }

  /// Where addresses of people stand.
  private static let addresses: [(table: String, column: String)] = [
    (User.table.name, User.email.name), (Customer.table.name, Customer.email.name),
    (OutboxMessage.table.name, OutboxMessage.recipient.name),
    (Request.table.name, Request.email.name),
    (DeliveryPreference.table.name, DeliveryPreference.email.name),
  ]

  /// The key of a row, which some change must have written.
  func filter(key: String?, of table: String?) throws -> String? {
    guard let key, let table else { return nil }
    let isThere = try hasRow(
      in: "change_row", where: "table_name = ? AND row_key = ?", [table.datum, key.datum])
    guard !isThere else { return key }
    throw Rejection(
      .notFound, field: "key", found: "no change to row \(key) of \(table)",
      expected: "the key of a changed row", remedy: "see `change list --table \(table)`")
  }

  /// - Parameter condition: a column, or a condition with a place for the value.
  private func has(_ value: String, in table: String, _ condition: String) throws -> Bool {
    let test = condition.contains("?") ? condition : "\(condition) = ?"
    return try hasRow(in: table, where: test, [value.datum])
  }

  private func hasRow(in table: String, where test: String, _ values: [Datum]) throws -> Bool {
    var isThere = false
    try each(sql: "SELECT 1 FROM \(table) WHERE \(test) LIMIT 1", values) { _ in
      isThere = true
      return false
    }
    return isThere
  }
}
