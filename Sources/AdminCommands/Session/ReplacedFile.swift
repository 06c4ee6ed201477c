import Accounts
import Glibc
import Reports

/// What is said where an output takes the place of a file that may still be needed.
extension CommandContext {
  /// The rows of an earlier run may not be corrected yet.
  func noteReplacedRows(_ file: AtomicFile, _ path: String) {
    guard let old = file.replaced, ReplacedFile.hasRows(old) else { return }
    say("note: \(path) had rows of an earlier run; it is replaced")
  }

  /// The bank may not have the other file yet.
  func noteReplacedBankFile(_ file: AtomicFile, _ path: String, text: String) {
    guard let old = file.replaced, !ReplacedFile.isEmpty(old),
      !ReplacedFile.holds(Array(text.utf8), at: old)
    else { return }
    say("note: \(path) was another file; it is replaced, and --again writes an earlier one again")
  }
}

/// A file before another one takes its place.
private enum ReplacedFile {
  /// Whether something follows its first line, the names of its columns.
  static func hasRows(_ path: String) -> Bool {
    // What cannot be read may have rows.
    guard let beginning = beginning(of: path, most: 65_536) else { return true }
    guard let end = beginning.firstIndex(of: UInt8(ascii: "\n")) else {
      return beginning.count == 65_536
    }
    return beginning[end...].contains { !" \r\n".utf8.contains($0) }
  }

  static func isEmpty(_ path: String) -> Bool { beginning(of: path, most: 1)?.isEmpty ?? false }

  static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    beginning(of: path, most: bytes.count + 1) == bytes
  }

  private static func beginning(of path: String, most: Int) -> [UInt8]? {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: most)
    var count = 0
    while count < most {
      let read = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe pread(
          file, room.baseAddress.map { unsafe $0 + count }, most - count, off_t(count))
      }
      guard read >= 0 else { return nil }
      if read == 0 { break }
      count += read
    }
    return Array(bytes[..<count])
  }
}
