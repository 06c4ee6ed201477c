import Values

/// Who has water at a place, from a day until another.
struct DemoOccupancy {
  let start: CivilDate
  /// The first day after it; nil if no end is known.
  let stop: CivilDate?
  /// The owner has taken the service over until somebody moves in.
  var isVacant = false
}

/// The years of one place as a row of occupancies; services and responsibilities follow it.
struct DemoTimeline {
  let isRented: Bool
  private(set) var occupancies: [DemoOccupancy] = []
  private(set) var closedOn: CivilDate?
  /// A canceled start between two occupancies.
  private(set) var cancelledStart: CivilDate?

  private let calendar: DemoCalendar
  /// Somebody lives there from the beginning to the end: at the first place, and where a report is to
  /// find something.
  private let isSteady: Bool
  /// How far ahead starts and stops are announced.
  private static let notice = 21

  init(_ place: DemoPlace, _ calendar: DemoCalendar, _ random: inout DemoRandom) {
    self.calendar = calendar
    isSteady = place.index == 0 || place.oddity != nil
    switch place.kind {
    case .house: isRented = !isSteady && random.chance(2600)
    case .apartment: isRented = true
    case .business: isRented = random.chance(4000)
    }
    var next = begin(&random)
    while let start = next { next = follow(start, &random) }
  }

  /// Most places were there before the history begins; some were built in its time.
  private mutating func begin(_ random: inout DemoRandom) -> CivilDate? {
    let length = self.length(&random)
    let days = calendar.lastDay - calendar.firstDay
    if !isSteady, days > 200, random.chance(600) {
      return calendar.firstDay.adding(days: random.between(20, days - 60))
    }
    if isSteady {
      add(calendar.firstDay.adding(days: -2100), nil)
      return nil
    }
    let past = random.between(1, length - 1)
    let start = calendar.firstDay.adding(days: -past)
    return end(of: start, start.adding(days: length), &random)
  }

  private mutating func follow(_ start: CivilDate, _ random: inout DemoRandom) -> CivilDate? {
    end(of: start, start.adding(days: length(&random)), &random)
  }

  /// Adds the occupancy; returns the start of the next.
  private mutating func end(
    of start: CivilDate, _ stop: CivilDate, _ random: inout DemoRandom
  ) -> CivilDate? {
    let lastDay = calendar.lastDay
    guard stop <= lastDay.adding(days: Self.notice) else {
      add(start, nil)
      return nil
    }
    add(start, stop)
    if stop <= lastDay, random.chance(150) {
      closedOn = stop
      return nil
    }
    let gap = self.gap(&random)
    let next = stop.adding(days: gap)
    if gap > 2, isRented, stop <= lastDay, random.chance(5000) {
      // The landlord's own service until the next tenant comes, or for now.
      let isKnown = next <= lastDay.adding(days: Self.notice)
      occupancies.append(
        DemoOccupancy(start: stop, stop: isKnown ? next : nil, isVacant: true))
    } else if gap > 30, cancelledStart == nil, next <= lastDay, random.chance(300) {
      cancelledStart = stop.adding(days: 12)
    }
    return next <= lastDay.adding(days: Self.notice) ? next : nil
  }

  private mutating func add(_ start: CivilDate, _ stop: CivilDate?) {
    occupancies.append(DemoOccupancy(start: start, stop: stop))
  }

  private func length(_ random: inout DemoRandom) -> Int {
    isRented ? random.between(180, 1500) : random.between(500, 9000)
  }

  private func gap(_ random: inout DemoRandom) -> Int {
    if isRented { return random.chance(3000) ? 0 : random.between(3, 80) }
    return random.chance(6500) ? 0 : random.between(5, 150)
  }
}
