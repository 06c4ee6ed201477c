import Engines
import Glibc
import Synchronization
import Values

/// Checks accounts and their money in a thread with its own connection, while the caller checks
/// storage, journal and meters: the two halves take about as long.
final class AccountsWorker {
  private let end: Handover<Result<WorkerFindings, StoreError>>
  private let stop: StopFlag
  private let passed: PassedCount
  private var isTaken = false

  /// Nil if the store cannot be read twice at once, or was written to in between.
  init?(beside store: Store, _ scope: CheckScope = .all) {
    guard !store.location.isMemory, let change = try? store.lastChange() else { return nil }
    let isSame = Handover<Bool>()
    let (end, stop) = (Handover<Result<WorkerFindings, StoreError>>(), StopFlag())
    let passed = PassedCount()
    let (location, clock, asksToStop) = (store.location, store.clock, store.asksToStop)
    let isRunning = WorkThread.start {
      guard let own = try? Store.open(location, access: .read, clock: clock) else {
        return isSame.put(false)
      }
      own.asksToStop = { asksToStop() || stop.isSet }
      stop.reach(own.interrupt)
      own.findings(scope, asOf: change, isSame, end, passed)
    }
    guard isRunning, isSame.take() else { return nil }
    self.end = end
    self.stop = stop
    self.passed = passed
  }

  /// How many accounts it has looked at.
  var seen: Int { passed.count }

  /// Waits for the end of the thread, and passes on what it found; answers how many accounts it saw.
  /// - Parameter waiting: is called now and then until then.
  func tell(_ tell: (Finding) throws -> Void, waiting: () throws -> Void = {}) throws -> Int64 {
    while end.isEmpty {
      try waiting()
      usleep(10_000)
    }
    isTaken = true
    let found = try end.take().get()
    try found.tell(tell)
    return found.accounts
  }

  /// The thread ends at once, before the caller goes on.
  func giveUp() {
    guard !isTaken else { return }
    isTaken = true
    stop.set()
    // A statement may begin just after it was told.
    while end.isEmpty {
      stop.interrupt()
      usleep(20_000)
    }
    _ = end.take()
  }
}

/// What was found: of each rule the first ones, and how many others there are.
struct WorkerFindings: Sendable {
  private var first: [Finding] = []
  private var counts: [CheckRule: Int64] = [:]
  fileprivate(set) var accounts: Int64 = 0

  mutating func add(_ finding: Finding) {
    counts[finding.rule, default: 0] += 1
    if counts[finding.rule, default: 0] <= CountedFindings.most { first.append(finding) }
  }

  /// Those that were not kept are only counted.
  func tell(_ tell: (Finding) throws -> Void) throws {
    try first.forEach(tell)
    for (rule, count) in counts where count > CountedFindings.most {
      guard let last = first.last(where: { $0.rule == rule }) else { continue }
      for _ in CountedFindings.most..<count { try tell(last) }
    }
  }
}

/// Counted by one thread, read by another.
private final class PassedCount: Sendable {
  private let passed = Atomic(0)
  var count: Int { passed.load(ordering: .relaxed) }
  func set(_ count: Int64) { passed.store(Int(count), ordering: .relaxed) }
}

/// Set by one thread, read by another, whose statement can be interrupted.
private final class StopFlag: Sendable {
  private let flag = Atomic(false)
  private let statement = Mutex<(@Sendable () -> Void)?>(nil)

  func reach(_ interrupt: @escaping @Sendable () -> Void) { statement.withLock { $0 = interrupt } }
  func interrupt() { statement.withLock { $0?() } }
  var isSet: Bool { flag.load(ordering: .relaxed) }
  func set() { flag.store(true, ordering: .relaxed) }
}

extension Store {
  fileprivate func findings(
    _ scope: CheckScope, asOf change: Int64, _ isSame: Handover<Bool>,
    _ end: Handover<Result<WorkerFindings, StoreError>>, _ passed: PassedCount
  ) {
    var hasStarted = false
    do {
      try reading {
        hasStarted = try lastChange() == change
        isSame.put(hasStarted)
        guard hasStarted else { return }
        var found = WorkerFindings()
        found.accounts = try checkAccountsAndMoney(
          scope, { found.add($0) }, passing: passed.set)
        end.put(.success(found))
      }
    } catch {
      guard hasStarted else { return isSame.put(false) }
      end.put(.failure(error as? StoreError ?? StoreError(.defect, "\(error)")))
    }
  }
}
