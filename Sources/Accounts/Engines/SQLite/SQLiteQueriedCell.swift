import CSQLite
import Values

extension SQLitePrepared {
  package func queried(_ index: Int) -> QueriedCell {
    let value = unsafe sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    let type = unsafe sqlite3_value_type(value)
    if type == SQLITE_NULL { return .null }
    if type == SQLITE_INTEGER { return unsafe .integer(sqlite3_value_int64(value)) }
    let bytes = unsafe CellBytes(
      start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
    return type == SQLITE_FLOAT ? .number(Self.plain(bytes)) : .text(bytes)
  }

  /// As a server writes it: 100, and not 100.0.
  private static func plain(_ digits: CellBytes) -> CellBytes {
    guard digits.count > 2, digits.suffix(2).elementsEqual(".0".utf8) else { return digits }
    return CellBytes(rebasing: digits.dropLast(2))
  }
}
