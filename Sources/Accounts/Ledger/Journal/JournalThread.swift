import Engines

/// Encodes lines of the journal in a separate thread, while the caller goes on with the rows.
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

  /// Nil if the system has no thread to give.
  init?(_ start: JournalEncoder) {
    let (orders, lines, encoder) = (orders, lines, encoder)
    let isRunning = WorkThread.start {
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
}
