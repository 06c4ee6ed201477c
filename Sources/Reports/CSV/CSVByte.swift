/// The bytes with a meaning in delimited text.
enum CSVByte {
  static let nul: UInt8 = 0x00
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let endOfFile: UInt8 = 0x1A
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  /// U+FEFF as UTF-8.
  static let byteOrderMark: (UInt8, UInt8, UInt8) = (0xEF, 0xBB, 0xBF)
}
