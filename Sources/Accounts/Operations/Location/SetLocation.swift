/// Changes a service location's fields.
public struct SetLocation: Operation {
  public static let name = OperationName("location", "set")
  public static let summary = "Change a service location's address, route, sequence or cycle"
  public static let discussion = """
    Fields that are not given do not change. To empty a field, name it in --clear. With --from, \
    blank cells of the columns named in --clear empty the field.
    """
  public static let examples = ["location set 1000001 --route 08 --clear sequence"]
  public static let fields =
    [LocationFields.location.info, LocationFields.address.info] + LocationFields.details
    + [ClearList.field.info]

  let location: LocationID
  let details: LocationFields
  let clear: ClearList

  public init(_ input: Input) throws(Rejection) {
    location = try input.require(LocationFields.location)
    details = try LocationFields(input)
    clear = try ClearList(input, from: LocationFields.clearable, of: Location.self)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let before = try books.location(location)
    var after = before
    clear.write(to: &after)
    details.write(to: &after)
    guard books.update(before, to: after) else {
      return Effect("location \(location) is already so")
    }
    return Effect("location \(location) changed")
  }
}
