/// A strict little JSON reader: as much as a test of what was written needs, numbers as their
/// digits.
package struct TinyJSON {
  package indirect enum Value: Equatable {
    case string([UInt16])
    case number(String)
    case bool(Bool)
    case null
    case array([Value])
    case object([String: Value])
  }

  package struct Fault: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0

  package static func parse(_ text: String) throws -> Value {
    var reader = TinyJSON(bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == reader.bytes.count else { throw Fault(offset: reader.index) }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
  }

  private mutating func accept(_ word: String) -> Bool {
    skipBlanks()
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func expect(_ word: String) throws {
    guard accept(word) else { throw Fault(offset: index) }
  }

  private mutating func value() throws -> Value {
    if accept("null") { return .null }
    if accept("true") { return .bool(true) }
    if accept("false") { return .bool(false) }
    if accept("\"") { return .string(try string()) }
    if accept("[") { return .array(try array()) }
    if accept("{") { return .object(try object()) }
    let begin = index
    while index < bytes.count, "-0123456789.".utf8.contains(bytes[index]) { index += 1 }
    guard index > begin else { throw Fault(offset: index) }
    return .number(String(decoding: bytes[begin..<index], as: UTF8.self))
  }

  private mutating func array() throws -> [Value] {
    if accept("]") { return [] }
    var values: [Value] = []
    repeat { values.append(try value()) } while accept(",")
    try expect("]")
    return values
  }

  private mutating func object() throws -> [String: Value] {
    if accept("}") { return [:] }
    var values: [String: Value] = [:]
    repeat {
      try expect("\"")
      let key = String(decoding: try string(), as: UTF16.self)
      try expect(":")
      guard values.updateValue(try value(), forKey: key) == nil else { throw Fault(offset: index) }
    } while accept(",")
    try expect("}")
    return values
  }

  private mutating func string() throws -> [UInt16] {
    var units: [UInt16] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return units
      case UInt8(ascii: "\\"): units.append(try escape())
      case ..<0x20: throw Fault(offset: index)
      default:
        let begin = index
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
          bytes[index] != UInt8(ascii: "\\")
        {
          index += 1
        }
        units += Array(String(decoding: bytes[begin..<index], as: UTF8.self).utf16)
      }
    }
    throw Fault(offset: index)
  }

  private mutating func escape() throws -> UInt16 {
    guard index + 1 < bytes.count else { throw Fault(offset: index) }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return UInt16(letter)
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
      else { throw Fault(offset: index) }
      index += 4
      return unit
    default: throw Fault(offset: index)
    }
  }
}
