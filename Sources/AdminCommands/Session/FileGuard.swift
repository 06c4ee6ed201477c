import Accounts
import Glibc
import Reports

/// Nothing overwrites what it reads: every file of a command is declared here before the first of
/// them is opened.
extension Session {
  /// Takes note of a command's files; throws where an output is the same file as another output, an
  /// input, the store or its log, the key, the configuration or a script that runs.
  func declare(_ own: CommandFiles, _ options: GlobalOptions) throws {
    var all = own
    all.writes(options.output, "--output")
    files = all
    let stream =
      ownsProcess ? CommandFiles.Use("standard output", descriptor: STDOUT_FILENO) : nil
    // A command that writes no file cannot overwrite one.
    guard own.storeUse == .replaces || !all.outputs.isEmpty || stream?.identity != nil else {
      return
    }
    if ownsProcess { all.reads([CommandFiles.Use("standard input", descriptor: STDIN_FILENO)]) }
    all.reads(scripts.uses)
    addStanding(to: &all, options)
    guard let (output, other) = all.collision(stream: stream) else { return }
    throw CommandError(
      .cannotCreateOutput,
      "\(output.words) and \(other.words) are the same file; nothing was read or written",
      mend: "name another file to write to")
  }

  /// What every command reads: the store, the key and the configuration.
  private func addStanding(to all: inout CommandFiles, _ options: GlobalOptions) {
    // What is wrong with the configuration is said when the command asks for it.
    if all.storeUse != .none, let location = try? storeLocation(options) {
      switch location {
      case .file(let path):
        let beside = StoreFiles.logEndings.map {
          CommandFiles.Use("the store's log", path + $0)
        }
        let store = [CommandFiles.Use("the store", path)] + beside
        if all.storeUse == .replaces { all.writes(store) } else { all.reads(store) }
      case .server:
        let home = environment["HOME"] ?? ""
        all.reads(environment["PGPASSFILE"] ?? home + "/.pgpass", "the password file")
        all.reads(environment["PGSERVICEFILE"] ?? home + "/.pg_service.conf", "the service file")
      }
    }
    all.reads((try? keyPath(options)) ?? nil, "the key file")
    for path in Configuration.paths(environment) { all.reads(path, "the configuration file") }
  }

  /// A file that is opened without having been declared could be overwritten unseen.
  func checkIsDeclared(input path: String) throws {
    guard files.inputs.contains(where: { $0.path == path }) else { throw undeclared(path) }
  }

  func checkIsDeclared(output path: String) throws {
    guard files.outputs.contains(where: { $0.path == path }) else { throw undeclared(path) }
  }

  private func undeclared(_ path: String) -> StoreError {
    StoreError(.defect, "\(commandName) does not declare the file \(path)")
  }
}
