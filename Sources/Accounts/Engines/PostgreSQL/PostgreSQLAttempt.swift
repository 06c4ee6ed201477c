import Glibc
import Synchronization

/// A connection that is being made. Finding the host, reaching it and signing in can each take long, so it is
/// made in its own thread: a caller that gives up does not wait for it.
final class PostgreSQLAttempt: Sendable {
  @safe private struct Made: @unchecked Sendable {
    var handle: Libpq.Handle?
    var isDone = false
    var isGivenUp = false
  }

  private let libpq: Libpq
  private let words: [(name: String, value: String)]
  private let made = Mutex(Made())
  /// In microseconds: a server nearby answers within a few milliseconds.
  private static let shortPause: UInt32 = 500
  private static let longPause: UInt32 = 10_000
  private static let shortPauses = 40

  /// - Parameter words: libpq's key words for the connection.
  init(_ libpq: Libpq, _ words: [(name: String, value: String)]) {
    self.libpq = libpq
    self.words = words
  }

  /// Waits until the connection is made or has failed, which its status tells. Nil if there is no memory for it.
  func handle(unless asksToStop: () -> Bool) throws(StoreError) -> Libpq.Handle? {
    guard WorkThread.start({ self.run() }) else { return unsafe connected() }
    var pauses = 0
    while true {
      let now = made.withLock { $0 }
      if now.isDone { return unsafe now.handle }
      if asksToStop() {
        giveUp()
        throw .interrupted
      }
      usleep(pauses < Self.shortPauses ? Self.shortPause : Self.longPause)
      pauses += 1
    }
  }

  private func giveUp() {
    let left = made.withLock { made in
      made.isGivenUp = true
      return made
    }
    if left.isDone { unsafe libpq.finish(left.handle) }
  }

  private func run() {
    let handle = unsafe connected()
    let isWanted = made.withLock { made in
      unsafe made.handle = handle
      made.isDone = true
      return !made.isGivenUp
    }
    if !isWanted { unsafe libpq.finish(handle) }
  }

  /// libpq keeps its own time limit for each host.
  private func connected() -> Libpq.Handle? {
    let names = unsafe words.map { unsafe strdup($0.name) }
    let values = unsafe words.map { unsafe strdup($0.value) }
    defer { unsafe (names + values).forEach { unsafe free($0) } }
    let nameList = unsafe names.map { unsafe UnsafePointer($0) } + [nil]
    let valueList = unsafe values.map { unsafe UnsafePointer($0) } + [nil]
    return unsafe libpq.connect(nameList, valueList, 1)
  }
}
