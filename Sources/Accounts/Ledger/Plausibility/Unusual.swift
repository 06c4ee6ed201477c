package import Engines
package import Values

extension Rejection {
  /// Something that may be right, but is more likely a typing error.
  package static func unusual(
    field: String, found: String, expected: String, check: String
  ) -> Rejection {
    Rejection(
      .unusual, field: field, found: found, expected: expected,
      remedy: "check \(check); if it is correct, add `\(option: "accept", "unusual")`")
  }
}

/// Checks of days and figures. Each refuses unusual values, unless they are accepted.
extension Books {
  package func refuse(
    _ field: String, _ found: String, expected: String, check: String
  ) throws(RuleError) {
    guard !acceptsUnusual else { return }
    throw .rejected(.unusual(field: field, found: found, expected: expected, check: check))
  }

  /// The day of something that has happened, or is about to.
  package func checkIsNear(_ day: CivilDate) throws(RuleError) {
    try check(day, isWithin: .latestDaysAhead, field: "on")
  }

  /// The day of something that may be planned months ahead.
  package func checkIsPlanned(_ day: CivilDate, field: String = "on") throws(RuleError) {
    try check(day, isWithin: .latestDaysPlanned, field: field)
  }

  private func check(
    _ day: CivilDate, isWithin setting: Setting, field: String
  ) throws(RuleError) {
    let ahead = settings.integer(setting)
    guard day > today.adding(days: ahead) else { return }
    try refuse(
      field, "\(day), \(day - today) days after today, \(today)",
      expected: "\(today.adding(days: ahead)) or earlier", check: "the month and the year")
  }

  /// A notice for money of long ago that is not on record yet: last year's number is soon written in
  /// January. It is no refusal, because the bills and payments of years may be imported.
  package func longAgoNotice(_ day: CivilDate) -> [String] {
    let back = settings.integer(.earliestDaysBack)
    guard back > 0, !acceptsUnusual, day < today.adding(days: -back) else { return [] }
    return ["\(day) is \(today - day) days before today; check the year"]
  }

  package func checkPayment(on day: CivilDate, to account: Row<Account>) throws(RuleError) {
    try checkIsNear(day)
    try checkIsOpened(account, on: day)
  }

  private func checkIsOpened(_ account: Row<Account>, on day: CivilDate) throws(RuleError) {
    let opened = account[Account.openedOn]
    guard day < opened else { return }
    try refuse(
      "on", "\(day), before account \(account[Account.account]) was opened on \(opened)",
      expected: "\(opened) or later", check: "the account and the date")
  }

  /// A payment that names a bill is posted once there is one, or shortly before.
  package func checkPayment(on day: CivilDate, for bill: Row<Bill>) throws(RuleError) {
    let billed = bill[Bill.billedOn]
    let earliest = billed.adding(days: -RepeatPolicy.days)
    guard day < earliest else { return }
    try refuse(
      "on", "\(day), \(billed - day) days before bill \(bill[Bill.bill]) of \(billed)",
      expected: "\(earliest) or later", check: "the bill and the year")
  }

  /// What is on record already but for one figure, and may be meant to replace it.
  /// - Parameter correction: how to correct what is on record.
  package func checkIsNoCorrection(
    field: String, found: String, correction: String
  ) throws(RuleError) {
    guard !acceptsUnusual else { return }
    throw .refuse(
      .unusual, field: field, found: found, expected: "no second one",
      remedy: "to correct what is on record, \(correction); if both are correct, add "
        + "`\(option: "accept", "unusual")`")
  }

  /// - Parameter due: nil if it follows from the day.
  package func checkBill(
    on day: CivilDate, dueOn due: CivilDate?, of account: Row<Account>
  ) throws(RuleError) {
    try checkIsNear(day)
    try checkIsOpened(account, on: day)
    let most = settings.integer(.billMostDueDays)
    guard let due, due - day > most else { return }
    try refuse(
      "due", "\(due), \(due - day) days after the bill date \(day)",
      expected: "at most \(most) days after it (setting \(Setting.billMostDueDays.rawValue))",
      check: "both dates")
  }

