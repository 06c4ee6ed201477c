import CSQLite
import Values

extension SQLiteConnection {
  /// Many lines by one statement, and no copy of their text: a line costs less than half of what a
  /// statement of its own would.
  package func write(_ lines: EncodedLines, of change: Int64, after number: Int64)
    throws(StoreError)
  {
    try requireSound()
    var next = 0
    while next < lines.lines.count {
      let count = lines.lines.count - next < Self.together ? 1 : Self.together
      let prepared = try prepare(count == 1 ? Self.oneLine : Self.manyLines)
      let code = unsafe lines.bytes.withUnsafeBufferPointer { bytes in
        let first = number + Int64(next) + 1
        unsafe sqlite3_bind_int64(prepared.handle, 1, change)
        unsafe sqlite3_bind_int64(prepared.handle, 2, first)
        for index in 0..<count {
          unsafe prepared.bind(lines.lines[next + index], bytes, from: Int32(3 + index * 6))
        }
        let code = unsafe sqlite3_step(prepared.handle)
        unsafe sqlite3_reset(prepared.handle)
        // Nothing may point to the bytes any more.
        unsafe sqlite3_clear_bindings(prepared.handle)
        return code
      }
      guard code == SQLITE_DONE else { throw failure(code) }
      next += count
    }
  }

  private static let together = 32
  private static let oneLine = insert(1)
  private static let manyLines = insert(together)

  /// OR FAIL: a failure undoes the whole change anyway, so no line is kept to undo alone.
  private static func insert(_ count: Int) -> Statement {
    let rows = (0..<count).map { index in
      let marks = (0..<6).map { "?\(3 + index * 6 + $0)" }.joined(separator: ", ")
      return "(?1, ?2 + \(index), \(marks))"
    }
    let names = EncodedLines.table.columns.map(\.name).joined(separator: ", ")
    return Statement(
      "INSERT OR FAIL INTO \(EncodedLines.table.name) (\(names)) VALUES "
        + rows.joined(separator: ", "))
  }
}

extension SQLitePrepared {
  fileprivate func bind(
    _ line: EncodedLines.Line, _ bytes: UnsafeBufferPointer<UInt8>, from position: Int32
  ) {
    bind(line.table.name, position)
    unsafe bind(bytes, line.key, position + 1)
    bind(line.action.rawValue, position + 2)
    unsafe bind(bytes, line.before, position + 3)
    unsafe bind(bytes, line.after, position + 4)
    unsafe bind(bytes, line.digest, position + 5)
  }

  private func bind(_ text: String, _ position: Int32) {
    var text = text
    text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe ubadmin_bind_text(handle, position, characters.baseAddress, Int32(utf8.count))
      }
    }
  }

  private func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>?, _ position: Int32) {
    guard let range else {
      unsafe sqlite3_bind_null(handle, position)
      return
    }
    unsafe UnsafeBufferPointer(rebasing: bytes[range]).withMemoryRebound(to: CChar.self) {
      characters in
      _ = unsafe ubadmin_bind_text_static(
        handle, position, characters.baseAddress, Int32(characters.count))
    }
  }
}
