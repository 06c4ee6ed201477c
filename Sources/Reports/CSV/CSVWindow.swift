/// The part of the text that is in memory: from the record being read to the last byte read.
@safe
struct CSVWindow: ~Copyable {
  private var source: any ByteSource
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var filled = 0
  /// True when the source has given its last byte.
  private(set) var isComplete = false

  init(_ source: any ByteSource, capacity: Int = 128 << 10) {
    self.source = source
    self.capacity = capacity
    unsafe storage = .allocate(capacity: capacity + 1)
    unsafe storage[0] = CSVByte.lineFeed
  }

  deinit {
    unsafe storage.deallocate()
  }

  /// The text from the record on. A line feed that does not belong to it stands at `text[count]`,
  /// so that a search for the end of a cell needs no second condition.
  var text: UnsafePointer<UInt8> { unsafe UnsafePointer(storage + start) }
  var count: Int { filled - start }

  mutating func drop(_ count: Int) {
    start += count
  }

  /// Reads one more block after the current text.
  mutating func readMore() throws(ReadFailure) {
    makeRoom()
    let room = unsafe UnsafeMutableRawBufferPointer(
      start: storage + filled, count: capacity - filled)
    let count = try unsafe source.read(into: room)
    filled += count
    unsafe storage[filled] = CSVByte.lineFeed
    isComplete = count == 0
  }

  private mutating func makeRoom() {
    if start > 0 {
      unsafe storage.update(from: storage + start, count: count)
      filled -= start
      start = 0
    }
    if capacity - filled < capacity / 4 {
      let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 1)
      unsafe wider.update(from: storage, count: filled)
      unsafe storage.deallocate()
      unsafe storage = wider
      capacity *= 2
    }
  }
}
