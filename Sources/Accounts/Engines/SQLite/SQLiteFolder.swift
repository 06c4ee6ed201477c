import Glibc

/// The folder of a store: SQLite keeps its log next to the file, so the folder's rights count too.
enum SQLiteFolder {
  package static func prepare(_ folder: String, for access: FileAccess) throws(StoreError) {
    guard case .group(let name) = access else {
      _ = try make(folder)
      return
    }
    guard let group = unsafe getgrnam(name)?.pointee.gr_gid else {
      throw StoreError(.badInput, "there is no group \(name)", remedy: "use an existing group")
    }
    let made = try make(folder)
    if made.isEmpty {
      guard !isShared(folder, group) else { return }
      guard isEmpty(folder) else {
        throw StoreError(
          .notPermitted,
          "the folder \(folder) contains other files, so its group was not changed to \(name)",
          remedy: "use a new folder, or prepare this one: "
            + "chgrp \(name) \(folder) && chmod 2770 \(folder)")
      }
    }
    for folder in made.isEmpty ? [folder] : made { try share(folder, group, name) }
  }

  /// Answers the folders that were not there before.
  private static func make(_ folder: String) throws(StoreError) -> [String] {
    var made: [String] = []
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += (path.isEmpty || path == "/" ? "" : "/") + part
      if unsafe mkdir(path, 0o700) == 0 {
        made.append(path)
      } else if errno != EEXIST, unsafe access(path, F_OK) != 0 {
        throw StoreError(
          .cannotCreate, "cannot create the folder \(path): \(SQLiteFile.systemError())",
          remedy: "use a folder that you can write to")
      }
    }
    return made
  }

  private static func isShared(_ folder: String, _ group: gid_t) -> Bool {
    var facts = stat()
    return unsafe stat(folder, &facts) == 0 && facts.st_gid == group
      && facts.st_mode & 0o2070 == 0o2070
  }

  private static func isEmpty(_ folder: String) -> Bool {
    guard let entries = unsafe opendir(folder) else { return false }
    defer { unsafe closedir(entries) }
    var count = 0
    // Every folder holds itself and its parent.
    while unsafe readdir(entries) != nil { count += 1 }
    return count <= 2
  }

  /// New files in a setgid folder belong to its group: SQLite's log files too.
  private static func share(_ folder: String, _ group: gid_t, _ name: String) throws(StoreError) {
    guard unsafe chown(folder, uid_t.max, group) == 0, unsafe chmod(folder, 0o2770) == 0 else {
      throw StoreError(
        .notPermitted,
        "cannot give the folder \(folder) to the group \(name): \(SQLiteFile.systemError())",
        remedy: "you must own the folder and belong to the group")
    }
  }
}
