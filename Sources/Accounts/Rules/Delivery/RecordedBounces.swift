import Engines
import Ledger
import Values

/// The bounces of a delivery preference that are on record, next to one of a day and code.
struct RecordedBounces {
  private let known: KnownRows
  private let day: CivilDate
  private let code: Line?

  init(
    of row: Row<DeliveryPreference>, on day: CivilDate, code: Line?, in books: Books
  ) throws(RuleError) {
    self.day = day
    self.code = code
    let id = row[DeliveryPreference.id]
    known = try books.known(at: "bounces of delivery preference \(id)") { () throws(RuleError) in
      try Self.load(id, books)
    }
  }

  /// How many there are with this one.
  var count: Int64 { known.last + 1 }

  /// Whether this one is among them; the one on record is then taken for no other bounce whose day was moved.
  func claimRecorded() -> Bool {
    guard let key = known.first([Self.words(day, code)]) else { return false }
    _ = known.claim(Self.nearby(key))
    return true
  }

  /// The day of one that may be this one: the provider's days are those of another time zone. No other row
  /// of the file is taken for it.
  func takeMoved() -> CivilDate? {
    for other in [day.adding(days: -1), day.adding(days: 1)] {
      guard let key = known.first([Self.nearby(Self.words(other, code))]) else { continue }
      known.match(key)
      return other
    }
    return nil
  }

  func add() { known.add(count, words: Self.words(day, code)) }

  private static func load(_ id: Int64, _ books: Books) throws(RuleError) -> KnownRows {
    let baseline = try books.baseline(of: DeliveryEvent.self)
    let events = try books.rows(DeliveryEvent.ofPreference, id)
      .filter { $0[DeliveryEvent.kind] == .bounce }
    var known: [(key: String, words: [String])] = []
    for event in events {
      let (key, words) = (
        "event \(event[DeliveryEvent.id])",
        words(event[DeliveryEvent.on], event[DeliveryEvent.code])
      )
      known.append((key: key, words: [words]))
      guard event[DeliveryEvent.id] <= baseline else { continue }
      known.append((key: nearby(key), words: [nearby(words)]))
    }
    return KnownRows(known, last: Int64(events.count))
  }

  private static func words(_ day: CivilDate, _ code: Line?) -> String {
    "\(day) \(code?.text ?? "")"
  }

  private static func nearby(_ words: String) -> String { "nearby \(words)" }
}
