/// A time, to the second, in UTC: `2026-11-23T14:05:09Z`.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  public func adding(minutes: Int) -> Timestamp {
    Timestamp(seconds: seconds + Int64(minutes) * 60)
  }
  public func adding(hours: Int) -> Timestamp { adding(minutes: hours * 60) }
  public func adding(days: Int) -> Timestamp { adding(hours: days * 24) }
}

extension Timestamp: CustomStringConvertible {
  public var description: String { Clock.timestamp(seconds) }
}

extension Timestamp: DatumValue {
  public static let columnType = ColumnType.timestamp
  public var datum: Datum { .text(description) }

  public init(_ datum: Datum) {
    var text = datum.text ?? ""
    seconds = text.withUTF8 { Self.parse($0) } ?? 0
  }
}

extension Timestamp: FieldValue {
  public static let valueName = "time"

  /// A day alone means its first second.
  public init(parsing bytes: CellBytes) throws(ValueFault) {
    if let seconds = Self.parse(bytes) {
      self.seconds = seconds
      return
    }
    guard let day = try? CivilDate(parsing: bytes) else {
      throw ValueFault(
        .malformed, found: bytes,
        expected: "a moment in UTC, e.g. 2026-11-23T14:05:00Z, or a day, e.g. 2026-11-23",
        mend: "write the day alone, or end the time of day with Z")
    }
    seconds = Int64(day.daysSince1970) * 86_400
  }

  /// `YYYY-MM-DDThh:mm:ssZ`; seconds may be left out, and a blank may stand for the T.
  private static func parse(_ bytes: CellBytes) -> Int64? {
    guard bytes.count == 20 || bytes.count == 17, bytes[bytes.count - 1] == UInt8(ascii: "Z"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"),
      let day = try? CivilDate(parsing: CellBytes(rebasing: bytes[0..<10])),
      let hours = two(bytes, 11), hours < 24, let minutes = two(bytes, 14), minutes < 60
    else { return nil }
    var seconds: Int64 = 0
    if bytes.count == 20 {
      guard bytes[16] == UInt8(ascii: ":"), let given = two(bytes, 17), given < 60 else {
        return nil
      }
      seconds = given
    }
    return Int64(day.daysSince1970) * 86_400 + hours * 3600 + minutes * 60 + seconds
  }

  private static func two(_ bytes: CellBytes, _ index: Int) -> Int64? {
    guard isDigit(bytes[index]), isDigit(bytes[index + 1]) else { return nil }
    return Int64(bytes[index] - 48) * 10 + Int64(bytes[index + 1] - 48)
  }
}
