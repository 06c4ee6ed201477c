package import Values

/// A row that the engine lends for the length of one call.
package protocol BorrowedRow: AnyObject {
  var count: Int { get }
  func isNull(_ index: Int) -> Bool
  func integer(_ index: Int) -> Int64
  func text(_ index: Int) -> CellBytes
  func datum(_ index: Int) -> Datum
  /// All that a report asks of a cell, in one call.
  func cell(_ index: Int, isText: Bool) -> BorrowedCell
  /// A cell as the engine's own types say.
  func queried(_ index: Int) -> QueriedCell
}

/// A cell of a borrowed row, valid as long as the row.
package enum BorrowedCell {
  case null
  case integer(Int64)
  case text(CellBytes)
}

extension BorrowedRow {
  package func cell(_ index: Int, isText: Bool) -> BorrowedCell {
    if isNull(index) { return .null }
    return isText ? .text(text(index)) : .integer(integer(index))
  }

  package func values(_ count: Int, from first: Int = 0) -> [Datum] {
    unsafe [Datum](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      for index in 0..<count { unsafe (base + index).initialize(to: datum(first + index)) }
      initialized = count
    }
  }
}

/// A cell of a row whose types are not known beforehand.
package enum QueriedCell {
  case null
  case integer(Int64)
  /// A number that is not an integer, as the engine writes it.
  case number(CellBytes)
  case text(CellBytes)
}
