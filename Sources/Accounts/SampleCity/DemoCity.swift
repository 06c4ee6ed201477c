package import Ledger
package import Values

/// What a sample city is made from; the same city gives the same store, byte for byte.
package struct DemoCity: Sendable, Equatable {
  package let accounts: Int
  package let years: Int
  package let seed: UInt64
  /// The last day of the history.
  package let lastDay: CivilDate

  static let accountLimit = 1_000_000
  static let yearLimit = 50
  package static let standardLastDay = CivilDate(daysSince1970: 20_757)  // 2026-10-31

  package init(
    accounts: Int, years: Int, seed: UInt64, lastDay: CivilDate = standardLastDay
  ) throws(Rejection) {
    try Self.check("accounts", accounts, atMost: Self.accountLimit)
    try Self.check("years", years, atMost: Self.yearLimit)
    guard lastDay.parts.year - years >= Self.firstYear else {
      throw Rejection(
        .outOfRange, field: "until", found: "\(lastDay), \(years) years back",
        expected: "a history that begins in \(Self.firstYear) or later",
        remedy: "use a later day, or fewer years")
    }
    self.accounts = accounts
    self.years = years
    self.seed = seed
    self.lastDay = lastDay
  }

  private static let firstYear = 1950

  private static func check(_ field: String, _ found: Int, atMost limit: Int) throws(Rejection) {
    guard (1...limit).contains(found) else {
      throw Rejection(
        .outOfRange, field: field, found: "\(found)", expected: "a number from 1 to \(limit)",
        remedy: "")
    }
  }

  /// The first day of the history.
  var firstDay: CivilDate { lastDay.adding(days: 1).adding(months: -12 * years) }

  /// The command that makes this city.
  var command: String {
    .command(
      "store demo", options: ["accounts": accounts, "years": years, "seed": seed, "until": lastDay])
  }

  /// The key of the sample city's bank accounts; it is not a secret.
  static let bankKey = "ubadmin sample city - no secret!"
  package static let bankVault = Vault(key: Array(bankKey.utf8))

  static let settings: [Setting: String] = [
    .city: name, .timeZone: timeZone, .isTest: YesNo.yes.rawValue,
    .cityPhone: "515-555-0100", .cityWebSite: "https://www.linden-ford.example",
    .cityHours: "Monday to Friday, 8 a.m. to 5 p.m.",
    .portalAddress: "https://portal.linden-ford.example", .eftCompanyName: "LINDEN FORD",
    .eftCompanyID: "1420000000", .eftBankRouting: "073900014", .eftBankName: "LINDEN SAVINGS",
  ]

  static let name = "Linden Ford"
  static let state = "IA"
  static let postalCode = "50999"
  static let timeZone = "America/Chicago"

  /// The day that it is there.
  package static func today(_ clock: Clock) -> CivilDate {
    (CityTimeZone.named(timeZone) ?? .utc).day(of: Timestamp(seconds: clock.now()))
  }
}
