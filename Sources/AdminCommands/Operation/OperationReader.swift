import Accounts

/// An operation that was read.
struct ReadOperation {
  let operation: any Operation
  /// Why, as its words say it.
  let reason: String?
}

/// Builds operations from words or cells. The reader owns the constants' bytes. The operation's type
/// is a value, because generic code would not be specialized for each operation.
final class OperationReader {
  private let type: any Operation.Type
  private let storage: [PinnedBytes]
  private let blank: Input
  /// The days that are likely; nil if any day is taken.
  private let window: DateWindow?

  init(
    _ type: any Operation.Type, constants: [[UInt8]?], window: DateWindow? = nil,
    secrets: SecretSource
  ) {
    self.type = type
    self.window = window
    var storage: [PinnedBytes] = []
    var input = Input(fields: type.fields, secrets: secrets)
    for (index, bytes) in constants.enumerated() {
      guard let bytes else { continue }
      let copy = PinnedBytes(bytes)
      storage.append(copy)
      input.set(index, to: copy.lent)
    }
    self.storage = storage
    blank = input
  }

  /// From the constants alone.
  func operation() throws(Rejection) -> any Operation { try read().operation }

  /// From the constants alone.
  func read() throws(Rejection) -> ReadOperation { try read(blank) }

  /// From the constants and a row; `fill` sets the row's cells.
  func read(_ fill: (inout Input) -> Void) throws(Rejection) -> ReadOperation {
    var input = blank
    fill(&input)
    return try read(input)
  }

  /// What is odd about the days among the constants, for who makes the operation before the store is
  /// open.
  func unlikelyDays(by window: DateWindow?) -> [Rejection] { Self.unlikelyDays(blank, window) }

  private static func unlikelyDays(_ input: Input, _ window: DateWindow?) -> [Rejection] {
    window.map { input.unlikelyDays($0) } ?? []
  }

  private func read(_ input: Input) throws(Rejection) -> ReadOperation {
    let unlikely = Self.unlikelyDays(input, window)
    let read: ReadOperation
    do throws(Rejection) {
      // Not every operation looks at the reason, which is for the journal.
      read = ReadOperation(operation: try type.init(input), reason: try input.reason())
    } catch {
      throw input.all(error).with(unlikely)
    }
    if let first = unlikely.first { throw first.with(Array(unlikely.dropFirst())) }
    return read
  }
}
