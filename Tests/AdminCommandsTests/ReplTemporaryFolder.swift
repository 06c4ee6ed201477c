import Glibc

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
  /// The system said no.
  struct Fault: Error { let path: String, code: Int32 }

  let path: String

  init() throws {
    var template = Array("/tmp/ubadmin-test.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Fault(path: "/tmp", code: errno) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Fault(path: name, code: errno) }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw Fault(path: name, code: errno)
    }
  }

  func read(_ name: String) throws -> String {
    guard let file = fopen("\(path)/\(name)", "r") else { throw Fault(path: name, code: errno) }
    defer { fclose(file) }
    var text: [UInt8] = []
    while case let byte = getc(file), byte != EOF { text.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func remove(_ path: String) {
    if let entries = opendir(path) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(entries)
    }
    Glibc.remove(path)
  }
}
