import Engines
package import Ledger
package import Values

/// Adds a service location.
package struct AddLocation: Operation {
  package static let name = OperationName("location", "add")
  package static let summary = "Add a service location"
  package static let discussion = """
    The route and sequence set the order in which meters are read; the cycle sets when bills are \
    made.
    """
  package static let examples = [
    "location add 9100 --address \"12 Mill Lane\" --unit 4 --route 07 --sequence 120 --cycle 2"
  ]
  package static let fields =
    [LocationFields.location.info] + LocationFields.newColumns.fields

  package let location: LocationID
  let values: EditedValues<Location>

  package init(_ input: Input) throws(Rejection) {
    location = try input.require(LocationFields.location)
    values = try LocationFields.newColumns.values(in: input)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    var row = Row<Location>()
    row[Location.location] = location
    values.write(to: &row)
    if let existing = try books.find(Location.self, location) {
      if existing == row { return Effect("location \(location) is unchanged") }
      throw .refuse(
        .duplicate, field: "location", found: "location \(location), \(existing[Location.address])",
        expected: "a location ID that is not in use",
        mend: "use `location set` to change the location, or use another ID")
    }
    books.insert(row)
    return Effect("location \(location) added")
  }
}
