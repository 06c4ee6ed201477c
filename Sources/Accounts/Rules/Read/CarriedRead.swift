import Engines
import Ledger
import Values

/// The one reading of a day on which a meter passes from a service to the next: the read that ends the
/// one also begins the other.
struct CarriedRead {
  /// Stores keep it, and `isCarried` looks for it there: its wording must not change.
  private static let source = Line(trusted: "reading of the final read")

  /// Whether a read came about in this way.
  static func isCarried(_ read: ChainRead) -> Bool {
    read.state == .current && read.reason == .initial && read.row[Read.source] == source
  }

  private let closing: NewRead
  /// The install that begins where that of the closing read ends.
  private let next: Row<MeterInstall>

  /// Nil if the read does not end a service that another follows on the same day.
  init?(_ read: NewRead, in install: Row<MeterInstall>, among installs: [Row<MeterInstall>]) {
    guard read.reading != nil, !read.reason.opens, read.reason != .control,
      install.toOn == read.on, install.fromOn < read.on,
      let next = installs.first(where: {
        $0.fromOn == read.on && $0[MeterInstall.id] != install[MeterInstall.id]
      })
    else { return nil }
    closing = read
    self.next = next
  }

  /// Begins the next service with the reading, if nothing has begun it; nil if nothing is to be said.
  func record(in books: Books) throws(RuleError) -> [String]? {
    let serial = closing.meter[Meter.meter]
    let sameDay = try books.rows(Read.onDay, serial, closing.on).map(ChainRead.init)
    if let opening = sameDay.first(where: {
      $0.state == .current && $0.reason.opens && $0.reading != nil
    }) {
      guard let reading = opening.reading, reading != closing.reading else { return nil }
      return [
        "the \(opening.reason) read of meter \(serial) on \(closing.on) has a "
          + "different reading: \(reading); if it is wrong, use "
          + "\(run: "read void", serial, options: ["on": closing.on, "number": opening.number])"
      ]
    }
    let outcome = try books.record(
      NewRead(
        meter: closing.meter, on: closing.on, reading: closing.reading, kind: closing.kind,
        reason: .initial, source: Self.source, readingField: closing.readingField))
    let account = try books.find(Service.self, next[MeterInstall.service])?[Service.account]
    let place = account.map { " on account \($0)" } ?? ""
    return ["the reading also begins the next service\(place)"] + outcome.notices
  }
}

extension Books {
  /// Begins a service with the read that ended another on the same day, if there is one.
  func carryReading(of meter: Row<Meter>, on day: CivilDate) throws(RuleError) -> [String] {
    let installs = try installs(of: meter[Meter.meter], endingFrom: day)
    for read in try rows(Read.onDay, meter[Meter.meter], day).map(ChainRead.init)
    where read.state == .current {
      guard
        let install = MeterInstall.owner(of: read.reason, on: day, among: installs),
        let carried = CarriedRead(
          NewRead(
            meter: meter, on: day, reading: read.reading, kind: read.kind, reason: read.reason),
          in: install, among: installs)
      else { continue }
      return try carried.record(in: self) ?? []
    }
    return []
  }

  /// What to say where a service that took over a meter has no reading of its first day.
  func uncounted(_ link: ChainLink, of chain: Chain) throws(RuleError) -> [String] {
    let (first, serial) = (chain.from, chain.meter[Meter.meter])
    guard link.usage == nil, link.before.on == nil, link.read.on > first,
      let left = chain.installs.compactMap(\.toOn).filter({ $0 <= first }).max()
    else { return [] }
    let ending = try rows(Read.onDay, serial, first).last {
      $0[Read.state] == .current && $0[Read.reason] != .control && !$0[Read.reason].opens
        && $0[Read.reading] != nil
    }
    let reason = left == first && ending == nil ? ReadReason.final : .initial
    let reading = ending?[Read.reading]?.description ?? "READING"
    return [
      "usage since \(first) is not counted: meter \(serial) has no reading of that "
        + "day; add it with "
        + String.run(
          "read add", serial,
          options: ["on": first, "reason": reason.rawValue, "reading": reading])
    ]
  }
}
