import Glibc
import Synchronization

/// Encodes lines of the journal in a thread of its own, while the caller goes on with the rows.
/// The engine stays with the caller.
final class JournalThread {
  /// What the two threads hand each other.
  private enum Message: Sendable {
    case changes([RowChange])
    case end
  }

  private let orders = Handover<Message>()
  private let lines = Handover<EncodedLines>()
  private let encoder = Handover<JournalEncoder>()
  /// How many batches are out.
  private(set) var outstanding = 0

  /// Nil where the system has no thread to give.
  init?(_ start: JournalEncoder) {
    let (orders, lines, encoder) = (orders, lines, encoder)
    let isRunning = Self.detach {
      var working = start
      while case .changes(let changes) = orders.take() { lines.put(working.encode(changes)) }
      encoder.put(working)
    }
    guard isRunning else { return nil }
  }

  deinit { orders.put(.end) }

  func hand(_ changes: [RowChange]) {
    outstanding += 1
    orders.put(.changes(changes))
  }

  /// The lines of the oldest batch that is out; waits for them.
  func take() -> EncodedLines {
    outstanding -= 1
    return lines.take()
  }

  /// The encoder as the last batch left it; nothing may be handed over after it.
  func end() -> JournalEncoder {
    orders.put(.end)
    return encoder.take()
  }

  private static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    // Signals are the business of the thread that runs the command.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let task = Unmanaged.passRetained(ThreadBody(run: body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, task.toOpaque())
    guard code == 0 else {
      task.release()
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
private final class Handover<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let count = Semaphore()

  func put(_ value: Value) {
    values.withLock { $0.append(value) }
    count.signal()
  }

  /// Waits until there is one.
  func take() -> Value {
    count.wait()
    return values.withLock { $0.removeFirst() }
  }
}

/// A POSIX semaphore that begins at 0.
private final class Semaphore: @unchecked Sendable {
  private let handle = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(handle, 0, 0) }

  deinit {
    sem_destroy(handle)
    handle.deallocate()
  }

  func signal() { sem_post(handle) }

  func wait() { while sem_wait(handle) != 0 {} }
}
