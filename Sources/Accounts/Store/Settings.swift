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
  case eftTwoPersons = "eft.two-persons"
  case eftPrenoteDays = "eft.prenote-days"
  case eftCompanyName = "eft.company-name"
  case eftCompanyID = "eft.company-id"
  case eftBankRouting = "eft.odfi"
  case eftBankName = "eft.odfi-name"

  public var standard: String {
    switch self {
    case .city: "Your City"
    case .timeZone: "UTC"
    case .firstCustomerID: "100001"
    case .firstAccount: "2000001"
    case .billDueDays: "21"
    case .eftTwoPersons: "no"
    case .eftPrenoteDays: "3"
    case .eftCompanyName, .eftCompanyID, .eftBankRouting, .eftBankName: ""
    }
  }

  public var meaning: String {
    switch self {
    case .city: "the city's name, as it stands on pages and in messages"
    case .timeZone: "the city's time zone, which decides what day it is (e.g. America/Chicago)"
    case .firstCustomerID: "the first customer ID that is given out where none is named"
    case .firstAccount: "the first account number that is given out where none is named"
    case .eftTwoPersons: "yes: what one operator enrolls waits for another's `eft confirm`"
    case .eftPrenoteDays: "banking days that a prenote waits for the bank's answer"
    case .eftCompanyName: "the city's name in files to the bank, at most 16 characters"
    case .eftCompanyID: "the city's company ID with its bank, at most 10 characters"
    case .eftBankRouting: "routing number of the city's bank (ODFI)"
    case .eftBankName: "name of the city's bank, at most 23 characters"
    case .billDueDays: "days from a bill's date to its due date, where the bill names none"
    }
  }
}
