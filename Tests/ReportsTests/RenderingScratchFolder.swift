import Glibc

@testable import Reports

/// A folder of a test's own, gone with it.
final class RenderingScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/ubadmin-rendering-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw POSIXFault(code: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names {
      if unlink(path + "/" + name) != 0 { rmdir(path + "/" + name) }
    }
    rmdir(path)
  }

  /// What is in it, in order.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw POSIXFault(code: errno) }
    defer { close(descriptor) }
    let output = OutputBuffer(descriptor: descriptor, name: name)
    output.append(text)
    try output.flush()
    fchmod(descriptor, mode)
  }

  func read(_ name: String) throws -> String {
    let descriptor = open(path + "/" + name, O_RDONLY)
    guard descriptor >= 0 else { throw POSIXFault(code: errno) }
    defer { close(descriptor) }
    return readAll(descriptor)
  }

  func mode(of name: String) -> mode_t {
    var facts = stat()
    return stat(path + "/" + name, &facts) == 0 ? facts.st_mode & 0o7777 : 0
  }
}

/// A call of the test's own that failed.
struct POSIXFault: Error {
  let code: Int32
}

/// All that comes out of a descriptor until its end.
func readAll(_ descriptor: Int32) -> String {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 4096)
  while case let count = Glibc.read(descriptor, &block, block.count), count > 0 {
    bytes += block[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
