/// UTF-16 turned into UTF-8.
struct UTF16Source: ByteSource {
  /// Which byte of a code unit comes first.
  enum ByteOrder {
    case littleEndian, bigEndian
  }

  private var source: any ByteSource
  /// Nil until the byte order mark has told it.
  private var order: ByteOrder?
  /// The first byte of a code unit whose second one is in the next block.
  private var firstByte: UInt8?
  /// The first half of a surrogate pair whose second one is still to come.
  private var highSurrogate: UInt32?

  init(_ source: any ByteSource, order: ByteOrder?) {
    self.source = source
    self.order = order
  }

  /// Two bytes become at most three, so not quite half of the room is read at its end and then
  /// widened from its beginning: the writing, with what was carried over, never overtakes the reading.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let first = buffer.count - buffer.count / 2 + 8
    var output = unsafe UTF8Output(buffer)
    repeat {
      let count = try unsafe source.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[first...]))
      if count == 0 {
        try finish(&output)
        break
      }
      for index in first..<(first + count) {
        try unsafe take(buffer[index], &output)
      }
    } while output.count == 0
    return output.count
  }

  private mutating func take(_ byte: UInt8, _ output: inout UTF8Output) throws(ReadFailure) {
    guard let first = firstByte else {
      firstByte = byte
      return
    }
    firstByte = nil
    switch order {
    case .littleEndian: take(unit: UInt32(byte) << 8 | UInt32(first), &output)
    case .bigEndian: take(unit: UInt32(first) << 8 | UInt32(byte), &output)
    case nil where first == 0xFF && byte == 0xFE: order = .littleEndian
    case nil where first == 0xFE && byte == 0xFF: order = .bigEndian
    case nil: throw .noByteOrderMark
    }
  }

  private mutating func take(unit: UInt32, _ output: inout UTF8Output) {
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        output.append(0x1_0000 + (high - 0xD800) << 10 + (unit - 0xDC00))
        return
      }
      output.append(high)
    }
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
    } else {
      output.append(unit)
    }
  }

  private mutating func finish(_ output: inout UTF8Output) throws(ReadFailure) {
    if firstByte != nil { throw .unpairedByte }
    if let high = highSurrogate {
      highSurrogate = nil
      output.append(high)
    }
  }
}
