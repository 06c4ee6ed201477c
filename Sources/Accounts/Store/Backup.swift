import Glibc

/// What a backup holds, as it was verified.
public struct BackupReport: Sendable, Equatable {
  public let bytes: Int64
  public let rows: Int64
  public let lastChange: Int64
  /// Noted elsewhere, it tells later that the backup's journal is whole.
  public let lastDigest: String
}

extension Store {
  /// Copies the store as it stands at one moment to a file, while others may write, and verifies
  /// the copy before it gets its name. `progress` is told the share done, in percent.
  @discardableResult
  public func backup(
    to path: String, overwrite: Bool = false, progress: (Int) throws -> Void = { _ in }
  ) throws -> BackupReport {
    guard let source = connection as? SQLiteConnection else {
      throw StoreError(
        .unavailable, "a store on a server is not backed up to a file from here",
        mend: "use the server's own backup (pg_dump)")
    }
    try Backup.refuse(path, besides: source.path, overwrite: overwrite)
    try source.begin(.read)
    defer { source.rollback() }
    let contents = try StoreContents(of: source)
    let draft = "\(path).part-\(getpid())"
    SQLiteCopy.remove(draft)
    do {
      try SQLiteCopy.copy(source, to: draft, mode: 0o600, progress)
      let bytes = try Backup.verify(draft, holds: contents)
      try SQLiteCopy.sync(draft)
      try Backup.name(draft, path, overwrite: overwrite)
      try SQLiteCopy.sync(path)
      return BackupReport(
        bytes: bytes, rows: contents.rows.values.reduce(0, +), lastChange: contents.lastChange,
        lastDigest: contents.lastDigest)
    } catch {
      SQLiteCopy.remove(draft)
      throw error
    }
  }
}

/// The steps around a copy that make a backup of it.
enum Backup {
  static func refuse(_ path: String, besides source: String, overwrite: Bool) throws(StoreError) {
    try SQLiteFile.refuseRemains(of: path)
    var here = stat()
    guard stat(path, &here) == 0 else { return }
    var store = stat()
    if stat(source, &store) == 0, store.st_dev == here.st_dev, store.st_ino == here.st_ino {
      throw StoreError(
        .exists, "\(path) is the store itself", mend: "name another file for the backup")
    }
    guard overwrite else { throw exists(path) }
    guard here.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(.exists, "\(path) is not a file", mend: "name a file")
    }
  }

  private static func exists(_ path: String) -> StoreError {
    StoreError(
      .exists, "\(path) exists already; it was left untouched",
      mend: "name another file, or say that it is to be overwritten")
  }

  /// Opens a copy as a store is opened; answers its size.
  static func verify(_ path: String, holds contents: StoreContents) throws -> Int64 {
    let copy = try SQLiteConnection(path: path, access: .write, wait: .zero)
    var faults: [String] = []
    try copy.eachFault { fault in
      if faults.count < 5 { faults.append("\(fault.place): \(fault.what)") }
    }
    faults += try StoreContents(of: copy).differences(from: contents)
    guard faults.isEmpty else {
      throw StoreError(
        .corrupt, "the copy is not sound and was removed: " + faults.joined(separator: "; "),
        mend: "run `ubadmin store check` on the store, and try another disk")
    }
    return try copy.storedBytes() ?? 0
  }

  static func name(_ draft: String, _ path: String, overwrite: Bool) throws(StoreError) {
    if overwrite {
      guard rename(draft, path) == 0 else {
        throw StoreError(
          .inputOutput, "cannot name the backup \(path): \(SQLiteFile.systemError())")
      }
      return
    }
    // Unlike rename, link never takes a file away that came in the meantime.
    guard link(draft, path) == 0 else {
      if errno == EEXIST { throw exists(path) }
      throw StoreError(
        .inputOutput, "cannot name the backup \(path): \(SQLiteFile.systemError())")
    }
    unlink(draft)
  }
}
