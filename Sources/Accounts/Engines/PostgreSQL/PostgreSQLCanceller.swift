import Synchronization

/// Asks the server to give up the statement that a connection waits for. It may be told so from any
/// thread, also while the connection is made anew.
final class PostgreSQLCanceller: @unchecked Sendable {
  private struct Target: @unchecked Sendable {
    let handle: Libpq.Handle?
  }

  private let libpq: Libpq
  private let target: Mutex<Target>

  init(_ pipeline: PostgreSQLPipeline) {
    libpq = pipeline.libpq
    target = Mutex(Target(handle: libpq.cancelHandle(pipeline.handle)))
  }

  deinit { target.withLock { libpq.freeCancel($0.handle) } }

  /// From now on the other connection is meant.
  func aim(at pipeline: PostgreSQLPipeline) {
    target.withLock { target in
      libpq.freeCancel(target.handle)
      target = Target(handle: libpq.cancelHandle(pipeline.handle))
    }
  }

  func cancel() {
    target.withLock { target in
      guard let handle = target.handle else { return }
      var words = [CChar](repeating: 0, count: 256)
      _ = libpq.cancel(handle, &words, Int32(words.count))
    }
  }
}
