import Values

/// One visit to a meter.
struct DemoVisit {
  let on: CivilDate
  let reason: ReadReason
}

/// When and why the meter of one occupancy is read.
struct DemoVisits {
  let suspension: (from: CivilDate, to: CivilDate?)?
  let exchange: CivilDate?
  let visits: [DemoVisit]

  init(
    _ occupancy: DemoOccupancy, of place: DemoPlace, exchange wanted: CivilDate?,
    _ calendar: DemoCalendar, _ random: inout DemoRandom
  ) {
    let days = Self.days(of: place, calendar)
    let maySuspend = place.index > 0 && place.kind != .business && !occupancy.isVacant
    let begin = max(occupancy.start, calendar.firstDay)
    let end = min(occupancy.stop ?? calendar.lastDay, calendar.lastDay)
    let isOpen = occupancy.stop == nil
    let suspension =
      place.oddity.map { Self.suspension($0, end) }
      ?? Self.suspension(begin, end, isOpen: isOpen, isPossible: maySuspend, &random)
    self.suspension = suspension
    exchange = wanted.flatMap { day in
      guard day > begin.adding(days: 20), day < end.adding(days: -5) else { return nil }
      if let suspension, day >= suspension.from, day <= suspension.to ?? day { return nil }
      return day
    }
    var special: [DemoVisit] = []
    func visit(_ day: CivilDate?, _ reason: ReadReason) {
      guard let day, day >= calendar.firstDay, day <= calendar.lastDay else { return }
      special.append(DemoVisit(on: day, reason: reason))
    }
    visit(occupancy.start, .initial)
    visit(suspension?.from, .disconnect)
    visit(suspension?.to, .reconnect)
    visit(exchange, .exchange)
    visit(occupancy.stop, .final)
    visits = Self.merged(special, days.filter { $0 > begin && $0 < end || $0 == end && isOpen })
  }

  /// On which days the meter is read besides.
  private static func days(of place: DemoPlace, _ calendar: DemoCalendar) -> [CivilDate] {
    let days = calendar.days(ofCycle: place.cycle)
    guard let oddity = place.oddity else { return days }
    let begin = calendar.lastDay.adding(days: -oddity.days)
    switch oddity {
    case .unread: return days.filter { $0 < begin }
    case .leak:
      return days.filter { $0 < begin } + (0...oddity.days).map { begin.adding(days: $0) }
    default: return days
    }
  }

  private static func suspension(
    _ oddity: DemoOddity, _ end: CivilDate
  ) -> (from: CivilDate, to: CivilDate?)? {
    oddity == .useWhileOff ? (end.adding(days: -oddity.days), nil) : nil
  }

  /// No reader comes for a period that has just been read.
  private static func merged(_ special: [DemoVisit], _ days: [CivilDate]) -> [DemoVisit] {
    let periodic = days.lazy
      .filter { day in !special.contains { abs($0.on - day) < 3 } }
      .map { DemoVisit(on: $0, reason: .periodic) }
    return (special + periodic).sorted { $0.on < $1.on }
  }

  /// A bill that was not paid: some weeks without water, or a suspension that goes on.
  private static func suspension(
    _ begin: CivilDate, _ end: CivilDate, isOpen: Bool, isPossible: Bool,
    _ random: inout DemoRandom
  ) -> (from: CivilDate, to: CivilDate?)? {
    guard isPossible, end - begin > 120 else { return nil }
    if isOpen, random.chance(70) { return (end.adding(days: -random.between(1, 12)), nil) }
    guard random.chance(500) else { return nil }
    let from = begin.adding(days: random.between(45, end - begin - 40))
    return (from, from.adding(days: random.between(2, 20)))
  }
}
