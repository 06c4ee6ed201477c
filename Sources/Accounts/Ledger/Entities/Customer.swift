package import Engines
package import Values

/// A person or organization that is billed.
package enum Customer: Entity {
  package static let cid = Column<Customer, CustomerID>(
    0, "cid", label: "Customer ID", title: "CID", help: "customer ID, as printed on the bill",
    search: .init(.number, weight: 9))
  package static let name = Column<Customer, Line>(
    1, "name", help: "full name of the person or organization", .edited,
    search: .init(.text, weight: 8))
  package static let firstName = Column<Customer, Line?>(
    2, "first_name", help: "first name", option: "first", [.edited, .unlisted],
    search: .init(.text, weight: 8))
  package static let lastName = Column<Customer, Line?>(
    3, "last_name", help: "last name", option: "last", [.edited, .unlisted],
    search: .init(.text, weight: 8))
  package static let kind = Column<Customer, CustomerKind>(
    4, "kind", help: "person or organization", .edited)
  package static let address = Column<Customer, Line?>(
    5, "address", label: "Mailing address", title: "Address", help: "mailing address", .edited,
    search: .init(.text, weight: 4))
  package static let address2 = Column<Customer, Line?>(
    6, "address2", label: "Address 2", help: "second line of the mailing address", .edited,
    search: .init(.text, weight: 3))
  package static let city = Column<Customer, Line?>(
    7, "city", help: "city of the mailing address", .edited, search: .init(.text, weight: 1))
  package static let state = Column<Customer, Line?>(
    8, "state", help: "state of the mailing address", .edited, search: .init(.text, weight: 1))
  package static let postalCode = Column<Customer, PostalCode?>(
    9, "postal_code", help: "ZIP or other postal code", .edited, search: .init(.number, weight: 1))
  package static let phone = Column<Customer, PhoneNumber?>(
    10, "phone", help: "telephone number", .edited, search: .init(.phone, weight: 7))
  package static let email = Column<Customer, EmailAddress?>(
    11, "email", label: "E-mail", help: "e-mail address", .edited, search: .init(.email, weight: 6))
  /// The customer that took this one's place, after a merge.
  package static let mergedInto = Column<Customer, CustomerID?>(12, "merged_into")

  package static let table = Table(
    "customer",
    [
      cid.info, name.info, firstName.info, lastName.info, kind.info, address.info, address2.info,
      city.info, state.info, postalCode.info, phone.info, email.info, mergedInto.info,
    ])

  /// Some of those with a name.
  package static let named = Lookup<Customer>(
    [.equal(name)], order: [.ascending(cid)], limit: 100)
}
