import Crypto
import Values

/// The SHA-256 over a table's rows in the order of their keys.
struct TableDigest {
  private var hasher = SHA256()
  private(set) var rows: Int64 = 0
  private var bytes: [UInt8] = []

  mutating func add(_ values: [Datum]) {
    rows += 1
    appendCells(values[...], to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 1 << 14 { drain() }
  }

  private mutating func drain() {
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> SHA256.Digest {
    drain()
    return hasher.finalize()
  }
}
