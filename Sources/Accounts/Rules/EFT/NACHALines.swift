import Values

/// A bank's file as records of 94 places, however the bank or a mail program wrote it down: with LF,
/// CRLF or CR, or run together without any; with a byte order mark or an end-of-file mark; with blanks
/// at the end of records cut off, or more of them, or no-break blanks in their place; with empty lines
/// between.
struct NACHALines {
  private(set) var records: [NACHARecord] = []

  init(_ bytes: [UInt8]) throws(NACHAFault) {
    var bytes = bytes[...]
    while let last = bytes.last, last == 0x1A || last == 0x00 { bytes.removeLast() }
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { try add(line) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) throws(NACHAFault) {
    var line = line
    // Files that were put together have one in the middle, too.
    while line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    line = Self.withPlainBlanks(line)
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
    var places = Self.places(line)
    let length = NACHALayout.recordLength
    // Blanks beyond a record's end; those within it are its own.
    while places.count % length != 0, places.last == 0x20 || places.last == 0x09 {
      places.removeLast()
    }
    var start = 0
    while start < places.count {
      let end = min(start + length, places.count)
      try add(record: Array(places[start..<end]))
      start = end
    }
  }

  private mutating func add(record bytes: [UInt8]) throws(NACHAFault) {
    let number = records.count + 1
    guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw NACHAFault(
        record: number, found: "a control character",
        expected: "\(NACHALayout.recordLength) plain characters")
    }
    let blank = UInt8(ascii: " ")
    let filled = bytes + Array(repeating: blank, count: NACHALayout.recordLength - bytes.count)
    let record = NACHARecord(number: number, bytes: filled)
    // Blanks may be missing at the end, digits may not.
    guard bytes.count >= NACHALayout.leastLength(of: record.type) else {
      throw NACHAFault(
        record: number, found: "\(bytes.count) characters", expected: "\(NACHALayout.recordLength)")
    }
    records.append(record)
  }

  /// A no-break blank, as mail programs and web pages put it in, has one place; it is the byte A0 in Latin-1.
  private static func withPlainBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if line.allSatisfy({ $0 < 0x80 }) { return line }
    let blank = UInt8(ascii: " ")
    guard let text = String(validating: line, as: UTF8.self) else {
      return line.map { $0 == 0xA0 ? blank : $0 }[...]
    }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(CellBlanks.isSpace(scalar) ? " " : scalar) }
    return Array(String(plain).utf8)[...]
  }

  /// One byte a place. A name with a letter that is not ASCII keeps its place as a question mark; such a
  /// record is counted in bytes where these fill it, and otherwise in characters.
  private static func places(_ line: ArraySlice<UInt8>) -> [UInt8] {
    if line.allSatisfy({ $0 < 0x80 }) { return Array(line) }
    let unknown = UInt8(ascii: "?")
    if line.count % NACHALayout.recordLength == 0 {
      return line.map { $0 < 0x80 ? $0 : unknown }
    }
    return String(decoding: line, as: UTF8.self).unicodeScalars.map {
      $0.isASCII ? UInt8($0.value) : unknown
    }
  }
}

extension NACHALayout {
  /// How many places a record has at least, where blanks at its end are cut off.
  static func leastLength(of type: Character) -> Int {
    let layout: NACHALayout? =
      switch type {
      case "1": .fileHeader
      case "5": .batchHeader
      case "6": .entry
      case "7": .returnAddenda
      case "8": .batchControl
      default: nil
      }
    // A file control ends in blanks, unlike the nines that fill a file.
    guard let layout else { return fileControlLength }
    return layout.fields.last { $0.isNumber || $0.constant != nil }?.end ?? recordLength
  }

  private static let fileControlLength = 55
}
