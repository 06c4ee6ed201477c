import Values

/// Bills each account for the last months, cycle by cycle, and whoever moved out for the last days.
struct DemoBilling {
  /// One month's bills of a cycle.
  private struct Run {
    let from: CivilDate
    let to: CivilDate
    let on: CivilDate
  }

  /// What one bill is for.
  private struct Charge {
    let on: CivilDate
    let from: CivilDate
    let to: CivilDate
    var services: [DemoService]
  }

  static let months = 6
  private let runs: [[Run]]
  private let seed: UInt64
  private let calendar: DemoCalendar
  private let dueDays: Int
  private var nextBill = 8_000_001
  private var nextPayment: Int64 = 1

  init(seed: UInt64, _ calendar: DemoCalendar, dueDays: Int) {
    self.seed = seed
    self.calendar = calendar
    self.dueDays = dueDays
    runs = (0..<DemoCalendar.cycles).map { cycle in
      let days = calendar.days(ofCycle: cycle)
      let all = zip(days, days.dropFirst()).map {
        Run(from: $0, to: $1, on: DemoCalendar.workingDay($1.adding(days: 2)))
      }
      return Array(all.filter { $0.on <= calendar.lastDay }.suffix(Self.months))
    }
  }

  /// Bills the account whose history is the end of the block.
  mutating func bill(
    _ place: DemoPlace, since mark: DemoBlock.Mark, _ enrollment: DemoEnrollment?,
    into block: inout DemoBlock
  ) {
    var random = DemoRandom(seed: seed, stream: DemoStream.bills(place.index))
    let size = block.meters.last?.size ?? ""
    let first = block.bills.count
    for charge in charges(place, since: mark, block) {
      add(charge, place, size, since: mark, &block)
    }
    var payer = DemoPayer(place, enrollment, lastDay: calendar.lastDay, &random)
    for payment in payer.payments(for: block.bills[first...], &random) {
      block.payments.append(payment)
      block.payments[block.payments.count - 1].id = nextPayment
      nextPayment += 1
    }
  }

  /// In the order of their days.
  private func charges(
    _ place: DemoPlace, since mark: DemoBlock.Mark, _ block: DemoBlock
  ) -> [Charge] {
    let runs = runs[place.cycle]
    guard let begin = runs.first?.from else { return [] }
    let services = block.services[mark.services...].filter {
      $0.cancelledOn == nil && $0.stop.map { $0 > begin } ?? true
    }
    let monthly = runs.map { run in
      Charge(
        on: run.on, from: run.from, to: run.to,
        services: services.filter {
          $0.start < run.to && $0.stop.map { $0 > run.to } ?? true
        })
    }
    return (monthly + final(services, place, since: begin)).filter { !$0.services.isEmpty }
      .sorted { $0.on < $1.on }
  }

  /// Services that end together are on one bill.
  private func final(
    _ services: [DemoService], _ place: DemoPlace, since begin: CivilDate
  ) -> [Charge] {
    var found: [Charge] = []
    for service in services {
      guard let stop = service.stop, let on = service.finalBilledOn else { continue }
      if let last = found.last, last.to == stop {
        found[found.count - 1].services.append(service)
        continue
      }
      let from = calendar.days(ofCycle: place.cycle).last { $0 < stop } ?? begin
      found.append(Charge(on: on, from: from, to: stop, services: [service]))
    }
    return found
  }

  private mutating func add(
    _ charge: Charge, _ place: DemoPlace, _ size: String, since mark: DemoBlock.Mark,
    _ block: inout DemoBlock
  ) {
    let water = charge.services.first { $0.code == "1000" }?.id
    var gallons: Int64 = 0
    for period in block.periods[mark.periods...].reversed() {
      guard period.to > charge.from else { break }
      if period.to <= charge.to, period.service == water { gallons += period.quantity }
    }
    var total: Int64 = 0
    var number: Int64 = 0
    for service in charge.services {
      let from = max(service.start, charge.from)
      let days = charge.to - from
      guard days > 0 else { continue }
      let cents =
        switch service.code {
        case "1000": DemoTariff.water(size, gallons: gallons, days: days)
        case "2000": DemoTariff.sewer(gallons: gallons, days: days)
        default: DemoTariff.radio
        }
      (number, total) = (number + 1, total + cents)
      block.lines.append(
        DemoBillLine(
          bill: nextBill, number: number, code: service.code, from: from,
          to: charge.to.adding(days: -1), cents: cents))
    }
    guard number > 0 else { return }
    block.bills.append(
      DemoBill(
        number: nextBill, account: place.index, on: charge.on,
        due: charge.on.adding(days: dueDays), total: total))
    nextBill += 1
  }
}
