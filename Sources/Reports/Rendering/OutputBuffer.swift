package import Accounts
import Glibc

/// Bytes on their way out, to a file descriptor in blocks of 64 KiB, or to memory.
///
/// Appending does not throw: a failed write is kept, later bytes are dropped, and `check` and
/// `flush` throw it. What was not flushed is lost with the buffer, on purpose.
@safe
package final class OutputBuffer: ByteSink {
  /// Is called before anything is brought out.
  package var beforeSending: (() -> Void)?
  private static let blockSize = 65536

  /// Nil is memory.
  private let descriptor: Int32?
  /// For errors.
  let name: String
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private var failure: OutputError?

  /// Writes to a descriptor that stays its owner's to close; the name is for errors.
  package convenience init(descriptor: Int32, name: String) {
    self.init(to: descriptor, name: name)
  }

  /// A buffer that keeps everything, for tests and for texts made in between.
  package static func memory() -> OutputBuffer { OutputBuffer(to: nil, name: "memory") }

  private init(to descriptor: Int32?, name: String) {
    self.descriptor = descriptor
    self.name = name
    capacity = Self.blockSize
    unsafe start = .allocate(capacity: capacity)
  }

  deinit { unsafe start.deallocate() }

  /// What is in the buffer: of memory, all that was ever appended.
  package var bytes: [UInt8] { unsafe Array(CellBytes(start: start, count: count)) }
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  package func append(_ byte: UInt8) {
    if count == capacity { makeRoom(1) }
    unsafe start[count] = byte
    count &+= 1
  }

  @inline(__always)
  package func append(_ bytes: CellBytes) {
    guard let source = unsafe bytes.lent.baseAddress else { return }
    if capacity &- count < bytes.count {
      guard makeRoom(bytes.count) else { return send(bytes) }
    }
    unsafe (start + count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  @inline(__always)
  package func append(_ text: StaticString) {
    unsafe append(CellBytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func append(_ text: String) {
    var text = text
    text.withCellBytes { append($0) }
  }

  package func append(_ bytes: [UInt8]) { bytes.withCellBytes { append($0) } }

  @inline(__always)
  package func append(integer value: Int64) {
    if capacity &- count < DecimalDigits.longest { makeRoom(DecimalDigits.longest) }
    unsafe count &+= DecimalDigits.write(value, to: start + count)
  }

  /// Units of 10⁻ᵖˡᵃᶜᵉˢ as a decimal with at least `shown` places.
  @inline(__always)
  package func append(decimal units: Int64, places: Int, shown: Int) {
    if capacity &- count < DecimalDigits.longest { makeRoom(DecimalDigits.longest) }
    unsafe count &+= DecimalDigits.write(units, places: places, shown: shown, to: start + count)
  }

  /// Throws what has gone wrong so far.
  @inline(__always)
  package func check() throws(OutputError) {
    if let failure { throw failure }
  }

  /// Brings everything out.
  package func flush() throws(OutputError) {
    drain()
    try check()
  }

  /// False when a block cannot hold that much.
  @inline(never) @discardableResult
  private func makeRoom(_ needed: Int) -> Bool {
    guard descriptor == nil else {
      drain()
      return needed <= capacity
    }
    capacity = max(capacity * 2, count + needed)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe grown.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = grown
    return true
  }

  private func drain() {
    guard descriptor != nil, count > 0 else { return }
    unsafe send(CellBytes(start: start, count: count))
    count = 0
  }

  @inline(never)
  private func send(_ bytes: CellBytes) {
    guard let descriptor, failure == nil else { return }
    beforeSending?()
    var rest = unsafe UnsafeRawBufferPointer(bytes.lent)
    while unsafe !rest.isEmpty {
      let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written > 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if written < 0, errno == EAGAIN {
        // A descriptor shared with another process may have been made non-blocking by it.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&ready, 1, -1)
      } else if written == 0 || errno != EINTR {
        failure = OutputError(.write, name: name, code: written == 0 ? EIO : errno)
        return
      }
    }
  }
}
