/// A customer ID (CID), as printed on the bill.
public struct CustomerID: IdentifierValue {
  public static let valueName = "cid"
  public static let expected = "a customer ID"
  public let text: String
  public init(trusted text: String) { self.text = text }
}

/// A service location's ID.
public struct LocationID: IdentifierValue {
  public static let valueName = "location"
  public static let expected = "a service location ID"
  public static let longest = 48
  public let text: String
  public init(trusted text: String) { self.text = text }
}

/// An account number.
public struct AccountNumber: IdentifierValue {
  public static let valueName = "account"
  public static let expected = "an account number"
  public static let longest = 48
  public let text: String
  public init(trusted text: String) { self.text = text }
}

/// A meter's serial number.
public struct MeterSerial: IdentifierValue {
  public static let valueName = "meter"
  public static let expected = "a meter's serial number"
  public let text: String
  public init(trusted text: String) { self.text = text }
}

/// A service type's code, e.g. 1000 or MXU.
public struct ServiceCode: IdentifierValue {
  public static let valueName = "service"
  public static let expected = "a service type's code"
  public static let longest = 16
  public let text: String
  public init(trusted text: String) { self.text = text }
}

/// A bill's number.
public struct BillNumber: IdentifierValue {
  public static let valueName = "bill"
  public static let expected = "a bill number"
  public let text: String
  public init(trusted text: String) { self.text = text }
}
