import Glibc

/// A file that is written whole or not at all.
///
/// What is appended to `output` goes to a temporary file in the same folder; `commit`
/// replaces the old file with it, which does not change until then. Until then it has no name, if the
/// file system can do that, so that nothing of it is left if the program is killed. Terminals, pipes and
/// other devices are written directly. A temporary name is locked as long as its program runs.
package final class AtomicFile {
  package let output: OutputBuffer

  /// The file that is there already, whose place it takes; nil if there is none.
  package let replaced: String?

  private let path: String
  private let descriptor: Int32
  /// Nil if the output goes directly to its place, and when all is done.
  private var temporary: String?
  /// Whether the temporary file has no name yet.
  private var isUnnamed = false
  private var target: String
  private var isOpen = true
  /// Keeps the lock of a file that had a name from the beginning, also when `descriptor` is closed.
  private var lock: Int32?

  /// `-` and `/dev/stdout` are standard output.
  /// - Parameter replacesLink: a symbolic link at the path is replaced, not followed: others may have put it
  ///   there. Nothing of what is there is kept.
  /// - Parameter staysIfKilled: what was written stays under a temporary name if the program is killed.
  package init(
    path: String, replacesLink: Bool = false, staysIfKilled: Bool = false
  ) throws(OutputError) {
    self.path = path
    let place: OutputPlace =
      try replacesLink ? .file(target: path, old: nil) : OutputPlace(path: path)
    switch place {
    case .direct(let descriptor):
      self.descriptor = descriptor
      target = path
      replaced = nil
    case .file(let target, let old):
      let unnamed = staysIfKilled ? nil : Self.makeUnnamed(beside: target)
      if let unnamed {
        descriptor = unnamed
        isUnnamed = true
      } else {
        let made = try Self.makeTemporary(beside: target, path: path, isKept: staysIfKilled)
        descriptor = made.descriptor
        lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        temporary = made.name
      }
      self.target = target
      replaced = old == nil ? nil : target
      old?.apply(to: descriptor)
    }
    output = OutputBuffer(descriptor: descriptor, name: path)
  }

  deinit { discard() }

  /// Writes everything appended to the disk, not yet under its name; nothing may be appended after it.
  package func finish() throws(OutputError) {
    guard isOpen else { return }
    var isFinished = false
    defer { if !isFinished { discard() } }
    try output.flush()
    if temporary != nil || isUnnamed {
      guard fsync(descriptor) == 0 else { throw OutputError(.write, name: path, code: errno) }
    }
    // Closed, a file without a name is gone.
    if !isUnnamed { try closing() }
    isFinished = true
  }

  /// Where the file lies after a `commit` that could not put it in its place and was to keep it.
  package private(set) var kept: String?

  /// Where the old file lies after a `commit` that was to keep it.
  package private(set) var keptOld: String?

  /// Puts the file in its place, safe on the disk; whatever fails, the old one is still there.
  /// - Parameters:
  ///   - keeps: where that fails, the new file is left where it is; see `kept`.
  ///   - keepsOld: the old file gets another name; see `keptOld`.
  package func commit(
    orKeep keeps: Bool = false, keepingOld keepsOld: Bool = false
  ) throws(OutputError) {
    try finish()
    defer { discard() }
    if isUnnamed {
      if replaced == nil, hasLinked(as: target) { return syncFolder() }
      try takeTemporaryName(isKept: keeps)
    }
    guard let temporary else { return }
    do throws(OutputError) {
      if keepsOld { keptOld = try KeptFile.keep(target) }
      guard unsafe rename(temporary, target) == 0 else {
        throw OutputError(.replace, name: path, code: errno)
      }
    } catch {
      if let old = keptOld, unsafe rename(old, target) == 0 { keptOld = nil }
      if keeps {
        kept = temporary
        self.temporary = nil
      }
      throw error
    }
    self.temporary = nil
    syncFolder()
  }

  /// Leaves everything as it was before.
  package func discard() {
    if isOpen { close(descriptor) }
    isOpen = false
    isUnnamed = false
    if let temporary { unsafe unlink(temporary) }
    temporary = nil
    if let lock { close(lock) }
    lock = nil
  }

  /// Some file systems report a full disk only now.
  private func closing() throws(OutputError) {
    isOpen = false
    guard close(descriptor) == 0 || errno == EINTR else {
      throw OutputError(.write, name: path, code: errno)
    }
  }

  /// Makes the new name last. The file is in place already, so there is nothing left to refuse.
  private func syncFolder() {
    let folder = unsafe open(OutputPlace.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Gives the file a name that nothing has yet.
  private func hasLinked(as name: String) -> Bool {
    unsafe linkat(
      AT_FDCWD, "\(Self.openFiles)/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// A name with which it can take the place of another file.
  private func takeTemporaryName(isKept: Bool) throws(OutputError) {
    flock(descriptor, LOCK_EX | LOCK_NB)
    while true {
      let name = TemporaryName.new(beside: target, isKept: isKept)
      if hasLinked(as: name) {
        temporary = name
        return
      }
      guard errno == EEXIST || errno == EINTR else {
        throw OutputError(.replace, name: path, code: errno)
      }
    }
  }

  private static let openFiles = "/proc/self/fd"

  /// A file without a name; nil where the file system has none, or where it could not be named later.
  private static func makeUnnamed(beside target: String) -> Int32? {
    guard unsafe access(openFiles, X_OK) == 0 else { return nil }
    // O_TMPFILE, a macro that Swift does not import.
    let flags = 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
    let descriptor = unsafe open(OutputPlace.folder(of: target), flags, 0o600)
    return descriptor < 0 ? nil : descriptor
  }

  private static func makeTemporary(
    beside target: String, path: String, isKept: Bool
  ) throws(OutputError) -> (descriptor: Int32, name: String) {
    while true {
      let name = TemporaryName.new(beside: target, isKept: isKept)
      let descriptor = unsafe open(
        name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if descriptor >= 0 {
        if TemporaryName.isOurs(descriptor) { return (descriptor, name) }
        close(descriptor)
        continue
      }
      guard errno == EEXIST || errno == EINTR else {
        throw OutputError(.create, name: path, code: errno)
      }
    }
  }
}
