import Engines
package import Ledger
package import Values

/// Adds a service location.
package struct AddLocation: Operation {
  package static let name = OperationName("location", "add")
  package static let leastRole = Role.clerk
  package static let writes: [TableWrite] = [.insert(Location.table)]
  package static let fields =
    [LocationFields.location.info] + LocationFields.newColumns.fields

  let location: LocationID
  let values: EditedValues<Location>

  package init(_ input: Input) throws(Rejection) {
    location = try input.require(LocationFields.location)
    values = try LocationFields.newColumns.values(in: input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var row = Row<Location>()
    row[Location.location] = location
    values.write(to: &row)
    if let existing = try books.find(Location.self, location) {
      if existing == row { return Effect("location \(location) is unchanged") }
      throw .refuse(
        .duplicate, field: "location", found: "location \(location), \(existing[Location.address])",
        expected: "a location ID that is not in use",
        remedy: "\(help: "location set") explains how to change it; or use another ID")
    }
    try books.checkIsNew(Location.self, location)
    try books.checkCodes(of: row)
    books.insert(row)
    return Effect("location \(location) added")
  }
}
