import Accounts

/// Builds operations from words or cells. Constants keep their bytes as long as the reader lives.
final class OperationReader<O: Operation> {
  private let storage: [UnsafeMutableBufferPointer<UInt8>?]
  private let blank: Input

  init(constants: [[UInt8]?]) {
    var storage: [UnsafeMutableBufferPointer<UInt8>?] = []
    var input = Input(fields: O.fields)
    for (index, bytes) in constants.enumerated() {
      guard let bytes else {
        storage.append(nil)
        continue
      }
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      storage.append(copy)
      input.set(index, to: CellBytes(copy))
    }
    self.storage = storage
    blank = input
  }

  deinit { for bytes in storage { bytes?.deallocate() } }

  /// From the constants alone.
  func operation() throws(Rejection) -> O { try O(blank) }

  /// From the constants and a row; `fill` sets the row's cells.
  func operation(_ fill: (inout Input) -> Void) throws(Rejection) -> O {
    var input = blank
    fill(&input)
    return try O(input)
  }
}
