import Glibc

/// The lines of one prompt, in its own file until the prompt ends: two prompts that are open at
/// once do not mix, and nothing is lost however the program ends.
final class SessionHistory {
  private let kept: HistoryFile
  private var own: LockedFile?

  init(path: String) { kept = HistoryFile(path: path) }

  /// The lines of prompts that have ended, the oldest first.
  func begin() throws(HistoryFault) -> [String] {
    for path in leftBehind() {
      // Locked is what a prompt writes that is still open.
      guard let file = try LockedFile(ifFree: path) else { continue }
      try merge(file)
    }
    let entries = try kept.load()
    own = try LockedFile(path: "\(kept.path).session-\(getpid())")
    return entries
  }

  func append(_ text: String) throws(HistoryFault) {
    try own?.append(HistoryFile.lines(text))
  }

  func end() throws(HistoryFault) {
    guard let own else { return }
    self.own = nil
    try merge(own)
  }

  private func merge(_ file: LockedFile) throws(HistoryFault) {
    defer { file.close() }
    let lines = try file.contents()
    if !lines.isEmpty { try kept.append(lines: lines) }
    unsafe unlink(file.path)
  }

  /// Files of prompts that were killed before they could end.
  private func leftBehind() -> [String] {
    FileNames.completing(kept.path + ".session-")
  }
}
