import Accounts
import Glibc

/// Folders that a new store needs: a mistyped path must not create folders silently.
extension CommandContext {
  /// Throws if a missing folder may not be created; returns a note about one that was.
  /// - Parameter isNamed: whether the user named the location; false for the default location.
  func agreedFolders(
    for location: StoreLocation, isNamed: Bool, isForGroup: Bool = false
  ) throws -> String? {
    guard case .file(let path) = location, let folder = missingFolder(of: path) else { return nil }
    let isAgreed =
      try isForGroup || !isNamed
      || confirms("The folder \(folder) does not exist. Create it?")
    guard isAgreed else {
      throw CommandError(
        .cannotCreateOutput, "the folder \(folder) does not exist; no store was created",
        remedy: "create it with mkdir -p \(word: folder), or add --yes")
    }
    return "created the folder \(folder)"
  }

  /// The folder of a path, where it is not there.
  private func missingFolder(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    let folder = String(path[..<slash])
    return unsafe access(folder, F_OK) == 0 || errno != ENOENT ? nil : folder
  }

  /// Whether a store's place was typed: as an argument, with --store, or in the environment.
  func namesStore(_ url: String?) -> Bool {
    url != nil || options.store != nil || (try? configuration[.store]) != nil
      || session.prompt != nil
  }
}
