package import Accounts

/// A destination for rendered bytes: an output buffer, or an array in a test.
package protocol ByteSink: AnyObject {
  func append(_ byte: UInt8)
  func append(_ bytes: CellBytes)
}
