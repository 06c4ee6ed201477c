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

  /// A value under a name that is not a setting's, such as the city's own texts of mails; nil if
  /// there is none.
  package func stored(_ name: String) -> String? { values[name] }

  package func integer(_ setting: Setting) -> Int { Int(self[setting]) ?? 0 }

  /// How the city's clocks run. A store whose zone this machine lacks does not open.
  package var zone: CityTimeZone { CityTimeZone.named(self[.timeZone]) ?? .utc }
}

extension Settings {
  static let all = Statement("SELECT name, value FROM setting", isShort: true)
  static let put = Statement(
    "INSERT INTO setting (name, value) VALUES (?, ?) "
      + "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
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
  case amountsTimesUsual = "amounts.max-times-usual"
  case amountsUnusualFrom = "amounts.unusual-from"
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
    // Somebody may pay a whole year at once.
    case .amountsTimesUsual: "20"
    case .amountsUnusualFrom: "1000"
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
}
