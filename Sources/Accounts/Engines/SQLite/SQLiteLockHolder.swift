import Glibc

/// Who writes to a store now, or at least has it open, as the kernel tells it.
enum SQLiteLockHolder {
  /// SQLite's write lock in WAL mode is byte 120 of the -shm file.
  /// Source: sqlite.org/walformat.html, "WAL-Index Locks".
  private static let writeLockByte = "120"

  package static func describe(path: String) -> String {
    let locks =
      contents("/proc/locks").map { $0.split(separator: "\n").compactMap(Lock.init) } ?? []
    let log = file(path + "-shm")
    if let writer = locks.first(where: {
      $0.isWrite && $0.file == log && $0.firstByte == writeLockByte
    }) {
      return describe(process: writer.process)
    }
    // Who has a store open keeps a lock on the file itself.
    let store = file(path)
    let other = locks.first { $0.file == store && $0.process != getpid() }
    return other.map { describe(process: $0.process) } ?? "another process"
  }

  /// One line of /proc/locks: `1: POSIX  ADVISORY  WRITE 4711 fe:00:131077 120 120`.
  private struct Lock {
    let isWrite: Bool
    let process: Int32
    let file: ino_t
    let firstByte: Substring

    init?(_ line: Substring) {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count >= 8, let process = Int32(words[4]),
        let file = words[5].split(separator: ":").last.flatMap({ ino_t($0) })
      else { return nil }
      isWrite = words[3] == "WRITE"
      self.process = process
      self.file = file
      firstByte = words[6]
    }
  }

  /// The file's number; nil if it is not there.
  private static func file(_ path: String) -> ino_t? {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? facts.st_ino : nil
  }

  private static func describe(process: Int32) -> String {
    var facts = stat()
    var words = "process \(process)"
    if unsafe stat("/proc/\(process)", &facts) == 0, let user = unsafe getpwuid(facts.st_uid) {
      words += unsafe " of \(String(cString: user.pointee.pw_name))"
    }
    if let command = contents("/proc/\(process)/comm") {
      words += ", " + command.filter { !$0.isNewline }
    }
    return words
  }

  /// Files under /proc have no size; a read ends where it ends.
  private static func contents(_ path: String) -> String? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 1 << 20 {
      let count = unsafe read(file, &block, block.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[0..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
