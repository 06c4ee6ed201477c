/// A moment, to the second, in UTC: `2026-11-23T14:05:09Z`.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  package func adding(minutes: Int) -> Timestamp {
    Timestamp(seconds: seconds + Int64(minutes) * 60)
  }
  package func adding(hours: Int) -> Timestamp { adding(minutes: hours * 60) }
  package func adding(days: Int) -> Timestamp { adding(hours: days * 24) }
}

extension Timestamp: CustomStringConvertible {
  /// As the store keeps it, `2026-11-23T14:05:09Z`; `CityTimeZone` has what is shown.
  package var description: String {
    let days = seconds.quotientFloored(by: 86_400)
    return "\(CivilDate(daysSince1970: Int32(clamping: days)))T"
      + "\(Self.clock(Int(seconds - days * 86_400)))Z"
  }

  /// `14:05:09`, from a second of a day.
  package static func clock(_ second: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}

extension Int64 {
  func quotientFloored(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Timestamp: DatumValue {
  package static let columnType = ColumnType.timestamp
  package var datum: Datum { .text(description) }

  package init(_ datum: Datum) {
    var text = datum.text ?? ""
    self = text.withCellBytes { Self(stored: $0) } ?? Timestamp(seconds: 0)
  }

  /// Exactly `YYYY-MM-DDThh:mm:ssZ`, which is how both engines give it.
  package init?(stored bytes: CellBytes) {
    func two(_ index: Int) -> Int64? {
      guard isDigit(bytes[index]), isDigit(bytes[index + 1]) else { return nil }
      return Int64(bytes[index] - 48) * 10 + Int64(bytes[index + 1] - 48)
    }
    guard bytes.count == 20, bytes[19] == UInt8(ascii: "Z"),
      let day = CivilDate(iso: CellBytes(rebasing: bytes[0..<10])), let hours = two(11),
      let minutes = two(14), let seconds = two(17)
    else { return nil }
    self.seconds = Int64(day.daysSince1970) * 86_400 + hours * 3600 + minutes * 60 + seconds
  }
}
