/// The cells of one record whose doubled quotes were undone, kept apart so that the record
/// itself stays as it came.
@safe
struct CSVUnescaping: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init() {
    capacity = 1 << 10
    unsafe storage = .allocate(capacity: capacity)
  }

  deinit {
    unsafe storage.deallocate()
  }

  var bytes: UnsafePointer<UInt8> { unsafe UnsafePointer(storage) }

  /// Copies every cell that has doubled quotes and lets its span point at the copy.
  mutating func undo(
    in text: UnsafePointer<UInt8>, _ spans: UnsafeMutablePointer<CSVSpan>, _ count: Int
  ) {
    var used = 0
    for index in 0..<count where unsafe spans[index].isDoubled {
      let span = unsafe spans[index]
      makeRoom(used, span.length)
      let end = unsafe copy(text + span.start, span.length, to: used)
      unsafe spans[index] = CSVSpan(used, end, .unescaped)
      used = end
    }
  }

  private mutating func makeRoom(_ used: Int, _ length: Int) {
    guard used + length > capacity else { return }
    capacity = max(capacity * 2, used + length)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe wider.update(from: storage, count: used)
    unsafe storage.deallocate()
    unsafe storage = wider
  }

  /// Returns the offset behind the copy.
  private func copy(_ cell: UnsafePointer<UInt8>, _ length: Int, to offset: Int) -> Int {
    var from = 0
    var to = offset
    while from < length {
      unsafe storage[to] = cell[from]
      unsafe from += cell[from] == CSVByte.quote ? 2 : 1
      to += 1
    }
    return to
  }
}
