import CSQLite
import Values

/// The function by which lists sort names, and the collation by which queries do.
package enum SQLiteFoldedName {
  /// The name of both.
  package static let name = "folded_name"

  static func add(to database: OpaquePointer) {
    // Without it a list that sorts by a name fails, and says which function is missing.
    unsafe sqlite3_create_function_v2(
      database, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil,
      { context, _, arguments in
        guard let value = unsafe arguments?[0] else { return unsafe sqlite3_result_null(context) }
        guard unsafe sqlite3_value_type(value) == SQLITE_TEXT,
          let start = unsafe sqlite3_value_text(value)
        else { return unsafe sqlite3_result_value(context, value) }
        let bytes = unsafe CellBytes(start: start, count: Int(sqlite3_value_bytes(value)))
        var folded = FoldedName.folded(String(decoding: bytes, as: UTF8.self))
        folded.withUTF8 { bytes in
          unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe ubadmin_result_text(context, characters.baseAddress, Int32(bytes.count))
          }
        }
      }, nil, nil, nil)
  }

  /// Texts that differ in case or accents alone stay different, and keep an order among them.
  package static func addCollation(to database: OpaquePointer) -> Int32 {
    unsafe sqlite3_create_collation_v2(
      database, name, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        let left = unsafe CellBytes(
          start: left?.assumingMemoryBound(to: UInt8.self), count: Int(leftCount))
        let right = unsafe CellBytes(
          start: right?.assumingMemoryBound(to: UInt8.self), count: Int(rightCount))
        return SQLiteFoldedName.order(left, right)
      }, nil)
  }

  private static func order(
    _ left: CellBytes, _ right: CellBytes
  ) -> Int32 {
    let folded = plainOrder(left, right) ?? byteOrder(foldedBytes(left), foldedBytes(right))
    return folded != 0 ? folded : byteOrder(left, right)
  }

  /// Nil if the order depends on letters beyond ASCII.
  private static func plainOrder(
    _ left: CellBytes, _ right: CellBytes
  ) -> Int32? {
    for (one, other) in zip(left, right) {
      guard one < 0x80, other < 0x80 else { return nil }
      let (one, other) = (lower(one), lower(other))
      if one != other { return one < other ? -1 : 1 }
    }
    return Int32((left.count - right.count).signum())
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private static func foldedBytes(_ bytes: CellBytes) -> [UInt8] {
    Array(FoldedName.folded(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  private static func byteOrder(
    _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
  ) -> Int32 {
    left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
