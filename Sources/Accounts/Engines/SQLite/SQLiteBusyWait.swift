import CSQLite
import Glibc
import Synchronization

/// How long a connection waits while another process writes. SQLite's own timeout would keep waiting
/// after an interrupt.
final class SQLiteBusyWait: Sendable {
  private struct State {
    var time: Duration
    var end = ContinuousClock.now
    var isInterrupted = false
    /// Whether the last wait ended by an interrupt.
    var hasStopped = false
  }

  private let state: Mutex<State>

  init(_ time: Duration) { state = Mutex(State(time: time)) }

  func set(_ time: Duration) { state.withLock { $0.time = time } }

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
    let goesOn = state.withLock { state in
      if count == 0 {
        state.end = now + state.time
        state.isInterrupted = false
      }
      state.hasStopped = state.isInterrupted
      return !state.isInterrupted && now < state.end
    }
    guard goesOn else { return false }
    usleep(UInt32(min(1 + count, 10)) * 2000)
    return true
  }
}
