import Accounts
import Glibc
import Reports

/// What is said where an output takes the place of a file that may still be needed.
extension CommandContext {
  /// What only shows what would be done leaves the file.
  func noteLeft(_ content: ReplacedFile.Content, at path: String) {
    say(
      "note: a dry run does not replace \(path)"
        + (content == .rejects ? ", which has rows of an earlier run" : "")
        + "; --rejects with another file shows the bad rows")
  }

  /// The rows of an earlier run may not be corrected yet, so they have another name now.
  func noteKept(_ content: ReplacedFile.Content, of path: String, as kept: String) {
    say(
      content == .rejects
        ? "note: \(path) had rows of an earlier run; they are kept in \(kept)"
        : "note: \(path) was not a file of rejected rows; it is kept as \(kept)")
  }
}

/// A file before another one takes its place.
enum ReplacedFile {
  /// What would be lost with a file.
  enum Content {
    case nothing
    /// Rows that may not have been corrected yet.
    case rejects
    case other
  }

  static func content(of path: String) -> Content {
    guard let beginning = beginning(of: path, most: 65_536) else { return .other }
    let header = beginning.prefix { $0 != UInt8(ascii: "\n") }
    let isBlank = { (bytes: ArraySlice<UInt8>) in bytes.allSatisfy { " \r\n".utf8.contains($0) } }
    guard RejectsColumns.areIn(header) else { return isBlank(beginning[...]) ? .nothing : .other }
    return isBlank(beginning[header.endIndex...]) ? .nothing : .rejects
  }

  /// Whether there is a file that is not empty; pipes and devices do not count.
  static func hasBytes(_ path: String) -> Bool {
    guard case .existing? = FileIdentity(path: path) else { return false }
    return beginning(of: path, most: 1) != []
  }

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
