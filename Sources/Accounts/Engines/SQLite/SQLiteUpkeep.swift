import CSQLite
import Glibc
import Values

/// Its size, its tables, loading into it, and the engine's own check.
extension SQLiteConnection {
  package var engineName: String { unsafe "SQLite " + String(cString: sqlite3_libversion()) }

  package func storedBytes() throws -> Int64? {
    var pages: Int64 = 0
    for pragma in ["page_count", "page_size"] {
      try each(once: "PRAGMA \(pragma)", []) { row in
        pages = pages == 0 ? row.integer(0) : pages * row.integer(0)
        return false
      }
    }
    return pages
  }

  package func beginLoading() throws(StoreError) {
    try script(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
  }

  package func endLoading() throws(StoreError) {
    try script(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")
  }

  package func hasTable(_ name: String) throws(StoreError) -> Bool {
    try first(Self.tableNamed, [.text(name)]) { _ in true } ?? false
  }

  private static let tableNamed = Statement(
    "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")

  package func eachFault(
    inReferencesOf tables: [String]?, _ body: (EngineFault) throws -> Void
  ) throws {
    try each(once: "PRAGMA integrity_check", []) { row in
      let words = String(decoding: row.text(0), as: UTF8.self)
      if words != "ok" { try body(EngineFault(place: "storage", what: words)) }
      return true
    }
    for table in tables?.map({ "(\($0))" }) ?? [""] {
      try each(once: "PRAGMA foreign_key_check\(table)", []) { row in
        let table = String(decoding: row.text(0), as: UTF8.self)
        let parent = String(decoding: row.text(2), as: UTF8.self)
        let place = row.isNull(1) ? table : "\(table), row \(row.integer(1))"
        try body(EngineFault(place: place, what: "its \(parent) does not exist"))
        return true
      }
    }
  }
}
