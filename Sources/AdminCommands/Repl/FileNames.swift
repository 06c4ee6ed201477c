import Accounts
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
    return (FolderNames.of(folder.isEmpty ? "." : folder) ?? [])
      .filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { folder + $0 + (isFolder(folder + $0) ? "/" : "") }.sorted()
  }

  static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
