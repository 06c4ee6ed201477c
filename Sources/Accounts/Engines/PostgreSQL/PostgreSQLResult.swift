import Glibc
package import Values

/// What the server answered to one statement; as a row it lends the columns of its current row.
@safe
package final class PostgreSQLResult: BorrowedRow {
  private let libpq: Libpq
  private let handle: Libpq.Handle
  package let count: Int
  package let rowCount: Int
  private let kinds: [Kind]
  package var row: Int32 = 0

  /// How the server's text of a column becomes this program's.
  private enum Kind {
    case text, integer, boolean, timestamp, numeric, float

    /// Source: PostgreSQL's catalog pg_type.dat.
    init(oid: UInt32) {
      switch oid {
      case 16: self = .boolean
      case 20, 21, 23: self = .integer
      case 700, 701: self = .float
      case 1184: self = .timestamp
      case 1700: self = .numeric
      default: self = .text
      }
    }
  }

  init(_ handle: Libpq.Handle, _ libpq: Libpq) {
    unsafe self.handle = handle
    self.libpq = libpq
    count = unsafe Int(libpq.columnCount(handle))
    rowCount = unsafe Int(libpq.rowCount(handle))
    kinds = (0..<count).map { unsafe Kind(oid: libpq.columnType(handle, Int32($0))) }
  }

  deinit { unsafe libpq.clear(handle) }

  /// How many rows the statement changed.
  var changedRows: Int {
    unsafe libpq.changedRows(handle).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  /// The first words of the statement, as the server did it.
  var commandTag: String {
    unsafe libpq.commandTag(handle).map { unsafe String(cString: $0) } ?? ""
  }

  @inline(__always)
  package func isNull(_ index: Int) -> Bool {
    unsafe libpq.isNull(handle, row, Int32(truncatingIfNeeded: index)) != 0
  }

  /// The result's memory, which is this program's until it is cleared.
  @unsafe
  private func memory(_ index: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let column = Int32(truncatingIfNeeded: index)
    let start = unsafe libpq.value(handle, row, column)
    let count = unsafe Int(libpq.length(handle, row, column))
    return unsafe UnsafeMutableBufferPointer(
      start: UnsafeMutableRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private func bytes(_ index: Int) -> CellBytes { unsafe CellBytes(memory(index)) }

  package func integer(_ index: Int) -> Int64 {
    let bytes = bytes(index)
    if kinds[index] == .boolean { return Self.isTrue(bytes) ? 1 : 0 }
    return Self.integer(bytes)
  }

  /// The digits up to anything else.
  private static func integer(_ bytes: CellBytes) -> Int64 {
    var value: Int64 = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      guard isDigit(byte) else { break }
      value = value &* 10 &- Int64(byte - UInt8(ascii: "0"))
    }
    return isNegative ? value : 0 &- value
  }

  package func text(_ index: Int) -> CellBytes {
    let bytes = bytes(index)
    switch kinds[index] {
    case .boolean:
      if !bytes.isEmpty {
        unsafe memory(index)[0] = UInt8(ascii: "0") + (Self.isTrue(bytes) ? 1 : 0)
      }
      return bytes
    case .timestamp: return timestamp(index)
    default: return bytes
    }
  }

  private static func isTrue(_ bytes: CellBytes) -> Bool {
    bytes.first == UInt8(ascii: "t") || bytes.first == UInt8(ascii: "1")
  }

  /// `2026-11-23 14:05:09+00` becomes `2026-11-23T14:05:09Z`, in place.
  private func timestamp(_ index: Int) -> CellBytes {
    let bytes = bytes(index)
    guard bytes.count > 19 else { return bytes }
    if bytes[10] == UInt8(ascii: " ") { unsafe memory(index)[10] = UInt8(ascii: "T") }
    for end in 19..<bytes.count
    where bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "Z") {
      unsafe memory(index)[end] = UInt8(ascii: "Z")
      return CellBytes(rebasing: bytes[0...end])
    }
    return bytes
  }

  package func datum(_ index: Int) -> Datum {
    if isNull(index) { return .null }
    switch kinds[index] {
    case .integer, .boolean: return .integer(integer(index))
    case .numeric:
      let bytes = bytes(index)
      let isWhole = bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
      if isWhole, bytes.count < 19 { return .integer(Self.integer(bytes)) }
      return .text(String(decoding: bytes, as: UTF8.self))
    case .text, .timestamp, .float:
      return .text(String(decoding: text(index), as: UTF8.self))
    }
  }

  /// The names of the columns.
  package var names: [String] {
    (0..<count).map { index in
      unsafe libpq.columnName(handle, Int32(index)).map { unsafe String(cString: $0) } ?? ""
    }
  }

  /// The types of the columns, by their numbers in pg_type.
  package var types: [UInt32] { (0..<count).map { unsafe libpq.columnType(handle, Int32($0)) } }

  package func queried(_ index: Int) -> QueriedCell {
    if isNull(index) { return .null }
    switch kinds[index] {
    case .integer, .boolean: return .integer(integer(index))
    case .text, .timestamp: return .text(text(index))
    case .numeric, .float:
      let bytes = text(index)
      // NaN and Infinity are not numbers.
      return bytes.contains { $0 | 0x20 == UInt8(ascii: "n") } ? .text(bytes) : .number(bytes)
    }
  }
}
