import Glibc
import Values

/// Who may open a store's file.
package enum FileAccess: Sendable, Equatable {
  case ownerOnly
  /// A folder and file that a group of clerks shares.
  case group(String)
}

/// A store's file on disk: made, recognized, opened.
package enum SQLiteFile {
  package static func open(
    _ path: String, access: Access, wait: Duration
  ) throws(StoreError) -> SQLiteConnection {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      if errno == ENOENT {
        throw StoreError(
          .unavailable, "there is no store at \(path)",
          remedy:
            "create an empty one with `ubadmin store init \(word: path)`, or a sample "
            + "city with `ubadmin store demo \(word: path)`; or use another with \(option: "store")"
        )
      }
      throw StoreError(.unavailable, "cannot open the store \(path): \(systemError())")
    }
    if access == .read { takeBackChange(in: path) }
    do throws(StoreError) {
      return try SQLiteConnection(path: path, access: access, wait: wait)
    } catch {
      guard access == .read else { throw error }
      switch error.kind {
      case .full: return try alone(path, wait, after: error)
      case .notPermitted, .unavailable: return try unlocked(path, wait, after: error)
      default: throw error
      }
    }
  }

  /// On a read-only disk, or in another user's folder, the index of the log cannot be made; a file without a
  /// log is read without it.
  private static func unlocked(
    _ path: String, _ wait: Duration, after refusal: StoreError
  ) throws(StoreError) -> SQLiteConnection {
    guard unsafe Glibc.access(folder(of: path), W_OK) != 0,
      unsafe Glibc.access(path + "-wal", F_OK) != 0
    else { throw refusal }
    let connection: SQLiteConnection
    do throws(StoreError) {
      connection = try SQLiteConnection(path: path, access: .read, wait: wait, isImmutable: true)
    } catch {
      throw refusal
    }
    connection.isUnlocked = true
    return connection
  }

  /// Rolls back a restore that was killed, which a reader may not do. A restore that still runs has
  /// the file locked.
  private static func takeBackChange(in path: String) {
    guard unsafe Glibc.access(path + "-journal", F_OK) == 0,
      unsafe Glibc.access(path, W_OK) == 0
    else { return }
    try? SQLiteConnection(path: path, access: .write, wait: .zero).script("PRAGMA schema_version")
  }

  /// Where the disk has no room for the index of the log, whoever has the store to themselves keeps
  /// it in memory. Source: sqlite.org/wal.html, "Use of WAL Without Shared-Memory".
  private static func alone(
    _ path: String, _ wait: Duration, after full: StoreError
  ) throws(StoreError) -> SQLiteConnection {
    let connection: SQLiteConnection
    do throws(StoreError) {
      connection = try SQLiteConnection(path: path, access: .write, wait: wait, isAlone: true)
      try connection.script("PRAGMA query_only = ON")
    } catch {
      throw full
    }
    connection.fullDisk = full
    return connection
  }

  /// Makes an empty file that is a store's; its schema is the migrations' business.
  package static func create(_ path: String, access: FileAccess) throws(StoreError)
    -> SQLiteConnection
  {
    try SQLiteFolder.prepare(folder(of: path), for: access)
    if unsafe Glibc.access(path, F_OK) != 0 { try refuseRemains(of: path) }
    let mode: mode_t = access == .ownerOnly ? 0o600 : 0o660
    let file = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      if errno == EEXIST { throw existing(path) }
      throw StoreError(
        .cannotCreate, "cannot create the store \(finalName(of: path)): \(systemError())",
        remedy: "use a folder that you can write to")
    }
    fchmod(file, mode)
    close(file)
    let connection = try SQLiteConnection(
      path: path, access: .write, wait: .standardWait, isNew: true)
    try connection.script(
      "PRAGMA application_id = \(SQLiteConnection.applicationID); PRAGMA journal_mode = WAL")
    return connection
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// For a file that nobody can write: SQLite then needs no lock and leaves nothing next to it.
  package static func immutableName(_ path: String) -> String { uri(path) + "?immutable=1" }

  package static func readOnlyName(_ path: String) -> String { uri(path) + "?mode=ro" }

  /// Source: sqlite.org/uri.html.
  private static func uri(_ path: String) -> String {
    var name = "file:"
    for byte in path.utf8 {
      if "?#%".utf8.contains(byte) || byte < 0x21 || byte > 0x7E {
        name +=
          "%"
          + String([hexDigit(byte >> 4), hexDigit(byte & 15)].map { Character(UnicodeScalar($0)) })
      } else {
        name.append(Character(UnicodeScalar(byte)))
      }
    }
    return name
  }

  package static func systemError() -> String { unsafe String(cString: strerror(errno)) }
}

extension SQLiteConnection {
  /// A warning for everyone who uses the store.
  package var warning: String? {
    guard isUnlocked else {
      return fullDisk.map { $0.message + "; it is opened read-only, by one process at a time" }
    }
    return "nothing can be written in the folder of the store \(path); it is opened read-only, and "
      + "changes that others make meanwhile are not noticed"
  }

  /// Whether all that was committed is in the file itself.
  package var hasEmptyLog: Bool {
    var facts = stat()
    return unsafe stat(path + "-wal", &facts) != 0 || facts.st_size == 0
  }
}
