import Accounts
import Reports

/// What commands that were killed have left next to an output.
extension CommandContext {
  /// Removes their temporary files, which nobody can use; rejected rows are kept.
  func removeLeftFiles(beside path: String) {
    guard !CommandFiles.isStream(path), let folder = TemporaryName.folder(of: path) else { return }
    let left = TemporaryName.removeLeft(from: FolderNames.of(folder) ?? [], in: folder)
    if left.removed > 0 {
      say(
        "note: \(left.removed.counted("temporary file")) of an interrupted command "
          + (left.removed == 1 ? "was" : "were") + " removed from \(folder)")
    }
    for path in left.kept {
      say(
        "note: \(path) has the rejected rows of an interrupted run; delete it if they are not needed"
      )
    }
  }
}
