import Engines
import Glibc

/// What a backup holds, as it was verified.
package struct BackupReport: Sendable, Equatable {
  package let bytes: Int64
  package let rows: Int64
  package let lastChange: Int64
  /// Noted elsewhere, it tells later that the backup's journal is whole.
  package let lastDigest: String
  /// The copy is exact: a broken journal is copied too.
  package let journalFault: JournalFault?
}

extension Store {
  /// Copies the store as of one moment to a file, while others may write, and verifies
  /// the copy before it gets its name. `progress` is told the share done, in percent.
  @discardableResult
  package func backup(
    to path: String, overwrite: Bool = false, progress: (Int) throws -> Void = { _ in }
  ) throws -> BackupReport {
    guard let source = connection as? SQLiteConnection else {
      throw StoreError(
        .unavailable, "a store on a server cannot be backed up to a file with this command",
        remedy: "use the server's own backup (pg_dump), or `ubadmin store copy` to a file")
    }
    try Backup.refuse(path, besides: source.path)
    return try reading { try copy(source, to: path, overwrite: overwrite, progress) }
  }

  private func copy(
    _ source: SQLiteConnection, to path: String, overwrite: Bool,
    _ progress: (Int) throws -> Void
  ) throws -> BackupReport {
    let contents = try StoreContents(of: source)
    var bytes: Int64 = 0
    var fault: JournalFault?
    try SQLiteFile.createWhole(
      path, overwriting: overwrite, remedy: "use another file, or replace it with \(option: "yes")"
    ) { part in
      try SQLiteCopy.copy(source, to: part, mode: 0o600, progress)
      (bytes, fault) = try Backup.verify(part, holds: contents)
    }
    return BackupReport(
      bytes: bytes, rows: contents.rows.values.reduce(0, +), lastChange: contents.lastChange,
      lastDigest: contents.lastDigest, journalFault: fault)
  }
}

/// The steps around a copy that make a backup of it.
enum Backup {
  static func refuse(_ path: String, besides source: String) throws(StoreError) {
    var (here, store) = (stat(), stat())
    guard unsafe stat(path, &here) == 0 else { return }
    if unsafe stat(source, &store) == 0, store.st_dev == here.st_dev, store.st_ino == here.st_ino {
      throw StoreError(
        .exists, "\(path) is the store itself", remedy: "use another file for the backup")
    }
    guard here.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(.exists, "\(path) is not a file", remedy: "name a file")
    }
  }

  /// Opens a copy as a store is opened; answers its size, and where its journal is broken.
  static func verify(
    _ path: String, holds contents: StoreContents
  ) throws -> (bytes: Int64, fault: JournalFault?) {
    let copy = try SQLiteConnection(path: path, access: .write, wait: .zero)
    var faults: [String] = []
    try copy.eachFault { fault in
      if faults.count < 5 { faults.append("\(fault.place): \(fault.what)") }
    }
    faults += try StoreContents(of: copy).differences(from: contents)
    guard faults.isEmpty else {
      throw StoreError(
        .corrupt, "the copy failed verification and was removed: " + faults.joined(separator: "; "),
        remedy: "run `ubadmin store check` on the store, and try another disk")
    }
    return (try copy.storedBytes() ?? 0, try JournalVerifier.verify(copy).fault)
  }
}
