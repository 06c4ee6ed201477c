import CSQLite
import Glibc

/// Memory for work that touches much of it, in pages of 2 MiB instead of 4 KiB where the kernel has
/// them: a large file's changes then stop a few times for fresh memory, not thousands.
package enum LargePages {
  /// From now on the first thread's memory grows by large pages; asked for again, nothing happens.
  package static func use() { _ = isUsed }

  private static let isUsed: Bool = {
    mallopt(M_TOP_PAD, Int32(step))
    // What is freed stays here for the next batch, and a batch is no mapping of its own.
    mallopt(M_TRIM_THRESHOLD, Int32(step * 2))
    mallopt(M_MMAP_THRESHOLD, Int32(largePage))
    guard let start = unsafe sbrk(0) else { return false }
    // The heap grows when what is left of it does not hold the next piece.
    var pieces: [UnsafeMutableRawPointer?] = unsafe []
    while unsafe sbrk(0) == start, unsafe pieces.count < 64 {
      unsafe pieces.append(malloc(64 << 10))
    }
    unsafe pieces.forEach { unsafe free($0) }
    let first = (Int(bitPattern: start) + largePage - 1) & ~(largePage - 1)
    guard let end = unsafe sbrk(0), let from = unsafe UnsafeMutableRawPointer(bitPattern: first)
    else {
      return false
    }
    let size = Int(bitPattern: end) - first
    return unsafe size > 0 && madvise(from, size, MADV_HUGEPAGE) == 0
  }()

  private static let largePage = 2 << 20
  private static let step = 32 << 20
}
