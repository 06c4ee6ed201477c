import Values

/// The services of one account, its meters, and what they counted.
struct DemoSupply {
  private let place: DemoPlace
  private let timeline: DemoTimeline
  private let calendar: DemoCalendar
  private let trouble: DemoTrouble
  private let hasSewer: Bool
  private let exchangeDay: CivilDate?
  private var usage: DemoUsage
  private var meter: DemoMeter
  private var register: DemoRegister
  /// The day up to which use is counted.
  private var countedTo: CivilDate
  private var isCutOff = false
  /// Of the occupancy that is being told.
  private var finalBilledOn: CivilDate?
  private(set) var nextService: Int64
  private(set) var nextInstall: Int64

  init(
    _ place: DemoPlace, _ timeline: DemoTimeline, _ city: DemoGenerator,
    _ block: inout DemoBlock, _ random: inout DemoRandom
  ) {
    self.place = place
    self.timeline = timeline
    calendar = city.calendar
    trouble = DemoTrouble(place, lastDay: calendar.lastDay)
    nextService = city.nextService
    nextInstall = city.nextInstall
    hasSewer = place.index == 0 || random.chance(9000)
    usage = DemoUsage(place, hotYear: calendar.lastSummer, &random)
    let serial = DemoMeter.serial(account: place.index, count: 1)
    meter =
      place.oddity.map { DemoMeter($0, serial: serial) }
      ?? DemoMeter(place.kind, gallonsPerDay: usage.gallonsPerDay, serial: serial, &random)
    block.meters.append(meter)
    let begin = timeline.occupancies.first?.start ?? calendar.firstDay
    countedTo = max(begin, calendar.firstDay)
    let counted = calendar.lastDay - countedTo
    let isNew = begin >= calendar.firstDay
    register = DemoRegister(
      meter, service: nextService,
      opening: place.oddity.map { $0.opening(days: counted) }
        ?? Int64(random.below(isNew ? 4 : Int(meter.capacity))))
    let days = calendar.lastDay - calendar.firstDay
    let isExchanged = place.index > 0 && place.oddity == nil && random.chance(70 * city.years)
    exchangeDay =
      isExchanged
      ? calendar.firstDay.adding(days: random.between(40, days - 10)) : trouble.exchangeDay
  }

  mutating func run(_ block: inout DemoBlock, _ random: inout DemoRandom) {
    for (number, occupancy) in timeline.occupancies.enumerated() {
      let plan = DemoVisits(occupancy, of: place, exchange: exchangeDay, calendar, &random)
      let service = start(occupancy, isFirst: number == 0, &block, &random)
      if let suspension = plan.suspension {
        block.suspensions.append(
          DemoSuspension(service: service, from: suspension.from, to: suspension.to))
      }
      for visit in plan.visits { self.visit(visit, occupancy, &block, &random) }
    }
    if let planned = timeline.cancelledStart { addCancelled(planned, &block) }
    if place.oddity == .swappedNeighbor {
      block.swapLastReads(of: DemoMeter.serial(account: place.index - 1, count: 1), meter.serial)
    }
  }

  // MARK: Services

  /// Starts the place's services and installs the meter; returns the water service.
  private mutating func start(
    _ occupancy: DemoOccupancy, isFirst: Bool, _ block: inout DemoBlock,
    _ random: inout DemoRandom
  ) -> Int64 {
    let water = nextService
    var codes = ["1000"]
    if hasSewer { codes.append("2000") }
    if meter.hasRadio { codes.append("MXU") }
    let billed = occupancy.stop?.adding(days: random.between(5, 25))
    finalBilledOn = billed.flatMap { $0 <= calendar.lastDay ? $0 : nil }
    let reason = startReason(occupancy, isFirst: isFirst)
    for code in codes { add(code, from: occupancy.start, reason, in: occupancy, &block) }
    register.enter(service: water)
    install(from: occupancy.start, to: occupancy.stop, in: water, &block)
    return water
  }

  private func startReason(_ occupancy: DemoOccupancy, isFirst: Bool) -> String {
    if occupancy.isVacant { return "owner takes over" }
    return isFirst && occupancy.start >= calendar.firstDay ? "new construction" : "move in"
  }

