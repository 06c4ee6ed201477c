import Glibc
import Reports

/// A private file of one's own that several processes append to, locked while it is open.
struct LockedFile {
  let path: String
  private let descriptor: Int32

  /// Makes the file (0600) and its folders (0700) where they are missing, and waits for the lock.
  init(path: String) throws(HistoryFault) {
    self.path = path
    do throws(OutputError) {
      try ParentFolders.make(of: path)
    } catch {
      throw HistoryFault(path: error.name, code: error.code)
    }
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw HistoryFault(path: path, code: errno) }
      while flock(descriptor, LOCK_EX) != 0 {
        let code = errno
        // A signal ends the wait, not the need.
        if code == EINTR { continue }
        Glibc.close(descriptor)
        throw HistoryFault(path: path, code: code)
      }
      // Anyone who held the lock may have put another file in this one's place.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        fchmod(descriptor, 0o600)
        return
      }
      Glibc.close(descriptor)
    }
  }

  /// Nil if another process has locked it.
  init?(ifFree path: String) throws(HistoryFault) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isSame(descriptor, path) else {
      Glibc.close(descriptor)
      return nil
    }
  }

  /// Gives the lock back too.
  func close() { Glibc.close(descriptor) }

  func contents() throws(HistoryFault) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe pread(descriptor, &block, block.count, off_t(bytes.count))
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw HistoryFault(path: path, code: errno) }
      bytes.append(contentsOf: block[..<count])
    }
  }

  func append(_ text: String) throws(HistoryFault) {
    try Self.write(text, to: descriptor, path: path)
  }

  /// Whole or not at all: the new file takes the old one's place under its lock.
  func replace(with text: String) throws(HistoryFault) {
    var target = path
    if let real = unsafe realpath(path, nil) {
      target = unsafe String(cString: real)
      unsafe free(real)
    }
    let new = "\(target).\(getpid()).new"
    let file = unsafe open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw HistoryFault(path: new, code: errno) }
    do throws(HistoryFault) {
      defer { Glibc.close(file) }
      try Self.write(text, to: file, path: new)
      guard fsync(file) == 0, unsafe rename(new, target) == 0 else {
        throw HistoryFault(path: new, code: errno)
      }
    } catch {
      unsafe unlink(new)
      throw error
    }
  }

  private static func write(_ text: String, to file: Int32, path: String) throws(HistoryFault) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw HistoryFault(path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var mine = stat()
    var its = stat()
    return unsafe fstat(descriptor, &mine) == 0 && stat(path, &its) == 0
      && mine.st_ino == its.st_ino
      && mine.st_dev == its.st_dev
  }
}
