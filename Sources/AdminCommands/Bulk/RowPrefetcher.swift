import Accounts

/// The rows of a file, read by a separate thread while those before them are applied. What comes
/// through a pipe is read when it is asked for, so that Ctrl-C need not wait for it.
final class RowPrefetcher {
  /// What the thread is asked for: so many rows, or to end.
  private enum Order: Sendable {
    case rows(Int)
    case end
  }

  /// What it answers.
  private typealias Batch = Result<[BulkRow], any Error>

  /// What the thread alone uses while it runs.
  private struct Source: @unchecked Sendable {
    let rows: BulkRows
    let input: BulkInput

    func next(_ count: Int) -> Batch { Batch { try rows.next(count) } }
  }

  private let source: Source
  private let orders = Handover<Order>()
  private let batches = Handover<Batch>()
  private let hasThread: Bool
  private var outstanding = 0
  private var first: Batch?
  /// Of the whole file, once its end was met.
  var fingerprint: FileFingerprint { source.rows.fingerprint }
  /// How the dates of the whole file are written.
  var dayOrder: DayOrder { source.rows.dayOrder }
  /// Bytes of the rows that were taken; the file is read in larger parts.
  private(set) var position = 0

  init(_ rows: BulkRows, of input: BulkInput) {
    let (orders, batches) = (orders, batches)
    let source = Source(rows: rows, input: input)
    self.source = source
    if let size = input.size, size >= Self.much { LargePages.use() }
    hasThread =
      input.size != nil
      && WorkThread.start {
        while case .rows(let count) = orders.take() { batches.put(source.next(count)) }
      }
  }

  deinit { orders.put(.end) }

  /// Waits for the first rows of anything that is not a file: a pipe, or somebody's keyboard.
  func readFirst() throws {
    guard source.input.size == nil else { return }
    let batch = source.next(Self.handedTogether)
    _ = try batch.get()
    first = batch
  }

  /// Throws if the file was written since it was opened.
  func checkIsAsItWas() throws { try source.input.checkIsAsItWas() }

  /// Some rows, at best `count` or more; none at the end of the file.
  func next(_ count: Int) throws -> [BulkRow] {
    if let batch = first {
      first = nil
      return try take(batch)
    }
    guard hasThread else { return try take(source.next(count)) }
    let count = max(count, Self.handedTogether)
    while outstanding < Self.ahead {
      orders.put(.rows(count))
      outstanding += 1
    }
    outstanding -= 1
    return try take(batches.take())
  }

  private func take(_ batch: Batch) throws -> [BulkRow] {
    let rows = try batch.get()
    position += rows.reduce(0) { $0 + $1.raw.count + 1 }
    return rows
  }

  /// How many batches are read or wait.
  private static let ahead = 3
  /// Enough rows for waking a thread to be worth it.
  private static let handedTogether = 128
  /// Bytes of a file that make large pages of memory worth asking for.
  private static let much = 256 << 10
}