  private func stopReason(_ occupancy: DemoOccupancy) -> String? {
    guard let stop = occupancy.stop else { return nil }
    if stop == timeline.closedOn { return "account closed" }
    return occupancy.isVacant ? "new tenant" : "move out"
  }

  private mutating func add(
    _ code: String, from start: CivilDate, _ reason: String, in occupancy: DemoOccupancy,
    _ block: inout DemoBlock
  ) {
    block.services.append(
      DemoService(
        id: nextService, account: place.index, code: code, serviceClass: usage.serviceClass,
        start: start,
        stop: occupancy.stop,
        finalBilledOn: finalBilledOn, startReason: reason, stopReason: stopReason(occupancy)))
    nextService += 1
  }

  /// A planned move-in that was canceled.
  private mutating func addCancelled(_ start: CivilDate, _ block: inout DemoBlock) {
    block.services.append(
      DemoService(
        id: nextService, account: place.index, code: "1000", serviceClass: usage.serviceClass,
        start: start,
        cancelledOn: start.adding(days: -3), startReason: "move in"))
    nextService += 1
  }

  private mutating func install(
    from: CivilDate, to: CivilDate?, in service: Int64, _ block: inout DemoBlock
  ) {
    block.installs.append(
      DemoInstall(id: nextInstall, meter: meter.serial, service: service, from: from, to: to))
    nextInstall += 1
  }

  // MARK: Reads

  private mutating func visit(
    _ visit: DemoVisit, _ occupancy: DemoOccupancy, _ block: inout DemoBlock,
    _ random: inout DemoRandom
  ) {
    if visit.on > countedTo {
      let isDry =
        occupancy.isVacant || visit.reason == .initial
        || trouble.isStill(on: visit.on, isCutOff: isCutOff)
      let used = usage.gallons(from: countedTo, to: visit.on, isVacant: isDry, &random)
      register.count(gallons: used + trouble.leaked(from: countedTo, to: visit.on))
    }
    countedTo = visit.on
    isCutOff = visit.reason == .disconnect || (isCutOff && visit.reason != .reconnect)
    switch visit.reason {
    case .periodic: periodic(visit.on, &block, &random)
    case .exchange: exchange(visit.on, occupancy, &block)
    default: register.read(on: visit.on, .actual, visit.reason, .handheld, into: &block)
    }
    if visit.reason == .final { isCutOff = false }
  }

  private mutating func periodic(
    _ day: CivilDate, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) {
    let source: DemoSource = meter.hasRadio ? .radio : .handheld
    let luck = random.below(10_000)
    if trouble.isUnreached(on: day), register.allowsEstimate {
      let gallons = isCutOff ? 0 : usage.gallonsPerDay
      register.estimate(on: day, gallonsPerDay: gallons, mayExceed: false, into: &block)
    } else if place.oddity != nil {
      register.read(on: day, .actual, .periodic, source, into: &block)
    } else if luck < 340, register.allowsEstimate {
      let gallons = isCutOff ? 0 : usage.gallonsPerDay
      register.estimate(on: day, gallonsPerDay: gallons, mayExceed: luck < 120, into: &block)
    } else if luck < 370, register.allowsEstimate {
      register.read(on: day, .customer, .periodic, .phone, into: &block)
    } else if usage.isLeaking, luck < 5000 {
      register.read(on: day, .verified, .periodic, source, into: &block)
    } else {
      if luck > 9985 {
        register.misread(on: day, by: Int64(luck % 7) * 10 + 90, source, into: &block)
      }
      register.read(on: day, .actual, .periodic, source, into: &block)
    }
  }

  /// The old meter's last read, a new meter with a radio, and its first.
  private mutating func exchange(
    _ day: CivilDate, _ occupancy: DemoOccupancy, _ block: inout DemoBlock
  ) {
    register.read(on: day, .actual, .exchange, .handheld, into: &block)
    block.installs[block.installs.count - 1].to = day
    let hadRadio = meter.hasRadio
    meter = DemoMeter(replacing: meter)
    block.meters.append(meter)
    let water = register.service
    install(from: day, to: occupancy.stop, in: water, &block)
    register = DemoRegister(meter, service: water, opening: 0)
    register.read(on: day, .actual, .exchange, .handheld, into: &block)
    if !hadRadio { add("MXU", from: day, "meter exchange", in: occupancy, &block) }
  }
}
