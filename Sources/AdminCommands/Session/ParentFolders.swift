import Glibc

/// The folders that a file is to lie in.
enum ParentFolders {
  /// Makes those that are missing. What fails here fails again, and is told, when the file is made.
  static func make(of path: String, mode: mode_t = 0o700) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      unsafe mkdir(String(path[..<slash]), mode)
    }
  }
}
