/// What `store doctor` looks for: what no rule forbids, or came past the rules, and what somebody
/// should look at.
public enum Ailment: String, Choice {
  public static let valueName = "ailment"
  case overlappingOccupancy = "overlapping_occupancy"
  case serviceWithoutMeter = "service_without_meter"
  case stoppedWithConsumption = "stopped_with_consumption"
  case eftOutlived = "eft_outlived"
  case prenoteOverdue = "prenote_overdue"
  case bouncingAddress = "bouncing_address"
  case orphanLink = "orphan_link"
  case duplicateEmail = "duplicate_email"
  case lockedInOutage = "locked_in_outage"
  case mailStuck = "mail_stuck"

  public var meaning: String {
    switch self {
    case .overlappingOccupancy: "two customers answer for an account as tenants at once"
    case .serviceWithoutMeter: "a metered service is active and has no meter"
    case .stoppedWithConsumption: "consumption lies after the day on which its service stopped"
    case .eftOutlived: "automatic payments go on for a closed account or for who has moved out"
    case .prenoteOverdue: "an enrollment waits longer than it should"
    case .bouncingAddress: "bills go by e-mail to an address from which mails come back"
    case .orphanLink: "a user's link to an account leads nowhere"
    case .duplicateEmail: "two customers have the same name and e-mail address"
    case .lockedInOutage: "many users were locked out within an hour, as in an outage"
    case .mailStuck: "a mail was in hand when a run broke off, or has failed"
    }
  }
}

/// One thing that `store doctor` found.
public struct Symptom: Sendable, Equatable {
  public let ailment: Ailment
  /// The record, e.g. `account 2000001`.
  public let record: String
  public let found: String
  /// The command that mends it, without the program's name.
  public let mend: String
}

extension Store {
  /// Looks for ailments as of a day; symptoms are told as they come.
  public func examine(
    for ailments: [Ailment] = Ailment.allCases, asOf day: CivilDate,
    _ tell: (Symptom) throws -> Void
  ) throws {
    try reading {
      for ailment in ailments {
        let diagnosis = Diagnosis.of(
          ailment, on: day, now: now, settings, connection.dialect)
        try connection.each(once: diagnosis.sql, diagnosis.arguments) { row in
          if let (record, found, mend) = diagnosis.words(row) {
            try tell(Symptom(ailment: ailment, record: record, found: found, mend: mend))
          }
          return true
        }
      }
    }
  }
}

/// How an ailment is found: rows of a query, and the words for each.
struct Diagnosis {
  typealias Words = (record: String, found: String, mend: String)

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
