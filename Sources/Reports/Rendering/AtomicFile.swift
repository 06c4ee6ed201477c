import Glibc

/// A file that is written whole or not at all.
///
/// What is appended to `output` goes to a temporary file in the same folder; `commit`
/// replaces the old file with it, which does not change until then. Terminals,
/// pipes and other devices are written directly.
package final class AtomicFile {
  package let output: OutputBuffer

  /// The file that is there already, whose place it takes; nil if there is none.
  package let replaced: String?

  private let path: String
  private let descriptor: Int32
  /// Nil if the output goes directly to its place, and when all is done.
  private var temporary: String?
  private var target: String
  private var isOpen = true

  /// `-` and `/dev/stdout` are standard output.
  /// - Parameter takesName: whatever has the name is replaced, also a symbolic link, which is not followed;
  ///   nothing of it is kept.
  package init(path: String, takesName: Bool = false) throws(OutputError) {
    self.path = path
    let place: OutputPlace =
      try takesName ? .file(target: path, old: nil) : OutputPlace(path: path)
    switch place {
    case .direct(let descriptor):
      self.descriptor = descriptor
      target = path
      replaced = nil
    case .file(let target, let old):
      let made = try Self.makeTemporary(beside: target, path: path)
      descriptor = made.descriptor
      temporary = made.name
      self.target = target
      replaced = old == nil ? nil : target
      old?.apply(to: descriptor)
    }
    output = OutputBuffer(descriptor: descriptor, name: path)
  }

  deinit { discard() }

  /// Writes everything appended to the disk, under a temporary name; nothing may be appended after it.
  package func finish() throws(OutputError) {
    guard isOpen else { return }
    var isFinished = false
    defer { if !isFinished { discard() } }
    try output.flush()
    if temporary != nil {
      guard fsync(descriptor) == 0 else { throw OutputError(.write, name: path, code: errno) }
    }
    try closing()
    isFinished = true
  }

  /// Where the file lies after a `commit` that could not put it in its place and was to keep it.
  package private(set) var kept: String?

  /// Puts the file in its place, safe on the disk; whatever fails, the old one is still there.
  /// - Parameter keeps: where that fails, the new file is left where it is; see `kept`.
  package func commit(orKeep keeps: Bool = false) throws(OutputError) {
    try finish()
    guard let temporary else { return }
    defer { discard() }
    guard unsafe rename(temporary, target) == 0 else {
      let code = errno
      if keeps {
        kept = temporary
        self.temporary = nil
      }
      throw OutputError(.replace, name: path, code: code)
    }
    self.temporary = nil
    syncFolder()
  }

  /// Leaves everything as it was before.
  package func discard() {
    if isOpen { close(descriptor) }
    isOpen = false
    if let temporary { unsafe unlink(temporary) }
    temporary = nil
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

  private static func makeTemporary(
    beside target: String, path: String
  ) throws(OutputError) -> (descriptor: Int32, name: String) {
    while true {
      let mark = String(UInt64.random(in: .min ... .max), radix: 36)
      let name = OutputPlace.folder(of: target) + "/.ubadmin-" + mark
      let descriptor = unsafe open(
        name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST || errno == EINTR else {
        throw OutputError(.create, name: path, code: errno)
      }
    }
  }
}
