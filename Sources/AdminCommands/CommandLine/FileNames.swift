import Accounts
import Glibc

/// The names of files, those that begin as a typed one does, and what is there; folders end with a slash.
enum FileNames {
  /// A word that is a file's name, or an option with one: `--output=na`.
  static func completing(
    option word: String, _ mayList: (String) -> Bool = { _ in true }
  ) -> [String] {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
      return completing(word, mayList)
    }
    let name = word[word.index(after: equals)...]
    return completing(String(name), mayList).map { word[...equals] + $0 }
  }

  /// - Parameter mayList: whether the names in a folder may be shown.
  static func completing(
    _ prefix: String, _ mayList: (String) -> Bool = { _ in true }
  ) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let beginning = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    let place = folder.isEmpty ? "." : folder
    guard mayList(place) else { return [] }
    return (FolderNames.of(place) ?? [])
      .filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { folder + $0 + (isFolder(folder + $0) ? "/" : "") }.sorted()
  }

  /// A path that is the same in every folder; nil if the current folder has none.
  static func absolute(_ path: String) -> String? {
    guard !path.hasPrefix("/") else { return path }
    guard let folder = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(folder) }
    let rest = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return unsafe String(cString: folder) + "/" + rest
  }

  /// The file of a program; nil if there is none.
  static func program(_ name: String, _ environment: [String: String]) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0 && !isFolder(path)
  }

  static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
