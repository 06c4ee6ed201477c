import Glibc
import Synchronization

/// A thread for one piece of work, next to the one that runs the command.
package enum WorkThread {
  /// Answers false where the system has no thread to give.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    // Signals are the business of the thread that runs the command.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    let task = unsafe Unmanaged.passRetained(ThreadBody(run: body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        }
        return nil
      }, unsafe task.toOpaque())
    guard code == 0 else {
      unsafe task.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}

/// What a thread does, as C hands it on.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

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