  package func checkBillLine(
    _ line: Row<BillLine>, billedOn: CivilDate, of account: Row<Account>
  ) throws(RuleError) {
    try checkBillAmount(
      line[BillLine.amount], of: account[Account.account], on: line[BillLine.bill])
    let period = BillPeriod(from: line[BillLine.fromOn], to: line[BillLine.toOn])
    let most = settings.integer(.billPeriodDays)
    guard
      let odd = period.oddity(
        billedOn: billedOn, openedOn: account[Account.openedOn], atMost: most)
    else { return }
    try refuse(
      odd.field, odd.phrase, expected: "a period near the bill date \(billedOn)",
      check: "the dates of the period")
  }

  /// Usage since the read before, against the service's usual month.
  package func checkUsage(_ link: ChainLink, of chain: Chain, field: String) throws(RuleError) {
    let most = settings.integer(.readTimesUsual)
    guard most > 0, !acceptsUnusual, let usage = link.usage, usage > 0, link.read.on > link.from
    else { return }
    let earlier = try rows(
      Consumption.latestBefore, chain.install[MeterInstall.service], link.read.on)
    let unit = chain.meter[Meter.unit]
    guard
      let usual = UsualMonth(
        earlier.filter { $0[Consumption.unit] == unit }.map {
          ($0[Consumption.quantity].units, $0[Consumption.days])
        }), let times = usual.times(usage, days: link.read.on - link.from, above: most)
    else { return }
    try refuse(
      field,
      "a usage of \(Quantity(units: usage)) \(unit), \(times) times the usual month of "
        + "\(usual.phrase) \(unit)", expected: "at most \(most) times the usual month",
      check: "the figure and the date")
  }

  /// A consumption that a file states next to the same one, but for a much shorter time, is probably that
  /// one with its day moved: both would count.
  package func checkIsNotStatedTwice(
    _ link: ChainLink, after last: ChainRead?, before next: ChainRead?, of chain: Chain
  ) throws(RuleError) {
    let read = link.read
    guard repeats.isOfFile, !acceptsUnusual, read.reading == nil, read.from == nil,
      let stated = read.consumption, stated > .zero
    else { return }
    let serial = chain.meter[Meter.meter]
    var same: CivilDate?
    if let next, next.states(stated), (next.on - read.on) * 2 <= read.on - link.from {
      same = next.on
    } else if let last, last.states(stated) {
      let periods = try rows(
        Consumption.latestBefore, chain.install[MeterInstall.service], read.on)
      let period = periods.first {
        $0[Consumption.meter] == serial && $0[Consumption.toOn] == last.on
      }
      if let period, (read.on - link.from) * 2 <= period[Consumption.days] { same = last.on }
    }
    // What the file itself has stated is another read.
    guard let same, abs(same - read.on) <= RepeatPolicy.movedDays,
      try statedNow(serial).first(["\(same)"]) == nil
    else { return }
    try checkIsNoCorrection(
      field: "on",
      found: "\(read.on) for a consumption of \(stated); the read of \(same) states the same",
      correction: "void that read first with \(run: "read void", serial, options: ["on": same])")
  }

  /// A row of a file has stated a consumption, which further rows of the file may state, too.
  package func noteStated(_ read: ChainRead, of serial: MeterSerial) throws(RuleError) {
    guard repeats.isOfFile, let stated = read.consumption, read.states(stated) else { return }
    try statedNow(serial).add(words: "\(read.on)")
  }

  private func statedNow(_ serial: MeterSerial) throws(RuleError) -> KnownRows {
    try known(at: "stated \(serial)") { () throws(RuleError) in KnownRows([]) }
  }
}

extension ChainRead {
  /// Whether it is that consumption alone, without a period of its own.
  fileprivate func states(_ quantity: Quantity) -> Bool {
    consumption == quantity && reading == nil && from == nil
  }
}
