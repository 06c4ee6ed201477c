/// What each setting decides, for lists and manual pages.
extension Setting {
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
    case .isTest:
      "yes: a test store, which sends mail only to the address given with \(option: "only")"
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
    case .amountsTimesUsual:
      "a payment of more than this many times the account's largest recent bill, and of more than is owed, is "
        + "unusual, and so is such a bill line (ten times as many if there are fewer than three bills); 0 means never"
    case .amountsUnusualFrom: "an amount below this many dollars is never unusual"
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
