import Engines
package import Values

/// What `store doctor` looks for: data that rules allow, or that bypassed them, and that somebody
/// should review.
package enum Problem: String, Choice {
  package static let valueName = "problem"
  case overlappingOccupancy = "overlapping_occupancy"
  case serviceWithoutMeter = "service_without_meter"
  case stoppedWithConsumption = "stopped_with_consumption"
  case eftOutlived = "eft_outlived"
  case prenoteOverdue = "prenote_overdue"
  case otherBankKey = "other_bank_key"
  case bankFileUnplaced = "bank_file_unplaced"
  case bouncingAddress = "bouncing_address"
  case orphanLink = "orphan_link"
  case duplicateEmail = "duplicate_email"
  case lockedInOutage = "locked_in_outage"
  case mailStuck = "mail_stuck"
  case mailFailed = "mail_failed"
  case reportFailed = "report_failed"
  case portalAddressUnset = "portal_address_unset"
  case doubledPayment = "doubled_payment"
  case repeatedPayment = "repeated_payment"
  case repeatedReference = "repeated_reference"
  case doubledBill = "doubled_bill"
  case repeatedBill = "repeated_bill"
  case periodBilledTwice = "period_billed_twice"
  case paymentBeforeAccount = "payment_before_account"
  case paymentInFuture = "payment_in_future"
  case unusualPayment = "unusual_payment"
  case unusualBill = "unusual_bill"
  case unusualBillPeriod = "unusual_bill_period"
  case unusualRead = "unusual_read"
  case moveWithoutReading = "move_without_reading"
  case unusualDate = "unusual_date"

  /// Those that are found by an index or in a small table, however large the store is. Late enrollments
  /// and users who are locked out may be thousands, and `today` counts them anyway.
  package static let quick: [Problem] = [.bankFileUnplaced, .mailStuck, .reportFailed]

  package var meaning: String {
    switch self {
    case .overlappingOccupancy: "two customers are tenants of an account at the same time"
    case .serviceWithoutMeter: "a metered service is active and has no meter"
    case .stoppedWithConsumption: "there is consumption after the day the service stopped"
    case .eftOutlived:
      "automatic payments continue for a closed account, or for a customer who is no longer responsible"
    case .prenoteOverdue: "an enrollment has waited too long"
    case .otherBankKey:
      "the bank account of an enrollment is encrypted with a key other than this operator's key file"
    case .bankFileUnplaced:
      "a file for the bank was made, and its command ended before the file was in its place"
    case .bouncingAddress: "bills go by e-mail to an address that bounces"
    case .orphanLink:
      "a user is linked to somebody else's account, or the login was deactivated"
    case .duplicateEmail: "two customers have the same name and e-mail address"
    case .lockedInOutage: "many users were locked out within an hour, as in an outage"
    case .mailStuck:
      "a mail was being sent when a run was interrupted, or has waited for more than a day"
    case .mailFailed:
      "a mail failed within the last 30 days, and no later one of its kind was sent"
    case .reportFailed: "a scheduled report failed, or the operator who scheduled it has left"
    case .portalAddressUnset: "there are portal users, but the links in mails do not work"
    case .doubledPayment:
      "payments of an account have the same day, amount and method, and no references or bills "
        + "tell them apart"
    case .repeatedPayment:
      "payments of an account, posted by two changes, have the same amount and method within "
        + "\(RepeatPolicy.movedDays) days, and no references or bills tell them apart"
    case .repeatedReference:
      "payments of an account have the same reference and amount within \(RepeatPolicy.days) days"
    case .doubledBill: "bills of an account have the same day and total"
    case .repeatedBill:
      "bills of an account, added by two changes, have the same total and a line in common within "
        + "\(RepeatPolicy.movedDays) days"
    case .periodBilledTwice: "bills of an account charge for the same service and period"
    case .paymentBeforeAccount: "a payment was posted before its account was opened"
    case .paymentInFuture: "a payment is posted further ahead than the settings say is likely"
    case .unusualPayment:
      "a payment of the last year is many times the account's largest bill, and more than was owed"
    case .unusualBill:
      "a line of a bill of the last year is many times the largest of the account's other bills"
    case .unusualBillPeriod: "a bill's period is very long, or far from the bill's date"
    case .unusualRead:
      "a read of the last year is many times the usual month, and nobody has verified it"
    case .moveWithoutReading:
      "a meter passed to another service within the last year, and has no reading of that day"
    case .unusualDate: "a day is earlier or later than the settings say is likely"
    }
  }
}

/// One thing that `store doctor` found.
package struct FoundProblem: Sendable, Equatable {
  package let problem: Problem
  /// The record, e.g. `account 2000001`.
  package let record: String
  package let found: String
  /// The command that fixes it, without the program's name.
  package let fix: String
}

extension Store {
  /// Looks for problems as of a day; they are reported as they are found.
  package func examine(
    for problems: [Problem] = Problem.allCases, asOf day: CivilDate,
    step: (_ number: Int, _ count: Int) -> Void = { _, _ in },
    _ tell: (FoundProblem) throws -> Void
  ) throws {
    try reading {
      for (number, problem) in zip(1..., problems) {
        step(number, problems.count)
        try look(for: problem, asOf: day, tell)
      }
    }
  }

  /// One problem, for the doctor and for `store check` alike.
  func look(
    for problem: Problem, asOf day: CivilDate, _ tell: (FoundProblem) throws -> Void
  ) throws {
    if problem == .otherBankKey { return try lookForOtherKeys(asOf: day, tell) }
    let diagnosis = Diagnosis.of(problem, on: day, now: now, settings, dialect)
    try connection.each(once: diagnosis.sql, diagnosis.arguments) { row in
      if let (record, found, fix) = diagnosis.words(row) {
        try tell(FoundProblem(problem: problem, record: record, found: found, fix: fix))
      }
      return true
    }
  }
}

/// How a problem is found: rows of a query, and the words for each.
struct Diagnosis {
  typealias Words = (record: String, found: String, fix: String)

  let sql: String
  let arguments: [Datum]
  let words: (any BorrowedRow) -> Words?

  init(_ sql: String, _ arguments: [Datum] = [], words: @escaping (any BorrowedRow) -> Words?) {
    self.sql = sql
    self.arguments = arguments
    self.words = words
  }
}

extension BorrowedRow {
  func word(_ column: Int) -> String {
    isNull(column) ? "" : String(decoding: text(column), as: UTF8.self)
  }
}
