import Glibc

/// The contents of a compiled file of the tz database.
/// Source: RFC 9636, "The Time Zone Information Format (TZif)".
struct ZoneFile {
  /// Seconds since 1970 UTC at which the clocks change, ascending.
  private(set) var transitions: [Int64] = []
  /// Seconds east of UTC: before the first transition, then after each one.
  private(set) var offsets: [Int] = []
  /// What holds after the last transition; nil if nothing changes any more.
  private(set) var rule: DaylightRule?

  /// Nil if the bytes are no such file.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes[...])
    guard let first = Counts(&reader), reader.skip(first.size(ofTime: 4)) else { return nil }
    // The first block has 32-bit times for old programs; the second has all of them.
    guard first.version >= UInt8(ascii: "2"), let counts = Counts(&reader),
      takeTransitions(counts, &reader)
    else { return nil }
    guard let line = reader.line() else { return nil }
    if line.isEmpty { return }
    guard let rule = DaylightRule(line) else { return nil }
    self.rule = rule
  }

  private mutating func takeTransitions(_ counts: Counts, _ reader: inout Reader) -> Bool {
    for _ in 0..<counts.times {
      guard let moment = reader.number(bytes: 8) else { return false }
      transitions.append(moment)
    }
    guard let indexes = reader.take(counts.times) else { return false }
    var types: [Int] = []
    for _ in 0..<counts.types {
      // Offset, is it daylight saving time, name.
      guard let offset = reader.number(bytes: 4), reader.skip(2) else { return false }
      types.append(Int(offset))
    }
    guard let usual = types.first, indexes.allSatisfy({ $0 < types.count }) else { return false }
    offsets = [usual] + indexes.map { types[Int($0)] }
    return reader.skip(counts.rest(ofTime: 8))
  }

  /// The header of a block.
  private struct Counts {
    let version: UInt8
    let times: Int
    let types: Int
    private let names: Int
    private let leaps: Int
    private let flags: Int

    init?(_ reader: inout Reader) {
      guard let magic = reader.take(4), magic.elementsEqual("TZif".utf8),
        let version = reader.take(1)?.first, reader.skip(15),
        let isUT = reader.number(bytes: 4), let isStandard = reader.number(bytes: 4),
        let leaps = reader.number(bytes: 4), let times = reader.number(bytes: 4),
        let types = reader.number(bytes: 4), let names = reader.number(bytes: 4),
        [isUT, isStandard, leaps, times, types, names].allSatisfy({ (0..<65_536).contains($0) })
      else { return nil }
      self.version = version
      self.times = Int(times)
      self.types = Int(types)
      self.names = Int(names)
      self.leaps = Int(leaps)
      flags = Int(isUT + isStandard)
    }

    /// Bytes of the whole block.
    func size(ofTime width: Int) -> Int { times * (width + 1) + types * 6 + rest(ofTime: width) }
    /// Bytes behind the types.
    func rest(ofTime width: Int) -> Int { names + leaps * (width + 4) + flags }
  }

  /// Takes big-endian numbers from bytes, as far as they go.
  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count <= bytes.count else { return nil }
      defer { bytes = bytes.dropFirst(count) }
      return bytes.prefix(count)
    }

    mutating func skip(_ count: Int) -> Bool { take(count) != nil }

    mutating func number(bytes count: Int) -> Int64? {
      guard let taken = take(count), let first = taken.first else { return nil }
      return taken.dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
    }

    /// The text between two line ends.
    mutating func line() -> String? {
      guard take(1)?.first == 0x0A, let end = bytes.firstIndex(of: 0x0A) else { return nil }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }
}

extension ZoneFile {
  static let folder = "/usr/share/zoneinfo/"

  /// Nil if there is no such file, or it is no file of the tz database.
  init?(named name: String) {
    // A plan of somebody else names a zone, too.
    guard !name.split(separator: "/").contains("..") else { return nil }
    let file = unsafe open(Self.folder + name, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(file, &bytes, bytes.count)
    guard count > 0, count < bytes.count else { return nil }
    self.init(Array(bytes[..<count]))
  }
}
