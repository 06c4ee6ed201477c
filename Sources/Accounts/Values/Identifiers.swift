/// A customer ID (CID), as printed on the bill.
package struct CustomerID: IdentifierValue {
  package static let valueName = "cid"
  package static let expected = "a customer ID"
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A service location's ID.
package struct LocationID: IdentifierValue {
  package static let valueName = "location"
  package static let expected = "a service location ID"
  package static let mayBeDate = true
  package static let longest = 48
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// An account number.
package struct AccountNumber: IdentifierValue {
  package static let valueName = "account"
  package static let expected = "an account number"
  package static let longest = 48
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A meter's serial number.
package struct MeterSerial: IdentifierValue {
  package static let valueName = "meter"
  package static let expected = "a meter's serial number"
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A service type's code, e.g. 1000 or MXU.
package struct ServiceCode: IdentifierValue {
  package static let valueName = "service"
  package static let expected = "a service type's code"
  package static let longest = 16
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A bill's number.
package struct BillNumber: IdentifierValue {
  package static let valueName = "bill"
  package static let expected = "a bill number"
  package static let mayBeDate = true
  package let text: String
  package init(trusted text: String) { self.text = text }
}
