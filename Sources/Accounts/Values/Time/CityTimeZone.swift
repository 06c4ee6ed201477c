import Synchronization

/// How a city's clocks run: a zone of the tz database. Read from its file, never from the process's
/// environment, so that any thread may ask.
package struct CityTimeZone: Sendable, Equatable {
  package let name: String
  private let file: ZoneFile?

  package static let utc = CityTimeZone(name: "UTC", file: nil)

  /// Nil if this machine has no such zone.
  package static func named(_ name: String) -> CityTimeZone? {
    if name == utc.name { return utc }
    return known.withLock { known in
      if let zone = known[name] { return zone }
      guard let file = ZoneFile(named: name) else { return nil }
      let zone = CityTimeZone(name: name, file: file)
      known[name] = zone
      return zone
    }
  }

  private static let known = Mutex<[String: CityTimeZone]>([:])

  package static func == (left: CityTimeZone, right: CityTimeZone) -> Bool {
    left.name == right.name
  }

  /// Seconds east of UTC.
  package func offset(at moment: Timestamp) -> Int {
    guard let file else { return 0 }
    let seconds = moment.seconds
    if let rule = file.rule, seconds >= file.transitions.last ?? .min {
      return rule.offset(at: seconds)
    }
    return file.offsets[file.transitions.endOfFirst { $0 <= seconds }]
  }

  package func day(of moment: Timestamp) -> CivilDate { local(moment).day }

  /// What the city's clocks show.
  package func local(_ moment: Timestamp) -> (day: CivilDate, second: Int) {
    let seconds = moment.seconds + Int64(offset(at: moment))
    let days = seconds.quotientFloored(by: 86_400)
    return (CivilDate(daysSince1970: Int32(clamping: days)), Int(seconds - days * 86_400))
  }

  /// When the city's clocks show that: once as a rule, never where they are set forward, twice
  /// where they are set back; the earlier moment first.
  package func moments(_ day: CivilDate, second: Int) -> [Timestamp] {
    let shown = Int64(day.daysSince1970) * 86_400 + Int64(second)
    return Set(offsets(around: shown)).map { Timestamp(seconds: shown - Int64($0)) }
      .filter { $0.seconds + Int64(offset(at: $0)) == shown }.sorted()
  }

  /// The first moment of a day, which is not midnight where the clocks are set forward then.
  package func start(of day: CivilDate) -> Timestamp {
    if let midnight = moments(day, second: 0).first { return midnight }
    let shown = Int64(day.daysSince1970) * 86_400
    let around = offsets(around: shown).map(Int64.init)
    var (before, after) = (shown - (around.max() ?? 0) - 86_400, shown - (around.min() ?? 0))
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if self.day(of: Timestamp(seconds: middle)) < day { before = middle } else { after = middle }
    }
    return Timestamp(seconds: after)
  }

  /// The last second of a day.
  package func end(of day: CivilDate) -> Timestamp {
    Timestamp(seconds: start(of: day.adding(days: 1)).seconds - 1)
  }

  /// A clock that is set forward jumps over some times: what it shows at the moment that a clock not
  /// set forward calls so.
  func shownInstead(of day: CivilDate, second: Int) -> Timestamp {
    let shown = Int64(day.daysSince1970) * 86_400 + Int64(second)
    return Timestamp(seconds: shown - Int64(offsets(around: shown)[0]))
  }

  /// The offsets in use a day before and a day after what a clock shows.
  private func offsets(around shown: Int64) -> [Int] {
    [-86_400, 86_400].map { offset(at: Timestamp(seconds: shown + $0)) }
  }
}

extension CityTimeZone {
  /// For programs, by ISO 8601: `2026-11-23T08:05:09-06:00`.
  package func iso(_ moment: Timestamp) -> String {
    let offset = offset(at: moment)
    // Before 1900 a city's clocks went by its own sun, which ISO 8601 has no offset for.
    guard file != nil, offset % 60 == 0 else { return moment.description }
    let (day, second) = local(moment)
    return "\(day)T\(Timestamp.clock(second))" + offsetText(at: moment)
  }

  /// For people: `2026-11-23 08:05:09`. Where the clocks show that twice, the offset says which.
  package func text(_ moment: Timestamp) -> String {
    let (day, second) = local(moment)
    let text = "\(day) \(Timestamp.clock(second))"
    return moments(day, second: second).count > 1
      ? text + offsetText(at: moment) : text
  }

  /// `-06:00`
  package func offsetText(at moment: Timestamp) -> String {
    let offset = offset(at: moment)
    return (offset < 0 ? "-" : "+") + Timestamp.clock(abs(offset)).prefix(5)
  }
}
