package import Ledger
package import Values

/// Changes a service location's fields.
package struct SetLocation: Operation {
  package static let name = OperationName("location", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes: [TableWrite] = [.update(Location.table)]
  package static let fields =
    [LocationFields.location.info] + LocationFields.columns.fields + [ClearList.field.info]

  let location: LocationID
  let values: EditedValues<Location>
  let clear: ClearList

  package init(_ input: Input) throws(Rejection) {
    location = try input.require(LocationFields.location)
    values = try LocationFields.columns.values(in: input)
    clear = try ClearList(input, from: LocationFields.columns.clearable)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.location(location)
    var after = before
    clear.write(to: &after)
    values.write(to: &after)
    try books.checkCodes(of: after, before: before)
    guard books.update(before, to: after) else {
      return Effect("location \(location) is unchanged")
    }
    return Effect("location \(location) changed")
  }
}
