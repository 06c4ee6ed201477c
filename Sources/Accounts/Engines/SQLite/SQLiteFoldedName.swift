import CSQLite
import Values

/// The function by which lists sort names.
enum SQLiteFoldedName {
  static let name = "folded_name"

  static func add(to database: OpaquePointer) {
    // Without it a list that sorts by a name fails, and says which function is missing.
    sqlite3_create_function_v2(
      database, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil,
      { context, _, arguments in
        guard let value = arguments?[0], let start = sqlite3_value_text(value) else {
          return sqlite3_result_null(context)
        }
        let bytes = CellBytes(start: start, count: Int(sqlite3_value_bytes(value)))
        var folded = FoldedName.folded(String(decoding: bytes, as: UTF8.self))
        folded.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            ubadmin_result_text(context, characters.baseAddress, Int32(bytes.count))
          }
        }
      }, nil, nil, nil)
  }
}
