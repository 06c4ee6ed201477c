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
    return names(in: folder.isEmpty ? "." : folder)
      .filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { folder + $0 + (isFolder(folder + $0) ? "/" : "") }.sorted()
  }

  /// What lies in a folder, in no order; nothing where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let entries = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      if let name = unsafe name(of: entry), name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
