import Accounts
import Glibc
import Reports

/// What is said where an output takes the place of a file that may still be needed.
extension CommandContext {
  /// The rows of an earlier run may not be corrected yet: what only shows what would be done leaves them.
  /// - Parameters:
  ///   - old: what would be replaced, as `AtomicFile.replaced` has it.
  ///   - isShown: whether nothing is done.
  /// - Returns: whether the file may be replaced.
  func mayReplaceRows(_ old: String?, _ path: String, isShown: Bool) -> Bool {
    guard let old else { return true }
    let content = ReplacedFile.content(of: old)
    switch (content, isShown) {
    case (.nothing, _): return true
    case (.rejects, false): say("note: \(path) had rows of an earlier run; it is replaced")
    case (.other, false): say("note: \(path) is replaced; it was not a file of rejected rows")
    case (_, true):
      say(
        "note: a dry run does not replace \(path)"
          + (content == .rejects ? ", which has rows of an earlier run" : "")
          + "; --rejects with another file shows the bad rows")
    }
    return !isShown
  }
}

/// A file before another one takes its place.
enum ReplacedFile {
  /// What would be lost with a file.
  enum Content {
    case nothing
    /// Rows that nobody may have corrected yet.
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

  /// Whether a file is there that is not empty; pipes and devices are no files.
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
