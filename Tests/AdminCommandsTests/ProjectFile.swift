import Glibc

/// Files of the project itself, which tests compare with the program.
enum ProjectFile {
  /// The project's folder.
  static let root = "/" + String(#filePath.split(separator: "/Tests/")[0]).drop { $0 == "/" }

  static func isThere(_ name: String) -> Bool { access(root + "/" + name, F_OK) == 0 }

  /// Nil where it cannot be read.
  static func text(_ name: String) -> String? {
    let path = root + "/" + name
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[0..<count]
    }
  }

  /// The source files of a folder and those in it.
  static func swiftFiles(_ folder: String) throws -> [String] {
    guard let entries = opendir(root + "/" + folder) else { return [] }
    defer { closedir(entries) }
    var files: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      files += name.hasSuffix(".swift") ? [path] : try swiftFiles(path)
    }
    return files.sorted()
  }
}
