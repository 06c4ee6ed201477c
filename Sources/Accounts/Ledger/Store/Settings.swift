package import Values

/// What a store's owner decides for all who use it.
package struct Settings: Sendable {
  private var values: [String: String]

  init(_ values: [String: String] = [:]) {
    self.values = values
  }

  package subscript(_ setting: Setting) -> String { values[setting.rawValue] ?? setting.standard }

  /// What is kept under a name that is no setting's, as the city's own texts of mails; nil where nothing is.
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
  case billPeriodDays = "bill.max-period-days"
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
    case .billPeriodDays: "400"
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
    case .city: "the city's name, as it stands on pages and in messages"
    case .timeZone:
      "the city's time zone: what day it is, and how times are shown (e.g. America/Chicago)"
    case .cityPhone: "the telephone for customers, on bills, in mails and in the portal"
    case .cityWebSite: "the web site for customers, on bills, in mails and in the portal"
    case .cityHours: "when customers can call or come, e.g. Mon-Fri 8 a.m. to 5 p.m."
    case .firstCustomerID: "the first customer ID that is given out where none is named"
    case .firstAccount: "the first account number that is given out where none is named"
    case .eftTwoPersons: "yes: what one operator enrolls waits for another's `eft confirm`"
    case .eftPrenoteDays: "banking days that a prenote waits for the bank's answer"
    case .eftCompanyName: "the city's name in files to the bank, at most 16 characters"
    case .eftCompanyID: "the city's company ID with its bank, at most 10 characters"
    case .eftBankRouting: "routing number of the city's bank (ODFI)"
    case .eftBankName: "name of the city's bank, at most 23 characters"
    case .eftFirstFile:
      "no file to the bank gets a lower number: raise it where files went out that the store lost"
    case .eftFirstEntry: "no entry to the bank gets a lower trace number, without the bank's part"
    case .isTest: "yes: a test store, which sends mail only to the address named with --only"
    case .mailSender: "the address that mails to users come from"
    case .portalAddress: "where the portal is, as the links in e-mails begin"
    case .lockoutAttempts: "wrong passwords until a user is locked out; 0 is never"
    case .lockoutMinutes: "minutes until a user whom the policy locked may try again; 0 is never"
    case .lockoutNotice: "whether a user who was locked out is told by e-mail: yes or no"
    case .passwordLength: "characters that a portal password has at least"
    case .passwordDays: "days after which a portal password must be changed; 0 is never"
    case .linkAttempts: "wrong tries to link an account that a user has in 24 hours"
    case .tokenDays: "days for which the links in e-mails hold"
    case .sessionHours: "hours until a session of the portal ends"
    case .rememberDays: "days until it ends where the user asked to be remembered"
    case .deliveryBounces: "bounces of an address until bills go by mail again; 0 is never"
    case .deliveryShutOff:
      "whether shut-off notices go on paper where bills go by e-mail: yes or no"
    case .querySeconds: "seconds after which `query` is stopped"
    case .completionNames:
      "whether TAB shows the names and addresses of people, and finds records by them: yes or no"
    case .readTimesUsual:
      "a read of more than so many times the usual month is unusual; 0 is never"
    case .earliestDay: "an earlier day is unusual in any record"
    case .latestYearsAhead: "a day more than so many years from today is unusual in any record"
    case .latestDaysAhead:
      "a payment, a bill or a meter's change more than so many days from today is unusual"
    case .billPeriodDays:
      "a bill's period of more days is unusual, and one more than twice as far from its date"
    case .fiscalYearStart:
      "month, 1 to 12, that the fiscal year starts with; it is called by the year it ends in"
    case .highLowWarnHigh: "use above this percent of what it is compared with is high"
    case .highLowWarnLow: "use below this percent of what it is compared with is low"
    case .highLowForceHigh: "use above this percent must be checked before it is billed"
    case .highLowForceLow: "use below this percent must be checked before it is billed"
    case .highLowMinimum:
      "`report high-low` passes over use of less than this, in the meter's unit, on both sides"
    case .billDueDays: "days from a bill's date to its due date, where the bill names none"
    }
  }
}
