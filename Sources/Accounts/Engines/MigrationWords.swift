import Synchronization

/// What an engine has for words of migrations. Each migration is put into its words once for a
/// process: one that makes many stores would spend its time on that.
final class MigrationWords: Sendable {
  private let pairs: [(String, String)]
  private let known = Mutex<[String: String]>([:])

  init(_ pairs: [(String, String)]) { self.pairs = pairs }

  func put(into sql: String) -> String {
    if let text = known.withLock({ $0[sql] }) { return text }
    let text = pairs.reduce(sql) { text, pair in text.replacing(pair.0, with: pair.1) }
    known.withLock { $0[sql] = text }
    return text
  }
}
