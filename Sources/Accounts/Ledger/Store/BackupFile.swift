import Engines
import Glibc

/// A file that a store is restored from.
struct BackupFile {
  let path: String
  let wait: Duration

  /// It may be on a read-only medium; one with a log is a store in use.
  func open() throws(StoreError) -> SQLiteConnection {
    guard unsafe access(path, R_OK) == 0 else {
      throw StoreError(
        .cannotOpenInput, "cannot open the backup \(path): \(SQLiteFile.systemError())",
        remedy: Self.remedy)
    }
    let hasLog = unsafe access(path + "-wal", F_OK) == 0
    do throws(StoreError) {
      return try SQLiteConnection(path: path, access: .read, wait: wait, isImmutable: !hasLog)
    } catch {
      guard error.kind == .unavailable else { throw Self.asBackup(error) }
      throw StoreError(.cannotOpenInput, error.message, remedy: Self.remedy)
    }
  }

  /// Reports a fault of the store as one of the input.
  static func asBackup(_ error: StoreError) -> StoreError {
    switch error.kind {
    case .notAStore: StoreError(.badInput, error.message, remedy: remedy)
    case .corrupt, .incomplete:
      StoreError(.badInput, "the backup: \(error.message)", remedy: "use another backup")
    default: error
    }
  }

  /// What is read in the body comes from a backup.
  static func reading<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw asBackup(error)
    }
  }

  private static let remedy = "use a file made by `store backup`"

  /// The steps of the schema that it lacks; throws if it has others.
  func missingSteps(in source: SQLiteConnection) throws(StoreError) -> [String] {
    let state: SchemaState
    do throws(StoreError) { state = try SchemaState(source) } catch { throw Self.asBackup(error) }
    switch state {
    case .current: return []
    case .behind(let names): return names
    case .newer(let name):
      throw StoreError(
        .newer, "the backup \(path) is newer than this ubadmin (it has \(name))",
        remedy: "install the ubadmin version that made it, or a later one")
    }
  }
}

extension Store {
  /// Throws if a backup cannot be restored, before anyone is asked whether it is to replace a store.
  package static func checkBackup(_ path: String, wait: Duration = .standardWait) throws {
    let file = BackupFile(path: path, wait: wait)
    let source = try file.open()
    _ = try source.transaction(.read) { try file.missingSteps(in: source) }
  }
}
