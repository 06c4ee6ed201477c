package import Accounts

/// A question that a report answers. The report's help and options follow from it.
package protocol Question: Sendable {
  /// The report's name, as it is typed after `report`.
  static var name: String { get }
  static var group: QuestionGroup { get }
  /// One line for lists.
  static var about: String { get }
  /// How the figures are calculated, with the source of a formula.
  static var formula: String { get }
  static var parameters: [QuestionParameter] { get }
  static var moment: QuestionMoment { get }
  static var examples: [String] { get }
  static func report(_ asked: Asked) -> Report
  /// What is wrong with the values of options, and the remedy; nil if nothing is wrong.
  static func fault(_ asked: Asked) -> (found: String, remedy: String)?
  /// The same where that depends on the store's records.
  static func fault(_ asked: Asked, on store: Store) throws -> (found: String, remedy: String)?
}

extension Question {
  package static var moment: QuestionMoment {
    parameters.contains { $0.name == "to" } ? .period : .day
  }
  package static func fault(_ asked: Asked) -> (found: String, remedy: String)? { nil }
  package static func fault(
    _ asked: Asked, on store: Store
  ) throws -> (found: String, remedy: String)? { nil }
}

/// The time that the data of a report is about.
package enum QuestionMoment: Sendable {
  /// On the day of `--as-of`, or today.
  case day
  /// From the first to the last day of a period.
  case period
  /// Now: earlier states are only in the journal.
  case now

  /// Help about it; nil if the help of the options is enough.
  package var help: String? {
    switch self {
    case .day: "Shows the day in --as-of, or today."
    case .period: nil
    case .now: "Shows current data; --at CHANGE|TIME shows an earlier moment."
    }
  }
}

/// What a report is about; `report list` is in this order.
package enum QuestionGroup: String, CaseIterable, Sendable {
  case consumption, exceptions, routes, services, money, portal, control
}

/// An option of a report.
package struct QuestionParameter: Sendable, Equatable {
  /// The kind of value that it takes.
  package enum Kind: Sendable, Equatable {
    case day, account, customer, meter, serviceType
    case route, cycle, serviceClass, staff
    case number(ClosedRange<Int64>)
    /// A quantity from 0 up to this number of whole units; its value is in thousandths.
    case quantity(upTo: Int64)
    case choice([String])
    /// One or more of these, separated by commas.
    case list([String])
    /// No value: it is given or not.
    case flag
  }

  package let name: String
  package let kind: Kind
  package let help: String
  /// The default among the choices.
  package let standard: String?

  package init(_ name: String, _ kind: Kind, _ help: String, orElse standard: String? = nil) {
    self.name = name
    self.kind = kind
    self.help = help
    self.standard = standard
  }

  package static let from = Self(
    "from", .day, "first day of the period (default: the month up to --to)")
  package static let to = Self(
    "to", .day, "last day of the period (today); at most the day of --as-of")
  package static let account = Self("account", .account, "account number")
  package static let meter = Self("meter", .meter, "only this meter")
  package static let route = Self("route", .route, "only locations on this route")
  package static let cycle = Self(
    "cycle", .cycle, "only locations of this billing cycle")
  package static let service = Self(
    "service", .serviceType, "only this service type, by name or code")
  package static let serviceClass = Self(
    "class", .serviceClass, "only services of this class, e.g. residential")
}

/// What was asked: the options' values, and the day for which data is shown.
package struct Asked: Sendable {
  package let day: CivilDate
  /// The day of `--as-of`; nil if none was typed.
  package let asOf: CivilDate?
  /// Whether that day is before today: what was pending then is not known, only what became of it.
  package let isEarlierDay: Bool
  package let now: Timestamp
  package let settings: Settings
  package let dialect: any Dialect
  /// Whether the store shows an earlier moment, for which totals are calculated instead of stored.
  package var isOfPast = false
  /// The period of a scheduled report, if neither `--from` nor `--to` is given.
  package var duePeriod: DuePeriod?
  package var days: [String: CivilDate] = [:]
  package var texts: [String: String] = [:]
  package var numbers: [String: Int64] = [:]
  package var lists: [String: [String]] = [:]
  package var flags: Set<String> = []

  package init(
    today: CivilDate, asOf: CivilDate?, now: Timestamp, _ settings: Settings,
    dialect: any Dialect
  ) {
    day = asOf ?? today
    isEarlierDay = asOf.map { $0 < today } ?? false
    self.now = now
    self.asOf = asOf
    self.settings = settings
    self.dialect = dialect
  }

  /// The last day of the period.
  package var to: CivilDate { days["to"] ?? dueMonth?.last ?? day }
  /// The first day of the period.
  package var from: CivilDate { days["from"] ?? dueMonth?.first ?? to.first(ofMonths: 1) }

  /// Used for default periods of a month; `report changes` uses that of a day and a week, too.
  private var dueMonth: DuePeriod? { duePeriod.flatMap { $0.isMonth ? $0 : nil } }

  /// A day as an SQL literal, which is safe because a date has no quotes.
  func sql(_ day: CivilDate) -> String { "'\(day)'" }

  /// The same with its type, where the engine cannot infer it.
  func typed(_ day: CivilDate) -> String { "CAST('\(day)' AS \(dialect.dateType))" }

  /// The moment at which the day ends, for an SQL literal.
  var end: String { "\(settings.zone.start(of: day.adding(days: 1)))" }

  /// A condition that a moment lies in the period, by the city's days.
  func isInPeriod(moment column: String) -> Report.Condition {
    Report.Condition(
      "\(column) >= ? AND \(column) < ?",
      [
        settings.zone.start(of: from).datum, settings.zone.start(of: to.adding(days: 1)).datum,
      ])
  }

  /// A condition that a day lies in the period.
  func isInPeriod(_ column: String) -> Report.Condition {
    Report.Condition("\(column) >= \(sql(from)) AND \(column) <= \(sql(to))")
  }

  func number(_ name: String, orElse value: Int64) -> Int64 { numbers[name] ?? value }

  /// The value of an option whose default is a setting.
  func number(_ name: String, orElse setting: Setting) -> Int64 {
    number(name, orElse: Int64(settings.integer(setting)))
  }

  /// Conditions on aliases `a` (account), `l` (location) and `s` (service), for the options given.
  var places: [Report.Condition] {
    [
      ("account", "a.account"), ("route", "l.route"), ("cycle", "l.cycle"), ("service", "s.code"),
      ("class", "s.class"),
    ]
    .compactMap { name, column in
      texts[name].map { Report.Condition("\(column) = ?", [.text($0)]) }
    }
      + (texts["cid"].map {
        [
          Report.Condition(
            "a.account IN (SELECT h.account FROM account_customer h WHERE h.cid = ?)", [.text($0)])
        ]
      } ?? [])
  }
}

extension CivilDate {
  /// The first day of this many months that end on this day. Periods that end on the last days of months are whole
  /// months, so that no day is in two of them. It is never after this day, even at the beginning of the calendar.
  func first(ofMonths count: Int) -> CivilDate {
    let next = adding(days: 1)
    let first =
      next.isFirstOfMonth ? next.adding(months: -count) : adding(months: -count).adding(days: 1)
    return min(first, self)
  }
}
