import Crypto
package import Engines
import Glibc
import Values

/// SHA-256 of what a file holds.
package enum FileDigest {
  /// 64 hexadecimal digits; nil if the file cannot be read.
  package static func of(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hasher = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      unsafe block.withUnsafeBytes {
        unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
    return hexText(hasher.finalize())
  }
}

extension Store {
  /// What the journal's chain says at a change; nil if there is no such change.
  package func digest(ofChange change: Int64) throws(StoreError) -> String? {
    try connection.first(Journal.digestOf, [.integer(change)]) {
      String(decoding: $0.text(0), as: UTF8.self)
    }
  }
}
