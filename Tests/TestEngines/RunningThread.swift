import Glibc
import Synchronization

/// A thread that may block, which the threads of Swift's concurrency must not.
package final class RunningThread {
  private var thread = pthread_t()
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  package init(_ body: @escaping @Sendable () -> Void) throws {
    let box = Unmanaged.passRetained(Body(body)).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run() }
        return nil
      }, box)
    guard code == 0 else { throw TestFailure("cannot start a thread") }
  }

  package func join() { pthread_join(thread, nil) }

  /// Runs bodies at the same time, until all have ended.
  package static func all(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) throws {
    let threads = try (0..<count).map { index in try RunningThread { body(index) } }
    for thread in threads { thread.join() }
  }
}

/// What a thread leaves for others to see.
package final class ThreadOutcome<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)
  package init() {}

  package var value: Value? { stored.withLock { $0 } }
  package func set(_ value: Value) { stored.withLock { $0 = value } }
}

/// Lines that many threads add to.
package final class ThreadLog: Sendable {
  private let lines = Mutex<[String]>([])
  package init() {}

  package var all: [String] { lines.withLock { $0 } }
  package func add(_ line: String) { lines.withLock { $0.append(line) } }
}
