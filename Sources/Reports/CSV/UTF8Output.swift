/// Writes code points as UTF-8 from the beginning of a buffer.
@safe
struct UTF8Output {
  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(_ buffer: UnsafeMutableRawBufferPointer) {
    unsafe self.buffer = buffer
  }

  /// A lone surrogate is written as its three bytes, which no validation of UTF-8 lets pass:
  /// so it is reported with its line and cell like any other damage.
  mutating func append(_ point: UInt32) {
    switch point {
    case ..<0x80:
      put(point)
    case ..<0x800:
      put(0xC0 | point >> 6)
      put(0x80 | point & 0x3F)
    case ..<0x1_0000:
      put(0xE0 | point >> 12)
      put(0x80 | point >> 6 & 0x3F)
      put(0x80 | point & 0x3F)
    default:
      put(0xF0 | point >> 18)
      put(0x80 | point >> 12 & 0x3F)
      put(0x80 | point >> 6 & 0x3F)
      put(0x80 | point & 0x3F)
    }
  }

  private mutating func put(_ byte: UInt32) {
    unsafe buffer[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}
