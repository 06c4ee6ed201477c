/// A person or organization that is billed.
public enum Customer: Entity {
  public static let cid = Column<Customer, CustomerID>(0, "cid")
  public static let name = Column<Customer, Line>(1, "name")
  public static let firstName = Column<Customer, Line?>(2, "first_name")
  public static let lastName = Column<Customer, Line?>(3, "last_name")
  public static let kind = Column<Customer, CustomerKind>(4, "kind")
  public static let address = Column<Customer, Line?>(5, "address")
  public static let address2 = Column<Customer, Line?>(6, "address2")
  public static let city = Column<Customer, Line?>(7, "city")
  public static let state = Column<Customer, Line?>(8, "state")
  public static let postalCode = Column<Customer, PostalCode?>(9, "postal_code")
  public static let phone = Column<Customer, PhoneNumber?>(10, "phone")
  public static let email = Column<Customer, EmailAddress?>(11, "email")
  /// The customer that took this one's place, after a merge.
  public static let mergedInto = Column<Customer, CustomerID?>(12, "merged_into")

  public static let table = Table(
    "customer",
    [
      cid.info, name.info, firstName.info, lastName.info, kind.info, address.info, address2.info,
      city.info, state.info, postalCode.info, phone.info, email.info, mergedInto.info,
    ])
}
