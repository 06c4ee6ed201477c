import Glibc

/// What another account of this machine may read, by its user and groups.
struct PersonAccess {
  private let uid: uid_t
  private let groups: Set<gid_t>
  private static let mostGroups: Int32 = 1024

  /// Nil if there is no such account.
  init?(_ name: String) {
    guard let account = unsafe getpwnam(name) else { return nil }
    uid = unsafe account.pointee.pw_uid
    let own = unsafe account.pointee.pw_gid
    var list = [gid_t](repeating: own, count: Int(Self.mostGroups))
    var count = Self.mostGroups
    // For an account in more groups, only its own group counts.
    let isComplete = unsafe getgrouplist(name, own, &list, &count) >= 0
    groups = isComplete ? Set(list.prefix(Int(count))) : [own]
  }

  /// Whether the account can reach the folder and read the names in it.
  func mayList(_ folder: String) -> Bool {
    if uid == 0 { return true }
    guard let path = unsafe realpath(folder, nil) else { return false }
    defer { unsafe free(path) }
    var here = ""
    for name in unsafe String(cString: path).split(separator: "/") {
      guard mayUse(here.isEmpty ? "/" : here, S_IXOTH) else { return false }
      here += "/" + name
    }
    return mayUse(here.isEmpty ? "/" : here, S_IROTH)
  }

  /// - Parameter right: as a bit of everybody's rights.
  private func mayUse(_ path: String, _ right: mode_t) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return false }
    let bit: mode_t =
      facts.st_uid == uid ? right << 6 : groups.contains(facts.st_gid) ? right << 3 : right
    return facts.st_mode & bit != 0
  }
}

extension Caller {
  /// Whether the person who runs the program could list the folder without it.
  func mayList(_ folder: String) -> Bool {
    guard let person = actsFor else { return true }
    return PersonAccess(person)?.mayList(folder) ?? false
  }
}

extension Session {
  /// Like `checkMayRead`, for the names in a folder.
  func checkMayList(_ folder: String) throws {
    guard let person = caller.actsFor, !caller.mayList(folder) else { return }
    throw CommandError(
      .cannotOpenInput, "the folder \(folder) cannot be read by \(person)",
      remedy: "name a folder that \(person) can read")
  }
}
