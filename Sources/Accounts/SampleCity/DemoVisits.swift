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
    _ occupancy: DemoOccupancy, readOn days: [CivilDate], exchange wanted: CivilDate?,
    maySuspend: Bool, _ calendar: DemoCalendar, _ random: inout DemoRandom
  ) {
    let begin = max(occupancy.start, calendar.firstDay)
    let end = min(occupancy.stop ?? calendar.lastDay, calendar.lastDay)
    let isOpen = occupancy.stop == nil
    let suspension = Self.suspension(
      begin, end, isOpen: isOpen, isPossible: maySuspend, &random)
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
