import Values

/// Makes up the city's history, account by account.
struct DemoGenerator {
  let seed: UInt64
  let calendar: DemoCalendar
  let years: Int
  private var places: DemoPlaces
  private var residents: DemoResidents
  var nextService: Int64 = 1
  var nextInstall: Int64 = 1
  private var nextResponsibility: Int64 = 1
  private var billing: DemoBilling
  private var delivery: DemoDelivery
  private var enrollments: DemoEnrollments
  private var desk: DemoDesk

  /// - Parameter dueDays: days from a bill's date to its due date.
  init(_ city: DemoCity, dueDays: Int) {
    seed = city.seed
    years = city.years
    calendar = DemoCalendar(city)
    billing = DemoBilling(seed: city.seed, calendar, dueDays: dueDays)
    delivery = DemoDelivery(lastDay: city.lastDay)
    enrollments = DemoEnrollments(lastDay: city.lastDay)
    desk = DemoDesk(city)
    places = DemoPlaces(seed: city.seed)
    residents = DemoResidents(seed: city.seed)
  }

  mutating func fill(_ block: inout DemoBlock, accounts: Int) {
    block.removeAll()
    residents.beginBlock()
    for _ in 0..<accounts {
      let place = places.next()
      block.places.append(place)
      var random = DemoRandom(seed: seed, stream: DemoStream.account(place.index))
      let timeline = DemoTimeline(place, calendar, &random)
      guard let first = timeline.occupancies.first else { continue }
      block.accounts.append(
        DemoAccount(index: place.index, openedOn: first.start, closedOn: timeline.closedOn))
      let mark = block.mark
      inhabit(place, timeline, &block, &random)
      var supply = DemoSupply(place, timeline, self, &block, &random)
      supply.run(&block, &random)
      (nextService, nextInstall) = (supply.nextService, supply.nextInstall)
      administer(place, since: mark, &block)
    }
  }

  /// The office's work on the account. The first account, used in examples, only gets bills.
  private mutating func administer(
    _ place: DemoPlace, since mark: DemoBlock.Mark, _ block: inout DemoBlock
  ) {
    var random = DemoRandom(seed: seed, stream: DemoStream.desk(place.index))
    let holder = DemoHolder(of: block, since: mark, on: calendar.lastDay)
    var enrollment: DemoEnrollment?
    if let holder, place.index > 0 {
      delivery.choose(place.index, holder, &block, &random)
      enrollment = enrollments.enroll(place.index, holder, &block, &random)
    }
    desk.work(place, holder, &block, &random)
    billing.bill(place, since: mark, enrollment, into: &block)
  }

  /// Adds the responsible customers: an owner who lives there, or a landlord and tenants.
  private mutating func inhabit(
    _ place: DemoPlace, _ timeline: DemoTimeline, _ block: inout DemoBlock,
    _ random: inout DemoRandom
  ) {
    guard let opened = timeline.occupancies.first?.start else { return }
    if timeline.isRented {
      let landlord = residents.landlord(of: place, &block, &random)
      hold(place, landlord, .owner, opened, timeline.closedOn, &block)
    }
    for (number, occupancy) in timeline.occupancies.enumerated() where !occupancy.isVacant {
      let cid = residents.movesIn(at: place, on: occupancy.start, &block, &random)
      if timeline.isRented {
        hold(place, cid, .tenant, occupancy.start, occupancy.stop, &block)
      } else {
        // An owner who has moved out stays responsible for the empty house until it is sold.
        let next = timeline.occupancies.dropFirst(number + 1).first
        hold(place, cid, .owner, occupancy.start, next?.start ?? timeline.closedOn, &block)
      }
      if let stop = occupancy.stop { residents.movesOut(cid, on: stop, block) }
    }
  }

  private mutating func hold(
    _ place: DemoPlace, _ cid: Int, _ role: ResponsibilityRole, _ from: CivilDate,
    _ to: CivilDate?, _ block: inout DemoBlock
  ) {
    block.responsibilities.append(
      DemoResponsibility(
        id: nextResponsibility, account: place.index, cid: cid, role: role, from: from, to: to))
    nextResponsibility += 1
  }
}

/// Chooses customers: newcomers, people who move within the city, landlords of many places.
struct DemoResidents {
  private var people: DemoPeople
  private var landlords: [Int] = []
  private var building: (address: String, landlord: Int)?
  private var movers: [(index: Int, leftOn: CivilDate)] = []

  init(seed: UInt64) {
    people = DemoPeople(seed: seed)
  }

  /// Customers of an earlier block are already written and do not move again.
  mutating func beginBlock() { movers.removeAll(keepingCapacity: true) }

  mutating func landlord(
    of place: DemoPlace, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) -> Int {
    if let building, building.address == place.address { return building.landlord }
    let cid: Int
    if landlords.count >= 12, random.chance(7000) {
      cid = landlords[random.below(landlords.count)]
    } else {
      let customer = people.landlord()
      block.customers.append(customer)
      cid = customer.cid
      if landlords.count >= 12 { landlords.removeFirst() }
      landlords.append(cid)
    }
    building = (place.address, cid)
    return cid
  }

  mutating func movesIn(
    at place: DemoPlace, on day: CivilDate, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) -> Int {
    if place.kind == .business {
      block.customers.append(people.business(at: place))
    } else if random.chance(3000),
      let index = movers.firstIndex(where: { $0.leftOn <= day && day - $0.leftOn < 40 })
    {
      let mover = movers.remove(at: index).index
      block.customers[mover].address = place.address
      block.customers[mover].address2 = place.unit
      return block.customers[mover].cid
    } else {
      block.customers.append(people.person(at: place))
    }
    return block.customers[block.customers.count - 1].cid
  }

  mutating func movesOut(_ cid: Int, on day: CivilDate, _ block: DemoBlock) {
    guard let first = block.customers.first else { return }
    let index = cid - first.cid
    guard block.customers[index].kind == .person else { return }
    if movers.count >= 48 { movers.removeFirst() }
    movers.append((index, day))
  }
}
