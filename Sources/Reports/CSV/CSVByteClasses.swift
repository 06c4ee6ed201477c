/// The scanner's class of each byte value: one lookup instead of six comparisons.
@safe
struct CSVByteClasses: ~Copyable {
  static let ordinary: UInt8 = 0
  // The three that end a cell come first, so one comparison finds them.
  static let delimiter: UInt8 = 1
  static let lineFeed: UInt8 = 2
  static let carriageReturn: UInt8 = 3
  static let lastEnding = carriageReturn
  static let quote: UInt8 = 4
  static let nul: UInt8 = 5
  static let beyondASCII: UInt8 = 6

  /// By byte value, outside quotes; inside them a delimiter is an ordinary byte.
  let plain: UnsafeMutablePointer<UInt8>
  let quoted: UnsafeMutablePointer<UInt8>

  init(_ delimiter: CSVDelimiter) {
    unsafe plain = .allocate(capacity: 256)
    unsafe plain.initialize(repeating: Self.ordinary, count: 128)
    unsafe (plain + 128).initialize(repeating: Self.beyondASCII, count: 128)
    unsafe plain[Int(CSVByte.lineFeed)] = Self.lineFeed
    unsafe plain[Int(CSVByte.carriageReturn)] = Self.carriageReturn
    unsafe plain[Int(CSVByte.quote)] = Self.quote
    unsafe plain[Int(CSVByte.nul)] = Self.nul
    unsafe quoted = .allocate(capacity: 256)
    unsafe quoted.initialize(from: plain, count: 256)
    unsafe plain[Int(delimiter.rawValue)] = Self.delimiter
  }

  deinit {
    unsafe plain.deallocate()
    unsafe quoted.deallocate()
  }
}
