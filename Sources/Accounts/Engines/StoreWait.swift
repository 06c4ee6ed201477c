import Synchronization

/// What a store waits for.
package enum WaitedFor: Sendable, Equatable {
  /// Another process or session that changes the store, with its description where it is known.
  case writer(String?)
  /// A server that does not answer yet.
  case server
}

/// What a store calls while it waits: whether to stop, and what it waits for.
package struct StoreWait: Sendable {
  /// Whether to give up.
  let asksToStop: @Sendable () -> Bool
  private let told: @Sendable (WaitedFor?) -> Void

  /// - Parameter tell: gets what is waited for, and nil when that wait is over. Waits may be nested.
  package init(
    asksToStop: @escaping @Sendable () -> Bool, tell: @escaping @Sendable (WaitedFor?) -> Void
  ) {
    self.asksToStop = asksToStop
    told = tell
  }

  /// One for all stores of the process, because it has one terminal. Without one, a wait runs to its end.
  private static let watcher = Mutex<StoreWait?>(nil)

  package static func watch(_ watcher: StoreWait) { Self.watcher.withLock { $0 = watcher } }

  package static var ofProcess: StoreWait { watcher.withLock { $0 } ?? .unwatched }

  /// For cleaning up after somebody has asked to stop.
  static let unwatched = StoreWait(asksToStop: { false }, tell: { _ in })

  func begin(_ what: WaitedFor) { told(what) }

  func end() { told(nil) }
}
