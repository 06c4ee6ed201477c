import Glibc

/// The names of files that begin as a typed one does; folders end with a slash.
enum FileNames {
  /// A word that is a file's name, or an option with one: `--output=na`.
  static func completing(option word: String) -> [String] {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
      return completing(word)
    }
    let name = word[word.index(after: equals)...]
    return completing(String(name)).map { word[...equals] + $0 }
  }

  static func completing(_ prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let beginning = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let entries = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      guard let name = name(of: entry), name.hasPrefix(beginning), name != ".", name != ".." else {
        continue
      }
      if name.hasPrefix("."), !beginning.hasPrefix(".") { continue }
      names.append(folder + name + (isFolder(folder + name) ? "/" : ""))
    }
    return names.sorted()
  }

  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
