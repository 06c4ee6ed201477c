/// What a store's owner decides for all who use it.
public struct Settings: Sendable {
  private var values: [String: String]

  init(_ values: [String: String] = [:]) {
    self.values = values
  }

  public subscript(_ setting: Setting) -> String { values[setting.rawValue] ?? setting.standard }

  public func integer(_ setting: Setting) -> Int { Int(self[setting]) ?? 0 }
}

/// Every setting: its name, its value where none was set, and what it decides.
public enum Setting: String, CaseIterable, Sendable {
  case city = "city"
  case timeZone = "time-zone"
  case firstCustomerID = "customer.first-cid"
  case firstAccount = "account.first-number"
  case billDueDays = "bill.due-days"

  public var standard: String {
    switch self {
    case .city: "Your City"
    case .timeZone: "UTC"
    case .firstCustomerID: "100001"
    case .firstAccount: "2000001"
    case .billDueDays: "21"
    }
  }

  public var meaning: String {
    switch self {
    case .city: "the city's name, as it stands on pages and in messages"
    case .timeZone: "the city's time zone, which decides what day it is (e.g. America/Chicago)"
    case .firstCustomerID: "the first customer ID that is given out where none is named"
    case .firstAccount: "the first account number that is given out where none is named"
    case .billDueDays: "days from a bill's date to its due date, where the bill names none"
    }
  }
}
