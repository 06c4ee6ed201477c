import Accounts

/// Text as a JSON string.
enum JSONText {
  /// Everything that is not plain is escaped: quotes, backslashes, control characters, U+2028 and
  /// U+2029, and what turns the direction of text on a terminal. Bytes that are not UTF-8 become
  /// U+FFFD.
  static func append(_ bytes: CellBytes, to output: OutputBuffer) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      appendValid(bytes, to: output)
    } else {
      var valid = String(decoding: bytes, as: UTF8.self)
      valid.withCellBytes { appendValid($0, to: output) }
    }
  }

  static func append(_ text: String, to output: OutputBuffer) {
    var text = text
    text.withCellBytes { appendValid($0, to: output) }
  }

  static func append(
    list words: [Slice<CellBytes>], to output: OutputBuffer
  ) {
    output.append(UInt8(ascii: "["))
    for (index, word) in words.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(CellBytes(rebasing: word), to: output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Money is a string: as a number many readers would take it for a binary fraction.
  static func append(_ number: Int64, as kind: ColumnType, to output: OutputBuffer) {
    guard kind == .money else { return output.append(number, as: kind) }
    output.append(UInt8(ascii: "\""))
    output.append(number, as: kind)
    output.append(UInt8(ascii: "\""))
  }

  private static func appendValid(
    _ bytes: CellBytes, to output: OutputBuffer
  ) {
    output.append(UInt8(ascii: "\""))
    var begin = 0
    var index = 0
    while index < bytes.count {
      guard let special = special(bytes, at: index) else {
        index += 1
        continue
      }
      output.append(CellBytes(rebasing: bytes[begin..<index]))
      appendEscape(special.value, to: output)
      index += special.length
      begin = index
    }
    output.append(CellBytes(rebasing: bytes[begin...]))
    output.append(UInt8(ascii: "\""))
  }

  /// The character at an index and its bytes, if it has to be escaped.
  @inline(__always)
  private static func special(
    _ bytes: CellBytes, at index: Int
  ) -> (value: UInt16, length: Int)? {
    let byte = bytes[index]
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return (UInt16(byte), 1)
    case 0xC2 where bytes[index + 1] < 0xA0: return (UInt16(bytes[index + 1]), 2)
    case 0xE2:
      let value = 0x2000 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)
      switch value {
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (value, 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func appendEscape(_ value: UInt16, to output: OutputBuffer) {
    output.append(UInt8(ascii: "\\"))
    switch value {
    case 0x22, 0x5C: output.append(UInt8(truncatingIfNeeded: value))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(UInt8(ascii: "u"))
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
        output.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    }
  }
}
