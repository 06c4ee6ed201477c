import Glibc

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

/// A thread's work, as it is passed through C.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
