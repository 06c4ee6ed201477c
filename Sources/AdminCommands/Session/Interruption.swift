import Accounts
import Synchronization

/// Ctrl-C: a running command asks now and then, and stops with nothing half done.
public enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// Safe in a signal handler.
  public static func request() { isRequested.store(true, ordering: .relaxed) }
  public static func clear() { isRequested.store(false, ordering: .relaxed) }

  static func check() throws {
    if isRequested.load(ordering: .relaxed) {
      throw CommandError(.interrupted, "interrupted; nothing was changed")
    }
  }
}
