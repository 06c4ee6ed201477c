import Glibc

/// The text of a small file of the operator's, such as the configuration.
enum ReadFile {
  /// Why a file that is there cannot be read.
  struct Fault: Error {
    let code: Int32
    var message: String { unsafe String(cString: strerror(code)) }
  }

  /// Nil if there is no file. A byte order mark at the beginning is no part of the text.
  static func text(_ path: String) throws(Fault) -> String? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      // In a folder that may not be searched, such as the home of another account, one has no file.
      var facts = stat()
      if code == EACCES, unsafe stat(path, &facts) != 0 { return nil }
      throw Fault(code: code)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(code: errno) }
      if count == 0 { break }
      bytes.append(contentsOf: block[0..<count])
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(
      decoding: bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...], as: UTF8.self)
  }
}
