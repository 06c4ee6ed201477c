import Values

/// What is out of the ordinary at a place, so that each report about exceptions has something to find.
enum DemoOddity: CaseIterable {
  /// Water runs day and night; the meter is read daily.
  case leak
  /// The meter has stopped.
  case deadMeter
  /// Nobody has read the meter for more than a month.
  case unread
  /// The meter could not be reached, and was estimated.
  case unreached
  /// Somebody uses water though it is turned off.
  case useWhileOff
  /// A new meter counts in another unit than the old one.
  case newMultiplier
  /// The last readings of two neighbors were put down the wrong way around.
  case swapped, swappedNeighbor

  /// One of each among five hundred places.
  init?(place index: Int) {
    switch index % 500 {
    case 101: self = .leak
    case 127: self = .deadMeter
    case 151: self = .unread
    case 173: self = .unreached
    case 197: self = .useWhileOff
    case 211: self = .newMultiplier
    case 223: self = .swapped
    case 224: self = .swappedNeighbor
    default: return nil
    }
  }

  /// How many days before the last it begins.
  var days: Int {
    switch self {
    case .leak: 30
    case .deadMeter: 150
    case .unread: 45
    case .unreached: 130
    case .useWhileOff: 50
    case .newMultiplier: 14
    case .swapped, .swappedNeighbor: 0
    }
  }

  /// Tenths of a gallon a day.
  var rate: Int64 {
    switch self {
    case .swapped, .swappedNeighbor: 100
    default: 1500
    }
  }

  /// What the register shows so many days before the end. Those of the neighbors end where both can
  /// have the other's reading, the second by rolling over.
  func opening(days: Int) -> Int64 {
    let end: Int64
    switch self {
    case .swapped: end = 1000
    case .swappedNeighbor: end = 9700
    default: return 2000
    }
    let turn = 10_000 as Int64
    return ((end - rate * Int64(days) / 10) % turn + turn) % turn
  }

  /// Dials, and gallons per unit.
  var register: (dials: Int, multiplier: Int64) {
    switch self {
    case .newMultiplier: (5, 10)
    case .swapped, .swappedNeighbor: (4, 1)
    default: (6, 1)
    }
  }
}

/// What goes wrong at a place, day by day.
struct DemoTrouble {
  private let place: DemoPlace
  private let lastDay: CivilDate

  init(_ place: DemoPlace, lastDay: CivilDate) {
    self.place = place
    self.lastDay = lastDay
  }

  private func has(_ oddity: DemoOddity, on day: CivilDate) -> Bool {
    place.oddity == oddity && lastDay - day < oddity.days
  }

  var exchangeDay: CivilDate? {
    place.oddity == .newMultiplier ? lastDay.adding(days: -DemoOddity.newMultiplier.days) : nil
  }

  /// Whether the meter stands still up to this day, regardless of who lives there.
  func isStill(on day: CivilDate, isCutOff: Bool) -> Bool {
    has(.deadMeter, on: day) || isCutOff && place.oddity != .useWhileOff
  }

  /// Gallons that a pipe has lost: half a gallon a minute.
  func leaked(from: CivilDate, to day: CivilDate) -> Int64 {
    has(.leak, on: day) ? Int64(day - from) * 720 : 0
  }

  /// Whether nobody came to the meter when it was to be read. The reader of one route of ten was away
  /// for three months.
  func isUnreached(on day: CivilDate) -> Bool {
    if place.oddity != nil { return has(.unreached, on: day) }
    return place.routeNumber % 10 == 2 && (150..<241).contains(lastDay - day)
  }
}

extension DemoBlock {
  /// Exchanges the last readings of two meters, as a reader does who stands at the wrong one, where
  /// both meters can show them.
  mutating func swapLastReads(of first: Int, _ second: Int) {
    guard let one = LastRead(of: first, in: self), let other = LastRead(of: second, in: self),
      reads[one.read].on == reads[other.read].on,
      let ones = one.use(upTo: other.reading), let others = other.use(upTo: one.reading)
    else { return }
    reads[one.read].reading = other.reading
    reads[other.read].reading = one.reading
    periods[one.period].quantity = ones
    periods[other.period].quantity = others
  }

  /// Where a meter's last read and the period before it are.
  private struct LastRead {
    let read: Int
    let period: Int
    let reading: Int64
    private let before: Int64
    private let capacity: Int64

    init?(of serial: Int, in block: DemoBlock) {
      guard let read = block.reads.lastIndex(where: { $0.meter == serial }),
        let period = block.periods.lastIndex(where: { $0.meter == serial }),
        let meter = block.meters.last(where: { $0.serial == serial }),
        block.periods[period].to == block.reads[read].on, meter.multiplier == 1
      else { return nil }
      (self.read, self.period) = (read, period)
      (reading, capacity) = (block.reads[read].reading, meter.capacity)
      before = (reading - block.periods[period].quantity + capacity) % capacity
    }

    /// Nil if the register would have to go back.
    func use(upTo reading: Int64) -> Int64? {
      if reading >= before { return reading - before }
      let rolled = reading + capacity - before
      return before * 2 >= capacity && rolled * 4 <= capacity ? rolled : nil
    }
  }
}
