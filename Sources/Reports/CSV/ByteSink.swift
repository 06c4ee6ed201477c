/// What text is written to, a byte or a run of bytes at a time.
public protocol ByteSink {
  func append(_ byte: UInt8)
  func append(_ bytes: UnsafeBufferPointer<UInt8>)
}
