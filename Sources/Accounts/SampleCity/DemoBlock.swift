import Values

/// The history of some hundred accounts, small enough to be held at once, table by table.
struct DemoBlock {
  var customers: [DemoCustomer] = []
  var places: [DemoPlace] = []
  var accounts: [DemoAccount] = []
  var responsibilities: [DemoResponsibility] = []
  var services: [DemoService] = []
  var suspensions: [DemoSuspension] = []
  var meters: [DemoMeter] = []
  var installs: [DemoInstall] = []
  var reads: [DemoRead] = []
  var periods: [DemoPeriod] = []
  var bills: [DemoBill] = []
  var lines: [DemoBillLine] = []
  var payments: [DemoPayment] = []
  var preferences: [DemoPreference] = []
  var events: [DemoDeliveryEvent] = []
  var enrollments: [DemoEnrollment] = []
  var requests: [DemoRequest] = []
  var notes: [DemoNote] = []

  /// Where one account's history begins.
  struct Mark {
    let responsibilities: Int
    let services: Int
    let periods: Int
  }

  var mark: Mark {
    Mark(
      responsibilities: responsibilities.count, services: services.count, periods: periods.count)
  }

  mutating func removeAll() {
    customers.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    accounts.removeAll(keepingCapacity: true)
    responsibilities.removeAll(keepingCapacity: true)
    services.removeAll(keepingCapacity: true)
    suspensions.removeAll(keepingCapacity: true)
    meters.removeAll(keepingCapacity: true)
    installs.removeAll(keepingCapacity: true)
    reads.removeAll(keepingCapacity: true)
    periods.removeAll(keepingCapacity: true)
    bills.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    payments.removeAll(keepingCapacity: true)
    preferences.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    enrollments.removeAll(keepingCapacity: true)
    requests.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
  }
}

/// An account; its place has the same index.
struct DemoAccount {
  let index: Int
  let openedOn: CivilDate
  var closedOn: CivilDate?

  private static let firstNumber = 2_000_001
  private static let firstLocation = 1_000_001

  static func number(_ index: Int) -> String { String(firstNumber + index) }
  static func location(_ index: Int) -> String { String(firstLocation + index) }
}

/// A customer of an account, with a role.
struct DemoResponsibility {
  let id: Int64
  let account: Int
  let cid: Int
  let role: ResponsibilityRole
  let from: CivilDate
  var to: CivilDate?
}

/// A service of an account.
struct DemoService {
  let id: Int64
  let account: Int
  let code: String
  let serviceClass: String?
  let start: CivilDate
  var stop: CivilDate?
  var cancelledOn: CivilDate?
  var finalBilledOn: CivilDate?
  var startReason: String?
  var stopReason: String?
}

/// Days on which a service is turned off.
struct DemoSuspension {
  let service: Int64
  let from: CivilDate
  let to: CivilDate?
}

/// A meter as it was bought.
struct DemoMeter {
  let serial: Int
  let size: String
  let dials: Int
  /// Gallons per unit of the register.
  let multiplier: Int64
  let hasRadio: Bool

  /// The first number the register cannot show.
  var capacity: Int64 { (0..<dials).reduce(1) { product, _ in product * 10 } }
  /// The radio's number.
  var mxu: String? { hasRadio ? String(serial + 10_000_000) : nil }

  init(_ kind: DemoPlaceKind, gallonsPerDay: Int64, serial: Int, _ random: inout DemoRandom) {
    self.serial = serial
    hasRadio = random.chance(5500)
    if gallonsPerDay > 700 {
      size = random.pick(["1", "1 1/2", "2", "3"])
      (dials, multiplier) = random.chance(6000) ? (6, 10) : (6, 100)
      return
    }
    size = kind == .business ? "3/4" : "5/8"
    switch random.below(20) {
    case 0..<11: (dials, multiplier) = (6, 1)
    case 11..<15: (dials, multiplier) = (5, 10)
    case 15..<18: (dials, multiplier) = (4, 100)
    default: (dials, multiplier) = (4, 10)
    }
  }

  /// The meter of a place where a report is to find something.
  init(_ oddity: DemoOddity, serial: Int) {
    self.serial = serial
    size = "5/8"
    (dials, multiplier) = oddity.register
    hasRadio = true
  }

  /// The replacement meter: the same size, with a radio.
  init(replacing old: DemoMeter) {
    serial = old.serial + 1
    size = old.size
    dials = max(old.dials, 6)
    multiplier = old.dials < 6 ? 1 : old.multiplier
    hasRadio = true
  }

  /// Ten serials an account, so that meters follow their accounts in order.
  static func serial(account: Int, count: Int) -> Int { 60_000_010 + account * 10 + count }
}

/// A meter in a service.
struct DemoInstall {
  let id: Int64
  let meter: Int
  let service: Int64
  let from: CivilDate
  var to: CivilDate?
}

/// A read of a meter.
struct DemoRead {
  let meter: Int
  let on: CivilDate
  let number: Int64
  /// In units of the register.
  var reading: Int64
  let kind: ReadKind
  let reason: ReadReason
  let source: DemoSource
  var state: ReadState
}

/// How a read reached the office.
enum DemoSource: String {
  case radio, handheld, office, phone
  case reestimated = "re-estimated"
}

/// Consumption between two reads.
struct DemoPeriod {
  let service: Int64
  let meter: Int
  let from: CivilDate
  let to: CivilDate
  /// Gallons.
  var quantity: Int64
  let isEstimated: Bool
  var readNumber: Int64
}
