package import Engines
package import Values

/// A person or organization that is billed.
package enum Customer: Entity {
  package static let cid = Column<Customer, CustomerID>(0, "cid")
  package static let name = Column<Customer, Line>(1, "name")
  package static let firstName = Column<Customer, Line?>(2, "first_name")
  package static let lastName = Column<Customer, Line?>(3, "last_name")
  package static let kind = Column<Customer, CustomerKind>(4, "kind")
  package static let address = Column<Customer, Line?>(5, "address")
  package static let address2 = Column<Customer, Line?>(6, "address2")
  package static let city = Column<Customer, Line?>(7, "city")
  package static let state = Column<Customer, Line?>(8, "state")
  package static let postalCode = Column<Customer, PostalCode?>(9, "postal_code")
  package static let phone = Column<Customer, PhoneNumber?>(10, "phone")
  package static let email = Column<Customer, EmailAddress?>(11, "email")
  /// The customer that took this one's place, after a merge.
  package static let mergedInto = Column<Customer, CustomerID?>(12, "merged_into")

  package static let table = Table(
    "customer",
    [
      cid.info, name.info, firstName.info, lastName.info, kind.info, address.info, address2.info,
      city.info, state.info, postalCode.info, phone.info, email.info, mergedInto.info,
    ])
}
