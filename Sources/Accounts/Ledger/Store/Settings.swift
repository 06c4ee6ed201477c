import Engines
package import Values

/// What a store's owner decides for all who use it.
package struct Settings: Sendable {
  private var values: [String: String]

  init(_ values: [String: String] = [:]) {
    self.values = values
  }

  /// What is stored, by name.
  static func values(in connection: any Connection) throws(StoreError) -> [String: String] {
    var values: [String: String] = [:]
    try connection.read(all, []) { row in
      values[String(decoding: row.text(0), as: UTF8.self)] = String(
        decoding: row.text(1), as: UTF8.self)
      return true
    }
    return values
  }

  package subscript(_ setting: Setting) -> String { values[setting.rawValue] ?? setting.standard }

  /// What is kept under a name that is no setting's, as the city's own texts of mails; nil if nothing is.
  package func stored(_ name: String) -> String? { values[name] }

  package func integer(_ setting: Setting) -> Int { Int(self[setting]) ?? 0 }

  /// How the city's clocks run. A store whose zone this machine lacks does not open.
  package var zone: CityTimeZone { CityTimeZone.named(self[.timeZone]) ?? .utc }
}

/// Every setting: its name, its value where none was set, and what it decides.
package enum Setting: String, CaseIterable, Sendable {
  case city = "city"
  case timeZone = "time-zone"
  case cityPhone = "city.phone"
  case cityWebSite = "city.web-site"
  case cityHours = "city.hours"
  case firstCustomerID = "customer.first-cid"
  case firstAccount = "account.first-number"
  case billDueDays = "bill.due-days"
  case eftTwoPersons = "eft.two-persons"
  case eftPrenoteDays = "eft.prenote-days"
  case eftCompanyName = "eft.company-name"
  case eftCompanyID = "eft.company-id"
  case eftBankRouting = "eft.odfi"
  case eftBankName = "eft.odfi-name"
  case eftFirstFile = "eft.first-file"
  case eftFirstEntry = "eft.first-entry"
  case isTest = "store.is-test"
  case mailSender = "mail.sender"
  case portalAddress = "portal.address"
  case lockoutAttempts = "lockout.max-attempts"
  case lockoutMinutes = "lockout.auto-unlock-minutes"
  case lockoutNotice = "lockout.notify"
  case passwordLength = "password.minimum-length"
  case passwordDays = "password.days"
  case linkAttempts = "link.max-attempts"
  case tokenDays = "token.days"
  case sessionHours = "session.hours"
  case rememberDays = "session.remember-days"
  case deliveryBounces = "delivery.max-bounces"
  case deliveryShutOff = "delivery.shut-off-on-paper"
  case querySeconds = "query.max-seconds"
  case completionNames = "completion.names"
  case readTimesUsual = "read.max-times-usual"
  case earliestDay = "dates.earliest"
  case latestYearsAhead = "dates.latest-years-ahead"
  case latestDaysAhead = "dates.latest-days-ahead"
  case latestDaysPlanned = "dates.latest-days-planned"
  case earliestDaysBack = "dates.earliest-days-back"
  case billPeriodDays = "bill.max-period-days"
  case billMostDueDays = "bill.max-due-days"
  case fiscalYearStart = "fiscal-year.start"
  case highLowWarnHigh = "high-low.warn-high"
  case highLowWarnLow = "high-low.warn-low"
  case highLowForceHigh = "high-low.force-high"
  case highLowForceLow = "high-low.force-low"
  case highLowMinimum = "high-low.minimum"

  package var standard: String {
    switch self {
    case .city: "Your City"
    case .timeZone: "UTC"
    case .cityPhone, .cityWebSite, .cityHours: ""
    case .firstCustomerID: "100001"
    case .firstAccount: "2000001"
    case .billDueDays: "21"
    case .eftTwoPersons: "no"
    case .eftPrenoteDays: "3"
    case .eftCompanyName, .eftCompanyID, .eftBankRouting, .eftBankName: ""
    case .eftFirstFile, .eftFirstEntry: "1"
    case .isTest: "no"
    case .mailSender: ""
    case .portalAddress: "https://portal.invalid"
    case .lockoutAttempts: "10"
    case .lockoutMinutes: "0"
    case .lockoutNotice: "yes"
    case .passwordLength: "10"
    case .passwordDays: "0"
    case .linkAttempts: "10"
    case .tokenDays: "7"
    case .sessionHours: "12"
    case .rememberDays: "30"
    case .deliveryBounces: "3"
    case .deliveryShutOff: "yes"
    case .querySeconds: "300"
    case .completionNames: "yes"
    case .readTimesUsual: "5"
    case .earliestDay: "1950-01-01"
    case .latestYearsAhead: "2"
    case .latestDaysAhead: "62"
    case .latestDaysPlanned: "300"
    // A day that is a year off lies further back, even one of those 62 days.
    case .earliestDaysBack: "300"
    case .billPeriodDays: "400"
    case .billMostDueDays: "92"
    case .fiscalYearStart: "7"
    case .highLowWarnHigh: "200"
    case .highLowWarnLow: "50"
    case .highLowForceHigh: "500"
    case .highLowForceLow: "10"
    case .highLowMinimum: "500"
    }
  }

  package var meaning: String {
    switch self {
    case .city: "the city's name, as shown on pages and in messages"
    case .timeZone:
      "the city's time zone, for dates and times (e.g. America/Chicago)"
    case .cityPhone: "telephone number for customers, on bills, in mails and in the portal"
    case .cityWebSite: "website for customers, on bills, in mails and in the portal"
    case .cityHours: "when customers can call or come, e.g. Mon-Fri 8 a.m. to 5 p.m."
    case .firstCustomerID: "first customer ID assigned when none is given"
    case .firstAccount: "first account number assigned when none is given"
    case .eftTwoPersons: "yes: an enrollment needs `eft confirm` by a second operator"
    case .eftPrenoteDays: "banking days to wait for the bank's answer to a prenote"
    case .eftCompanyName: "the city's name in files to the bank, at most 16 characters"
    case .eftCompanyID: "the city's company ID with its bank, at most 10 characters"
    case .eftBankRouting: "routing number of the city's bank (ODFI)"
    case .eftBankName: "name of the city's bank, at most 23 characters"
    case .eftFirstFile:
      "lowest number for bank files; raise it if sent files were lost from the store"
    case .eftFirstEntry: "lowest trace number for bank entries, without the bank's prefix"
    case .isTest: "yes: a test store, which sends mail only to the address given with --only"
    case .mailSender: "sender address of mails to users"
    case .portalAddress: "address of the portal; links in e-mails begin with it"
    case .lockoutAttempts: "wrong passwords before a user is locked out; 0 means never"
    case .lockoutMinutes: "minutes until a locked-out user may try again; 0 means never"
    case .lockoutNotice: "whether locked-out users are notified by e-mail: yes or no"
    case .passwordLength: "minimum length of a portal password"
    case .passwordDays: "days after which a portal password must be changed; 0 means never"
    case .linkAttempts: "wrong attempts to link an account that a user may make in 24 hours"
    case .tokenDays: "days for which links in e-mails are valid"
    case .sessionHours: "hours until a portal session ends"
    case .rememberDays: "days until a portal session ends if the user asked to be remembered"
    case .deliveryBounces: "bounces of an address before bills go by mail again; 0 means never"
    case .deliveryShutOff:
      "whether shut-off notices go on paper even if bills go by e-mail: yes or no"
    case .querySeconds: "seconds after which `query` is stopped"
    case .completionNames:
      "whether TAB shows and searches people's names and addresses: yes or no"
    case .readTimesUsual:
      "a read of more than this many times the usual month is unusual; 0 means never"
    case .earliestDay: "dates before this day are unusual in any record"
    case .latestYearsAhead: "dates more than this many years from today are unusual in any record"
    case .latestDaysAhead:
      "a payment, bill or change of a meter more than this many days ahead is unusual"
    case .latestDaysPlanned:
      "a change of a service, account, delivery or announcement more than this many days ahead is unusual"
    case .earliestDaysBack:
      "a new payment, bill or reversal more than this many days before today has a note; 0 means none"
    case .billPeriodDays:
      "a bill period of more than this many days is unusual, and so is one more than twice as far from "
        + "the bill date"
    case .billMostDueDays: "a bill that is due more than this many days after its date is unusual"
    case .fiscalYearStart:
      "month, 1 to 12, in which the fiscal year starts; the year is named after the one it ends in"
    case .highLowWarnHigh: "usage above this percent of the comparison value is high"
    case .highLowWarnLow: "usage below this percent of the comparison value is low"
    case .highLowForceHigh: "usage above this percent must be checked before billing"
    case .highLowForceLow: "usage below this percent must be checked before billing"
    case .highLowMinimum:
      "`report high-low` skips usage below this, in the meter's unit, in both periods"
    case .billDueDays: "days from the bill date to the due date, if the bill has none"
    }
  }
}
