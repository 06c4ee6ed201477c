import Glibc
import Reports

/// The folders that a file is to lie in.
enum ParentFolders {
  /// Makes those that are missing.
  static func make(of path: String, mode: mode_t = 0o700) throws(OutputError) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      let folder = String(path[..<slash])
      if unsafe mkdir(folder, mode) == 0 { continue }
      let code = errno
      // A server of files may refuse a folder that is there as one that it would have to make.
      guard code == EEXIST || FileNames.isFolder(folder) else {
        throw OutputError(.create, name: folder, code: code)
      }
    }
  }
}
