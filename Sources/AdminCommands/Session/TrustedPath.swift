import Glibc

/// Whether a path leads to the same place until it is used: nobody but root and one account may
/// change any folder or symbolic link on its way.
struct TrustedPath {
  let uid: uid_t

  private static let mostLinks = 40

  func holds(_ path: String) -> Bool {
    var rest = Self.names(FileNames.absolute(path) ?? path)
    var here = "/"
    var links = 0
    while !rest.isEmpty {
      let name = rest.removeFirst()
      var folder = stat()
      guard unsafe lstat(here, &folder) == 0 else { return false }
      let next = here == "/" ? "/" + name : here + "/" + name
      var facts = stat()
      guard unsafe lstat(next, &facts) == 0 else {
        // What is not there yet is made by whoever may write the folder.
        return errno == ENOENT && isOurs(folder) && folder.st_mode & 0o022 == 0
      }
      guard mayNotChange(entry: facts, of: folder) else { return false }
      if facts.st_mode & S_IFMT == S_IFLNK {
        links += 1
        guard links <= Self.mostLinks, let target = Self.target(of: next) else { return false }
        if target.hasPrefix("/") { here = "/" }
        rest = Self.names(target) + rest
      } else if name == ".." {
        here = here.contains("/") ? Self.parent(of: here) : "/"
      } else {
        here = next
      }
    }
    return true
  }

  /// Others may not write the folder; or it is one like /tmp, and the entry is not another's.
  private func mayNotChange(entry: stat, of folder: stat) -> Bool {
    guard isOurs(folder) else { return false }
    if folder.st_mode & 0o022 == 0 { return true }
    return folder.st_mode & S_ISVTX != 0 && isOurs(entry)
  }

  private func isOurs(_ facts: stat) -> Bool { facts.st_uid == 0 || facts.st_uid == uid }

  private static func names(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  private static func parent(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  private static func target(of link: String) -> String? {
    var room = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(link, &room, room.count)
    return count < 0
      ? nil : String(decoding: room[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
