import Accounts
import Glibc
import Reports

/// Nothing overwrites what it reads: every file of a command is declared here before the first of
/// them is opened.
extension CommandContext {
  /// Throws if an output is the same file as another output, an input, the store or its log, the
  /// key, the configuration, a saved query or import, or a script that runs.
  func checkOverwritesNothing() throws {
    var all = files
    let stream =
      session.ownsProcess ? CommandFiles.Use("standard output", descriptor: STDOUT_FILENO) : nil
    // A command that writes no file cannot overwrite one.
    let isFile = stream?.identity?.isOverwritten ?? false
    guard all.storeUse == .replaces || !all.outputs.isEmpty || isFile else { return }
    if session.ownsProcess {
      all.reads([CommandFiles.Use("standard input", descriptor: STDIN_FILENO)])
    }
    all.reads(scripts.uses)
    addCommonFiles(to: &all)
    guard let (output, other) = all.collision(stream: stream) else { return }
    throw CommandError(
      .cannotCreateOutput,
      "\(output.words) and \(other.words) are the same file; nothing was read or written",
      remedy: "name another file to write to")
  }

  /// What every command reads: the store, the key and the configuration; and the queries and imports
  /// that are kept next to it.
  private func addCommonFiles(to all: inout CommandFiles) {
    // What is wrong with the configuration is said when the command asks for it.
    if all.storeUse != .none, let location = try? storeLocation {
      switch location {
      case .file(let path):
        let beside = StoreFiles.logEndings.map {
          CommandFiles.Use("the store's log", path + $0)
        }
        let store = [CommandFiles.Use("the store", path)] + beside
        if all.storeUse == .replaces { all.writes(store) } else { all.reads(store) }
      case .server:
        let home = session.environment["HOME"] ?? ""
        all.reads(session.environment["PGPASSFILE"] ?? home + "/.pgpass", "the password file")
        all.reads(
          session.environment["PGSERVICEFILE"] ?? home + "/.pg_service.conf", "the service file")
        all.reads(
          session.environment["PGSSLKEY"] ?? home + "/.postgresql/postgresql.key",
          "the private key")
        for file in location.namedFiles { all.reads(file.path, file.what) }
      }
    }
    all.reads((try? keyPath) ?? nil, "the key file")
    for path in Configuration.paths(session.environment) {
      all.reads(path, "the configuration file")
    }
    for kind in SavedTexts.Kind.allCases {
      guard let saved = try? SavedTexts(kind, session) else { continue }
      for name in saved.names { all.reads(saved.path(name), "the saved \(kind.rawValue)") }
    }
  }

  /// A file that output goes to. Under a service account none is named: what it may write and its
  /// person may not, a name must not reach.
  /// - Parameter staysIfKilled: what was written stays under a temporary name if the program is killed.
  func newFile(_ path: String, staysIfKilled: Bool = false) throws -> AtomicFile {
    try checkIsDeclared(output: path)
    if let person = session.caller.actsFor, !CommandFiles.isStream(path) {
      throw CommandError(
        .cannotCreateOutput, "\(path) cannot be written by \(session.caller.account) for \(person)",
        remedy: "write it with your own shell: use /dev/stdout, and add > \(word: path)")
    }
    try StoreFiles.checkMayReplace(path)
    removeLeftFiles(beside: path)
    return try AtomicFile(
      path: path, replacesLink: options.replacesLink, staysIfKilled: staysIfKilled)
  }

  /// Under a service account, whole stores are copied and replaced at that account's own store alone:
  /// at any other, nobody would know who asks.
  func checkMayMoveStores() throws {
    guard let person = session.caller.actsFor, identity.actingAs == nil else { return }
    throw CommandError(
      .notPermitted,
      "the store is not owned by \(session.caller.account), the account that \(person) is using",
      remedy: "run the command without sudo")
  }

  /// A file that is opened without having been declared could be overwritten unseen.
  func checkIsDeclared(input path: String) throws {
    guard files.inputs.contains(where: { $0.path == path }) else { throw undeclared(path) }
  }

  func checkIsDeclared(output path: String) throws {
    guard files.outputs.contains(where: { $0.path == path }) else { throw undeclared(path) }
  }

  private func undeclared(_ path: String) -> StoreError {
    StoreError(.defect, "\(name) does not declare the file \(path)")
  }
}
