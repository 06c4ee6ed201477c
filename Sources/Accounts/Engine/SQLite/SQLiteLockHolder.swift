import Glibc

/// Who writes to a store now, as the kernel tells it.
enum SQLiteLockHolder {
  /// SQLite's write lock in WAL mode is byte 120 of the -shm file.
  /// Source: sqlite.org/walformat.html, "WAL-Index Locks".
  private static let writeLockByte = "120"

  static func describe(path: String) -> String {
    var facts = stat()
    guard stat(path + "-shm", &facts) == 0, let locks = contents("/proc/locks") else {
      return "another process"
    }
    for line in locks.split(separator: "\n") {
      // 1: POSIX  ADVISORY  WRITE 4711 fe:00:131077 120 120
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count >= 8, words[3] == "WRITE", words[6] == writeLockByte,
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == UInt64(facts.st_ino),
        let process = Int32(words[4])
      else { continue }
      return describe(process: process)
    }
    return "another process"
  }

  private static func describe(process: Int32) -> String {
    var facts = stat()
    var words = "process \(process)"
    if stat("/proc/\(process)", &facts) == 0, let user = getpwuid(facts.st_uid) {
      words += " of \(String(cString: user.pointee.pw_name))"
    }
    if let command = contents("/proc/\(process)/comm") {
      words += ", " + command.filter { !$0.isNewline }
    }
    return words
  }

  /// Files under /proc have no size; a read ends where it ends.
  private static func contents(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 1 << 20 {
      let count = read(file, &block, block.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[0..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
