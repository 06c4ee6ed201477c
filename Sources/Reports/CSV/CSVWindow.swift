/// The part of the text that is in memory: from the record being read to the last byte read.
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
    storage = .allocate(capacity: capacity + 1)
    storage[0] = CSVByte.lineFeed
  }

  deinit {
    storage.deallocate()
  }

  /// The text from the record on. A line feed that does not belong to it stands at `text[count]`,
  /// so that a search for the end of a cell needs no second condition.
  var text: UnsafePointer<UInt8> { UnsafePointer(storage + start) }
  var count: Int { filled - start }

  mutating func drop(_ count: Int) {
    start += count
  }

  /// Reads one more block after the current text.
  mutating func readMore() throws(ReadFailure) {
    makeRoom()
    let room = UnsafeMutableRawBufferPointer(start: storage + filled, count: capacity - filled)
    let count = try source.read(into: room)
    filled += count
    storage[filled] = CSVByte.lineFeed
    isComplete = count == 0
  }

  private mutating func makeRoom() {
    if start > 0 {
      storage.update(from: storage + start, count: count)
      filled -= start
      start = 0
    }
    if capacity - filled < capacity / 4 {
      let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 1)
      wider.update(from: storage, count: filled)
      storage.deallocate()
      storage = wider
      capacity *= 2
    }
  }
}
