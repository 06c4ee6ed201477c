import Accounts

/// Records that narrow a list. A list of what is not there would look like one of nothing.
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

  /// The code of a service type by its name or code.
  func filter(serviceType word: String?, _ field: String = "service") throws -> String? {
    guard let word else { return nil }
    let name: Line = try TypedValue.value(word, field)
    return try books().serviceType(name, field: field)[ServiceType.code].text
  }

  /// What some record must have in a column, such as a location's route.
  func filter<E: Entity, Value>(
    _ column: Column<E, Value>, _ word: String?, _ field: String
  ) throws -> String? {
    guard let word else { return nil }
    let table = E.table.name
    var known: [String] = []
    var isThere = false
    try each(
      sql: "SELECT 1 FROM \(table) WHERE \(column.name) = ? LIMIT 1", [word.datum]
    ) { _ in
      isThere = true
      return false
    }
    guard !isThere else { return word }
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
      .notFound, field: field, found: "no \(table) with the \(column.name) \(word)",
      expected: known.isEmpty
        ? "a \(column.name) of a \(table)"
        : "one of \(some)" + (known.count > Self.mostNamed ? " and others" : ""),
      remedy: "see `\(table) list --fields \(table),\(column.name)`")
  }

  private static let mostNamed = 20

  /// The name of a member of staff, who must be an operator, or have left the name in a column, as
  /// one who was an operator once.
  func filter(staff word: String?, _ field: String, in table: String, _ column: String) throws
    -> String?
  {
    guard let word else { return nil }
    let name: StaffName = try TypedValue.value(word, field)
    // Without operators, staff may go by any name. Only the journal says who has changed something.
    if table != "change", try books().rows(Operator.ofRole, Role.admin).isEmpty { return name.text }
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
