import Glibc

/// The names in a folder.
package enum FolderNames {
  /// In no order; nil where the folder cannot be read, with `errno`.
  package static func of(_ folder: String) -> [String]? {
    guard let entries = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      if let name = unsafe name(of: entry), name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
