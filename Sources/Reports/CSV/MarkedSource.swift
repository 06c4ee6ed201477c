/// Text in another encoding, unless it begins with UTF-8's byte order mark. A rejects file is UTF-8
/// with a mark, so it can be corrected and used again with the same command.
struct MarkedSource: ByteSource {
  private let encoding: CSVEncoding
  private var source: any ByteSource
  private var hasBegun = false

  init(_ source: any ByteSource, encoding: CSVEncoding) {
    self.source = source
    self.encoding = encoding
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if !hasBegun { try begin() }
    return try unsafe source.read(into: buffer)
  }

  private mutating func begin() throws(ReadFailure) {
    hasBegun = true
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 2048, alignment: 1)
    defer { unsafe room.deallocate() }
    var count = 0
    while count < 3 {
      let more = try unsafe source.read(
        into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
      if more == 0 { break }
      count += more
    }
    let whole = unsafe HeadedSource(head: Array(room[..<count])[...], rest: source)
    if let other = unsafe CSVEncoding(utf16Mark: room[..<count]), encoding != other,
      encoding != .utf16
    {
      throw .byteOrderMark(of: other)
    }
    let mark = [CSVByte.byteOrderMark.0, CSVByte.byteOrderMark.1, CSVByte.byteOrderMark.2]
    source = unsafe room[..<count].starts(with: mark) ? whole : encoding.decoding(whole)
  }
}

/// Bytes that were read already, and those behind them.
private struct HeadedSource: ByteSource {
  var head: ArraySlice<UInt8>
  var rest: any ByteSource

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    guard !head.isEmpty else { return try unsafe rest.read(into: buffer) }
    let count = min(head.count, buffer.count)
    unsafe buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}
