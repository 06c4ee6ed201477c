import CSQLite
import Glibc
import Synchronization

/// How long a connection waits while another process writes. SQLite's own timeout would keep waiting
/// after an interrupt.
final class SQLiteBusyWait: Sendable {
  private struct State {
    var time: Duration
    var began = ContinuousClock.now
    var end = ContinuousClock.now
    var isInterrupted = false
    /// Whether a wait ends when the program is told to stop.
    var heedsStop = true
    /// Whether the last wait ended by an interrupt.
    var hasStopped = false
  }

  private let state: Mutex<State>
  private let path: String
  private let watcher: StoreWait
  private let isTold = Atomic<Bool>(false)
  /// Most waits are shorter; only longer ones are announced.
  static let untold = Duration.milliseconds(100)

  init(_ time: Duration, path: String, watcher: StoreWait) {
    state = Mutex(State(time: time))
    self.path = path
    self.watcher = watcher
  }

  /// The statement that may have waited has ended.
  func end() {
    guard isTold.load(ordering: .relaxed) else { return }
    isTold.store(false, ordering: .relaxed)
    watcher.end()
  }

  func set(_ time: Duration) { state.withLock { $0.time = time } }

  /// For cleanup before the store is closed: from now on only `interrupt` ends a wait early.
  func ignoreStop() { state.withLock { $0.heedsStop = false } }

  /// Ends the wait that goes on in another thread.
  func interrupt() { state.withLock { $0.isInterrupted = true } }

  /// Whether the wait that ended last was interrupted; reading it clears it.
  func takeStop() -> Bool {
    state.withLock { state in
      defer { state.hasStopped = false }
      return state.hasStopped
    }
  }

  func add(to database: OpaquePointer) {
    unsafe sqlite3_busy_handler(
      database,
      { context, count in
        guard let context = unsafe context else { return 0 }
        let busy = unsafe Unmanaged<SQLiteBusyWait>.fromOpaque(context).takeUnretainedValue()
        return busy.pauses(count) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// - Parameter count: how many pauses this wait has had.
  private func pauses(_ count: Int32) -> Bool {
    let now = ContinuousClock.now
    let asksToStop = watcher.asksToStop()
    let (goesOn, isLong) = state.withLock { state in
      if count == 0 {
        state.began = now
        state.end = now + state.time
        state.isInterrupted = false
      }
      state.isInterrupted = state.isInterrupted || (asksToStop && state.heedsStop)
      state.hasStopped = state.isInterrupted
      return (!state.isInterrupted && now < state.end, now - state.began > Self.untold)
    }
    guard goesOn else { return false }
    if isLong, !isTold.load(ordering: .relaxed) {
      isTold.store(true, ordering: .relaxed)
      watcher.begin(.writer(SQLiteLockHolder.describe(path: path)))
    }
    usleep(UInt32(min(1 + count, 10)) * 2000)
    return true
  }
}
