import Glibc

/// The files that this process has open, as the kernel lists them.
enum OpenFiles {
  /// Every SQLite file begins so. Source: sqlite.org/fileformat.html, section 1.3.
  private static let mark = Array("SQLite format 3\0".utf8)

  /// Whether one of them is a store that belongs to the account.
  static func hasStore(of uid: uid_t) -> Bool {
    guard let folder = unsafe opendir("/proc/self/fd") else { return true }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name), isStore(number, of: uid) { return true }
    }
    return false
  }

  private static func isStore(_ descriptor: Int32, of uid: uid_t) -> Bool {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_uid == uid
    else { return false }
    var head = [UInt8](repeating: 0, count: mark.count)
    return unsafe pread(descriptor, &head, head.count, 0) == head.count && head == mark
  }
}
