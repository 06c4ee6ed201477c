import Glibc

/// Bytes of one cell of a file or one word of a command line. They are lent by what holds them, for
/// the length of one call or until its next row: copy what has to last longer.
@safe @usableFromInline
package struct CellBytes: RandomAccessCollection {
  @usableFromInline package let lent: UnsafeBufferPointer<UInt8>

  @inlinable @unsafe
  package init(_ lent: UnsafeBufferPointer<UInt8>) { unsafe self.lent = lent }

  @inlinable @unsafe
  package init(_ lent: UnsafeMutableBufferPointer<UInt8>) {
    unsafe self.init(UnsafeBufferPointer(lent))
  }

  @inlinable @unsafe
  package init(start: UnsafePointer<UInt8>?, count: Int) {
    unsafe self.init(UnsafeBufferPointer(start: start, count: count))
  }

  /// A part, whose first index is 0.
  @inlinable
  package init(rebasing part: Slice<CellBytes>) {
    unsafe self.init(
      UnsafeBufferPointer(rebasing: part.base.lent[part.startIndex..<part.endIndex]))
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { unsafe lent.count }

  @inlinable
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < endIndex, "a byte that the cell does not have")
    return unsafe lent[index]
  }

  /// Eight bytes from an index on, the first as the lowest of the machine's word.
  @inlinable
  package func eight(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= endIndex - 8, "bytes that the cell does not have")
    return unsafe UnsafeRawBufferPointer(lent).loadUnaligned(
      fromByteOffset: index, as: UInt64.self)
  }

  package func contains(_ byte: UInt8) -> Bool {
    unsafe lent.baseAddress.map { unsafe memchr($0, Int32(byte), lent.count) != nil } ?? false
  }

  @inlinable
  package func withContiguousStorageIfAvailable<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value? {
    try unsafe body(lent)
  }
}

extension String {
  /// Lends the bytes of the text.
  @inlinable
  package mutating func withCellBytes<T, E: Error>(
    _ body: (CellBytes) throws(E) -> T
  ) throws(E) -> T {
    let result = withUTF8 { (bytes) -> Result<T, E> in
      do throws(E) { return .success(try body(unsafe CellBytes(bytes))) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension [UInt8] {
  /// Copies the bytes as a block.
  @inlinable
  package mutating func append(contentsOf bytes: CellBytes) {
    unsafe append(contentsOf: bytes.lent)
  }

  /// Lends the bytes.
  @inlinable
  package func withCellBytes<T>(_ body: (CellBytes) throws -> T) rethrows -> T {
    try unsafe withUnsafeBufferPointer { try body(unsafe CellBytes($0)) }
  }
}

/// Bytes that stay in one place, to be lent for as long as this value is kept.
@safe
package final class PinnedBytes {
  private let memory: UnsafeMutableBufferPointer<UInt8>

  package init(_ bytes: some Collection<UInt8>) {
    unsafe memory = .allocate(capacity: bytes.count)
    _ = unsafe memory.initialize(from: bytes)
  }

  deinit { unsafe memory.deallocate() }

  package var lent: CellBytes { unsafe CellBytes(memory) }
}
