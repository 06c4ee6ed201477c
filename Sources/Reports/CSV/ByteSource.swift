import Glibc

/// A source of input bytes, one block at a time.
package protocol ByteSource {
  /// Fills the beginning of the buffer and returns the number of bytes; 0 is the end.
  /// A reader never asks with less than 1 KiB of room.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// Why a source could not be read.
package enum ReadFailure: Error, Equatable, Sendable {
  /// read(2) failed with this `errno`.
  case system(Int32)
  /// UTF-16 that ends in the middle of a code unit.
  case unpairedByte
  /// UTF-16 of unspecified byte order without a byte order mark.
  case noByteOrderMark
  /// The byte order mark of another encoding.
  case byteOrderMark(of: CSVEncoding)
}

/// Bytes of an open file, pipe or terminal. The caller opens and closes it.
package struct FileDescriptorSource: ByteSource {
  private let descriptor: Int32
  /// Whether a signal that came while it waited ends the wait.
  private let isStopped: () -> Bool

  package init(_ descriptor: Int32, isStopped: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.isStopped = isStopped
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      let code = errno
      if code != EINTR || isStopped() { throw .system(code) }
    }
  }
}

/// Bytes that are in memory already, given in blocks of at most `blockSize`.
package struct ArraySource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let blockSize: Int

  package init(_ bytes: [UInt8], blockSize: Int = .max) {
    rest = bytes[...]
    self.blockSize = max(1, blockSize)
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    let block = rest.prefix(min(blockSize, buffer.count))
    unsafe buffer.copyBytes(from: block)
    rest.removeFirst(block.count)
    return block.count
  }
}
