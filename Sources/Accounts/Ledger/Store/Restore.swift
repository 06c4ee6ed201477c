import Engines
import Glibc

/// What a restore did.
package struct RestoreReport: Sendable, Equatable {
  /// Where the store that was there before is now.
  package let kept: String?
  package let lastChange: Int64
  /// Where the journal of the restored store is broken, as it was in the backup.
  package let fault: JournalFault?
  /// Steps of the schema that the backup lacks: `store migrate` adds them.
  package let missingSteps: [String]
  /// Files for the bank that the store which was there had, and the backup has not.
  package let lostBankFiles: [LostBankFiles.File]
  /// The last file for the bank that the backup has, where no store was there to compare with.
  package let lastBankFile: Int64?
}

extension Store {
  /// Puts a backup in a store's place. The backup is copied and verified first; the store that was
  /// there is kept under another name; on failure everything stays as it was.
  package static func restore(
    from backup: String, to location: StoreLocation, by author: Author, replacing: Bool = false,
    clock: Clock = .system, wait: Duration = .standardWait,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> RestoreReport {
    guard case .file(let path) = location else {
      throw StoreError(
        .unavailable, "a backup file can only be restored to a file",
        remedy: "name a file with \(option: "store")")
    }
    let restore = Restore(
      backup: backup, path: path, author: author, replacing: replacing, clock: clock, wait: wait)
    return try restore.run(progress)
  }
}

/// One restore: copy, verify, change places.
struct Restore {
  let backup: String
  let path: String
  let author: Author
  let replacing: Bool
  let clock: Clock
  let wait: Duration

  func run(_ progress: (Int) throws -> Void) throws -> RestoreReport {
    let isThere = unsafe access(path, F_OK) == 0
    let old = try isThere ? takeOver() : nil
    if old == nil { try SQLiteFile.refuseRemains(of: path) }
    let draft = SQLiteFile.part(of: path, ".restoring-")
    SQLiteFile.remove(draft)
    do {
      let (contents, fault, missing) = try copy(to: draft, like: old, progress)
      let lost = try old.flatMap { try keepNumbers(of: $0, in: draft, missing) }
      let lastBankFile = old == nil ? try self.lastBankFile(in: draft) : nil
      try SQLiteFile.sync(draft)
      let kept = try old.map { _ in try keep() }
      try place(draft, orForget: kept)
      if let kept, let old {
        old.rollback()
        returnToLog(kept)
      }
      try SQLiteFile.sync(path)
      return RestoreReport(
        kept: kept, lastChange: contents.lastChange, fault: fault, missingSteps: missing,
        lostBankFiles: lost?.files ?? [], lastBankFile: lastBankFile)
    } catch {
      SQLiteFile.remove(draft)
      if let old {
        old.rollback()
        try? old.script("PRAGMA journal_mode = WAL")
      }
      throw error
    }
  }

  /// Locks the store that is there, alone, with its log folded into the file.
  private func takeOver() throws -> SQLiteConnection {
    var facts = (stat(), stat())
    if unsafe stat(path, &facts.0) == 0, unsafe stat(backup, &facts.1) == 0,
      facts.0.st_dev == facts.1.st_dev,
      facts.0.st_ino == facts.1.st_ino
    {
      throw StoreError(.exists, "\(backup) is the store itself", remedy: "use a backup file")
    }
    guard replacing else {
      throw StoreError(
        .exists, "a store already exists at \(path); it was left untouched",
        remedy: "restore to another file, or replace it with \(option: "yes")")
    }
    do {
      return try lockAlone()
    } catch let error as StoreError {
      guard error.kind == .corrupt || error.kind == .notAStore else { throw error }
      throw StoreError(
        error.kind,
        "\(path), which the backup would replace, cannot be kept safely: \(error.message)",
        remedy: "move it away, with \(path)-wal if that is there, and restore again")
    }
  }

  /// Leaving the log succeeds only while no other process has the store open. Closing a store with
  /// a log would remove the log by name, which may by then be the new store's.
  private func lockAlone() throws -> SQLiteConnection {
    let old = try SQLiteConnection(path: path, access: .write, wait: wait)
    try old.lockAlone(wait: wait)
    return old
  }

  /// Answers what the backup holds, where its journal is broken, and the steps of the schema that it
  /// lacks.
  private func copy(
    to draft: String, like old: SQLiteConnection?, _ progress: (Int) throws -> Void
  ) throws -> (StoreContents, JournalFault?, [String]) {
    var facts = stat()
    let mode = unsafe old != nil && stat(path, &facts) == 0 ? facts.st_mode & 0o660 : 0o600
    let file = BackupFile(path: backup, wait: wait)
    let source = try file.open()
    let (contents, missing) = try BackupFile.reading {
      try source.transaction(.read) {
        let missing = try file.missingSteps(in: source)
        let contents = try StoreContents(of: source)
        try SQLiteCopy.copy(source, to: draft, mode: mode, progress)
        return (contents, missing)
      }
    }
    if old != nil { _ = unsafe chown(draft, facts.st_uid, facts.st_gid) }
    let fault = try BackupFile.reading { try Backup.verify(draft, holds: contents).fault }
    return (contents, fault, missing)
  }

  /// Gives the old store a second name, under which it stays.
  private func keep() throws(StoreError) -> String {
    let digits = clock.timestamp().filter { $0.isLetter || $0.isNumber }
    var name = "\(path).before-restore-\(digits)"
    var count = 1
    while unsafe link(path, name) != 0 {
      guard errno == EEXIST, count < 100 else {
        throw StoreError(
          .inputOutput, "cannot rename the old store to \(name): \(SQLiteFile.systemError())",
          remedy: "nothing was changed; check that you can write to the folder")
      }
      count += 1
      name = "\(path).before-restore-\(digits)-\(count)"
    }
    return name
  }

  private func place(_ draft: String, orForget kept: String?) throws(StoreError) {
    guard unsafe rename(draft, path) == 0 else {
      if let kept { unsafe unlink(kept) }
      throw StoreError(
        .inputOutput, "cannot put the backup in place: \(SQLiteFile.systemError())",
        remedy: "nothing was changed; check that you can write to the folder")
    }
  }

  /// The kept store gets its log back, as every store has one; were it left without, it would
  /// still be whole.
  private func returnToLog(_ kept: String) {
    let connection = try? SQLiteConnection(path: kept, access: .write, wait: .zero)
    try? connection?.script("PRAGMA journal_mode = WAL")
  }
}
