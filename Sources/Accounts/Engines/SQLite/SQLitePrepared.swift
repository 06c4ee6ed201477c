import CSQLite
package import Values

/// A prepared statement; as a row it lends the columns of its current step.
@safe
package final class SQLitePrepared: BorrowedRow {
  let handle: OpaquePointer
  package let count: Int
  var isStepping = false

  init(_ sql: String, on connection: SQLiteConnection) throws(StoreError) {
    var made: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection.database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
    connection.busy.end()
    guard code == SQLITE_OK, let made = unsafe made else { throw connection.failure(code) }
    unsafe handle = made
    count = unsafe Int(sqlite3_column_count(made))
  }

  func bind(_ arguments: [Datum], on connection: SQLiteConnection) throws(StoreError) {
    var position: Int32 = 0
    for argument in arguments {
      position += 1
      let code: Int32
      switch argument {
      case .null: code = unsafe sqlite3_bind_null(handle, position)
      case .integer(let value): code = unsafe sqlite3_bind_int64(handle, position, value)
      case .text(var value):
        code = value.withUTF8 { bytes in
          unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe ubadmin_bind_text(handle, position, characters.baseAddress, Int32(bytes.count))
          }
        }
      }
      guard code == SQLITE_OK else { throw connection.failure(code) }
    }
  }

  /// The same with texts that lie one behind the other for the length of a step: none is copied.
  func bind(_ arguments: [Datum], lying texts: UnsafePointer<CChar>?) -> Int32 {
    var position: Int32 = 0
    var offset = 0
    for argument in arguments {
      position += 1
      let code: Int32
      switch argument {
      case .null: code = unsafe sqlite3_bind_null(handle, position)
      case .integer(let value): code = unsafe sqlite3_bind_int64(handle, position, value)
      case .text(let value):
        let count = value.utf8.count
        code = unsafe ubadmin_bind_text_static(
          handle, position, texts.map { unsafe $0 + offset }, Int32(count))
        offset += count
      }
      guard code == SQLITE_OK else { return code }
    }
    return SQLITE_OK
  }

  @inline(__always)
  package func isNull(_ index: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
  }

  @inline(__always)
  package func integer(_ index: Int) -> Int64 {
    unsafe sqlite3_column_int64(handle, Int32(truncatingIfNeeded: index))
  }

  @inline(__always)
  package func text(_ index: Int) -> CellBytes {
    let column = Int32(truncatingIfNeeded: index)
    let bytes = unsafe sqlite3_column_text(handle, column)
    return unsafe CellBytes(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Three questions of the column would each take and leave SQLite's locks; the value behind it
  /// may be asked without, as one thread alone uses this connection.
  /// Source: sqlite.org/c3ref/column_blob.html, on unprotected values.
  package func cell(_ index: Int, isText: Bool) -> BorrowedCell {
    let value = unsafe sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    if unsafe sqlite3_value_type(value) == SQLITE_NULL { return .null }
    guard isText else { return unsafe .integer(sqlite3_value_int64(value)) }
    let bytes = unsafe sqlite3_value_text(value)
    return unsafe .text(CellBytes(start: bytes, count: Int(sqlite3_value_bytes(value))))
  }

  package func datum(_ index: Int) -> Datum {
    let value = unsafe sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return unsafe .integer(sqlite3_value_int64(value))
    default:
      let bytes = unsafe sqlite3_value_text(value)
      return unsafe .text(
        String(
          decoding: CellBytes(start: bytes, count: Int(sqlite3_value_bytes(value))), as: UTF8.self))
    }
  }
}

/// Texts of a statement's arguments, one behind the other, in room that is used again.
struct LentTexts {
  private var bytes: [UInt8] = []

  mutating func hold(_ arguments: [Datum], _ body: (UnsafePointer<CChar>?) -> Int32) -> Int32 {
    bytes.removeAll(keepingCapacity: true)
    for case .text(var text) in arguments { text.withUTF8 { unsafe bytes.append(contentsOf: $0) } }
    // Never nil, which SQLite would take for NULL.
    bytes.append(0)
    return unsafe bytes.withUnsafeBytes {
      unsafe body($0.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
  }
}
