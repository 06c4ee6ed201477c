import Synchronization

/// Asks the server to give up the statement that a connection waits for. It may be told so from any
/// thread, also while the connection is rebuilt.
final class PostgreSQLCanceller: @unchecked Sendable {
  @safe private struct Target: @unchecked Sendable {
    let handle: Libpq.Handle?
    var isCancelled = false
  }

  /// Whether this program has asked for it: the server also stops statements for its own reasons.
  var hasCancelled: Bool { target.withLock { $0.isCancelled } }

  private let libpq: Libpq
  private let target: Mutex<Target>

  init(_ pipeline: PostgreSQLPipeline) {
    libpq = pipeline.libpq
    target = unsafe Mutex(Target(handle: libpq.cancelHandle(pipeline.handle)))
  }

  deinit { target.withLock { unsafe libpq.freeCancel($0.handle) } }

  /// From now on the other connection is meant.
  func aim(at pipeline: PostgreSQLPipeline) {
    target.withLock { target in
      unsafe libpq.freeCancel(target.handle)
      target = unsafe Target(handle: libpq.cancelHandle(pipeline.handle))
    }
  }

  func cancel() {
    target.withLock { target in
      target.isCancelled = true
      guard let handle = unsafe target.handle else { return }
      var words = [CChar](repeating: 0, count: 256)
      _ = unsafe libpq.cancel(handle, &words, Int32(words.count))
    }
  }
}
