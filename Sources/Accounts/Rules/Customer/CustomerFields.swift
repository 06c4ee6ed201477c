import Engines
import Ledger
import Values

/// A customer's fields other than the customer ID.
struct CustomerFields: Sendable {
  static let cid = Field<CustomerID>.argument("cid", "customer ID, as printed on the bill")
  static let newCid = Field<CustomerID>.argument(
    "cid", required: false, "customer ID; default: the next free one")
  static let name = Field<Line>.option("name", "full name of the person or organization")
  static let first = Field<Line>.option("first", "first name")
  static let last = Field<Line>.option("last", "last name")
  static let kind = Field<CustomerKind>.option("kind", "person or organization")
  static let address = Field<Line>.option("address", "mailing address")
  static let address2 = Field<Line>.option("address2", "second line of the mailing address")
  static let city = Field<Line>.option("city", "city of the mailing address")
  static let state = Field<Line>.option("state", "state of the mailing address")
  static let postalCode = Field<PostalCode>.option("postal-code", "ZIP or other postal code")
  static let phone = Field<PhoneNumber>.option("phone", "telephone number")
  package static let email = Field<EmailAddress>.option("email", "e-mail address")

  static let details = [
    name.info, first.info, last.info, kind.info, address.info, address2.info, city.info,
    state.info, postalCode.info, phone.info, email.info,
  ]

  let name: Line?
  let first: Line?
  let last: Line?
  let kind: CustomerKind?
  let address: Line?
  let address2: Line?
  let city: Line?
  let state: Line?
  let postalCode: PostalCode?
  let phone: PhoneNumber?
  package let email: EmailAddress?

  init(_ input: Input) throws(Rejection) {
    name = try input[Self.name]
    first = try input[Self.first]
    last = try input[Self.last]
    kind = try input[Self.kind]
    address = try input[Self.address]
    address2 = try input[Self.address2]
    city = try input[Self.city]
    state = try input[Self.state]
    postalCode = try input[Self.postalCode]
    phone = try input[Self.phone]
    email = try input[Self.email]
  }

  /// Overwrites the fields that are given and keeps the others.
  func write(to row: inout Row<Customer>) throws(Stop) {
    if let first { row[Customer.firstName] = first }
    if let last { row[Customer.lastName] = last }
    if let name {
      row[Customer.name] = name
    } else if first != nil || last != nil {
      row[Customer.name] = try Self.fullName(of: row)
    }
    if let kind { row[Customer.kind] = kind }
    if let address { row[Customer.address] = address }
    if let address2 { row[Customer.address2] = address2 }
    if let city { row[Customer.city] = city }
    if let state { row[Customer.state] = state }
    if let postalCode { row[Customer.postalCode] = postalCode }
    if let phone { row[Customer.phone] = phone }
    if let email { row[Customer.email] = email }
  }

  private static func fullName(of row: Row<Customer>) throws(Stop) -> Line {
    let (first, last) = (row[Customer.firstName], row[Customer.lastName])
    guard let first, let last else {
      throw .refuse(
        .contradictory, field: first == nil ? "last" : "first",
        found: first == nil ? "a last name alone" : "a first name alone",
        expected: "first and last together", mend: "add the other, or use name")
    }
    do {
      return try Line("\(first) \(last)")
    } catch {
      throw .rejected(Rejection(error, field: "last"))
    }
  }
}
