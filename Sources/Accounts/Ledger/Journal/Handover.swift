import Glibc
import Synchronization

/// A queue from one thread to another.
package final class Handover<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let count = Semaphore()

  package init() {}

  package func put(_ value: Value) {
    values.withLock { $0.append(value) }
    count.signal()
  }

  var isEmpty: Bool { values.withLock { $0.isEmpty } }

  /// Waits until there is one.
  package func take() -> Value {
    count.wait()
    return values.withLock { $0.removeFirst() }
  }
}

/// A POSIX semaphore that begins at 0.
@safe
private final class Semaphore: @unchecked Sendable {
  private let handle = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { unsafe sem_init(handle, 0, 0) }

  deinit {
    unsafe sem_destroy(handle)
    unsafe handle.deallocate()
  }

  func signal() { unsafe sem_post(handle) }

  func wait() { while unsafe sem_wait(handle) != 0 {} }
}
