import Synchronization

/// Connections to servers whose stores were closed, for commands that are run one after the other, as by
/// `watch`. What the server has read of its catalog outlasts a store; what a session sets or makes does not.
package final class KeptConnections: Sendable {
  /// Sendable, as nothing else refers to it.
  private struct Idle: @unchecked Sendable {
    let conninfo: String
    let pipeline: PostgreSQLPipeline
  }

  /// The latest at the end.
  private let idle = Mutex<[Idle]>([])
  private let most: Int

  package init(most: Int) { self.most = most }

  func take(_ conninfo: String) -> PostgreSQLPipeline? {
    idle.withLock { idle in
      idle.lastIndex { $0.conninfo == conninfo }.map { idle.remove(at: $0) }
    }?.pipeline
  }

  /// One that cannot be cleared, as a transaction is open, is closed.
  func put(back pipeline: PostgreSQLPipeline, _ conninfo: String) {
    guard (try? pipeline.execute("DISCARD ALL")) != nil else { return }
    let back = Idle(conninfo: conninfo, pipeline: pipeline)
    // It is closed outside the lock.
    _ = idle.withLock { idle in
      idle.append(back)
      return idle.count > most ? idle.removeFirst() : nil
    }
  }
}
