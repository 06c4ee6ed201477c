/// Whether the byte is an ASCII digit.
@inlinable
package func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }

/// Whether the byte is an ASCII letter.
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

/// Appends the number as decimal digits.
package func appendDecimal(_ value: UInt64, to bytes: inout [UInt8]) {
  if value >= 10 { appendDecimal(value / 10, to: &bytes) }
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
}

/// Two hexadecimal digits, in lower case, for each byte.
package func hexText(_ bytes: some Sequence<UInt8>) -> String {
  String(
    decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
}

/// The hexadecimal digit, in lower case, of a value below 16.
package func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
