import Glibc

extension SQLiteConnection {
  /// Locks the store, with its log folded into the file, as soon as no other process has it open.
  package func lockAlone(
    wait: Duration, watcher: StoreWait = .ofProcess
  ) throws(StoreError) {
    let began = ContinuousClock.now
    var isTold = false
    defer { if isTold { watcher.end() } }
    while true {
      do throws(StoreError) {
        try script("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
        return
      } catch {
        // SQLite does not wait for the first of the two by itself.
        let waited = ContinuousClock.now - began
        guard error.kind == .busy, waited < wait else { throw error }
        if watcher.asksToStop() { throw StoreError.interrupted }
        if !isTold, waited > SQLiteBusyWait.untold {
          isTold = true
          watcher.begin(.writer(SQLiteLockHolder.describe(path: path)))
        }
        usleep(20_000)
      }
    }
  }
}
