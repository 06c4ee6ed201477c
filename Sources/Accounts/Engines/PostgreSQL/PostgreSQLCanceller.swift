import Synchronization

/// Asks the server to stop the statement that a connection waits for. It can be called from any
/// thread, also while the connection is made again.
final class PostgreSQLCanceller: Sendable {
  /// The library's data for canceling on one connection.
  @safe
  private final class Target: @unchecked Sendable {
    private let libpq: Libpq
    private let handle: Libpq.Handle?

    init(_ pipeline: PostgreSQLPipeline) {
      libpq = pipeline.libpq
      unsafe handle = libpq.cancelHandle(pipeline.handle)
    }

    deinit { unsafe libpq.freeCancel(handle) }

    func cancel() {
      guard let handle = unsafe handle else { return }
      var words = [CChar](repeating: 0, count: 256)
      _ = unsafe libpq.cancel(handle, &words, Int32(words.count))
    }
  }

  /// Whether this program has asked for it: the server also stops statements for its own reasons.
  var hasCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  private let isCancelled = Atomic<Bool>(false)
  private let target: Mutex<Target>

  init(_ pipeline: PostgreSQLPipeline) { target = Mutex(Target(pipeline)) }

  /// From now on, cancels on this connection.
  func aim(at pipeline: PostgreSQLPipeline) {
    let next = Target(pipeline)
    target.withLock { $0 = next }
    isCancelled.store(false, ordering: .relaxed)
  }

  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    // Outside the lock, because this can wait long for a server that is gone.
    let target = target.withLock { $0 }
    target.cancel()
  }
}
