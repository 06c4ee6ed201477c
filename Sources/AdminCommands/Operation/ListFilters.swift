import Accounts

/// Records that narrow a list. A list of what is not there would look like one of nothing.
extension Store {
  /// The number of a record, which must exist, as for `show`.
  /// - Parameter field: the list's name for it.
  func filter<E: NumberedRecord>(
    _ entity: E.Type, _ word: String?, _ field: String
  ) throws -> E.Number? {
    guard let word else { return nil }
    let number: E.Number = try Words.value(word, field)
    _ = try books().known(entity, number, field: field)
    return number
  }

  /// The code of a service type by its name or code.
  func filter(serviceType word: String?, _ field: String = "service") throws -> String? {
    guard let word else { return nil }
    let name: Line = try Words.value(word, field)
    return try books().serviceType(name, field: field)[ServiceType.code].text
  }

  /// A route or cycle, which some location must have.
  /// - Parameter column: of `location`.
  func filter(place word: String, _ field: String, _ column: String) throws -> String {
    let name: Line = try Words.value(word, field)
    var isThere = false
    try each(sql: "SELECT 1 FROM location WHERE \(column) = ? LIMIT 1", [name.datum]) { _ in
      isThere = true
      return false
    }
    guard isThere else {
      throw Rejection(
        .notFound, field: field, found: "no location with \(column) \(name.text)",
        expected: "the \(column) of a location",
        mend: "see `ubadmin location list --fields \(column)`")
    }
    return name.text
  }

  /// The name of a member of staff, who must be an operator, or have left the name in a column, as
  /// one who was an operator once.
  func filter(staff word: String?, _ field: String, in table: String, _ column: String) throws
    -> String?
  {
    guard let word else { return nil }
    let name: StaffName = try Words.value(word, field)
    // Where nobody is an operator, everybody may be anyone.
    if try books().rows(Operator.ofRole, Role.admin).isEmpty { return name.text }
    if try books().find(Operator.self, name) != nil { return name.text }
    var isThere = false
    try each(sql: "SELECT 1 FROM \(table) WHERE \(column) = ? LIMIT 1", [name.datum]) { _ in
      isThere = true
      return false
    }
    if !isThere { _ = try books().staff(name, field: field) }
    return name.text
  }
}
