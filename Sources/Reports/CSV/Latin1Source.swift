/// Latin-1 (with the Windows-1252 signs at 0x80–0x9F) turned into UTF-8.
struct Latin1Source: ByteSource {
  private var source: any ByteSource

  init(_ source: any ByteSource) {
    self.source = source
  }

  /// A byte becomes at most three, so a third of the room is read at its end and then
  /// widened from its beginning: the writing never overtakes the reading.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let first = buffer.count - buffer.count / 3
    let count = try unsafe source.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[first...]))
    var output = unsafe UTF8Output(buffer)
    for index in first..<(first + count) {
      let byte = unsafe buffer[index]
      output.append(0x80...0x9F ~= byte ? windows1252[Int(byte - 0x80)] : UInt32(byte))
    }
    return output.count
  }
}

/// The signs of Windows-1252 from 0x80 on; the five bytes it leaves open stay what they are.
private let windows1252: [UInt32] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
]
