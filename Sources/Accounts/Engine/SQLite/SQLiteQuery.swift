import CSQLite

extension SQLiteConnection {
  /// Answers the names of a query's columns. SQLite is asked to prepare it under watch: it may read,
  /// and nothing else. Source: sqlite.org/c3ref/set_authorizer.html.
  func examine(query sql: String, hiding hidden: HiddenColumns) throws(StoreError) -> [String] {
    let watch = QueryWatch(hidden)
    sqlite3_set_authorizer(database, watchQuery, Unmanaged.passUnretained(watch).toOpaque())
    defer { sqlite3_set_authorizer(database, nil, nil) }
    let (first, rest) = try prepared(sql, watch)
    guard let first else {
      throw StoreError(.badQuery, "there is no query", mend: "give one, e.g. \"SELECT …\"")
    }
    defer { sqlite3_finalize(first) }
    let (second, _) = try prepared(rest, watch)
    sqlite3_finalize(second)
    guard second == nil else {
      throw StoreError(.badQuery, "there is more than one statement", mend: "give one at a time")
    }
    return (0..<sqlite3_column_count(first)).map { index in
      sqlite3_column_name(first, index).map { String(cString: $0) } ?? ""
    }
  }

  /// The first statement, nil where there are comments at most, and what stands behind it.
  private func prepared(
    _ sql: String, _ watch: QueryWatch
  ) throws(StoreError) -> (OpaquePointer?, rest: String) {
    var handle: OpaquePointer?
    var code = SQLITE_OK
    let rest = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      code = sqlite3_prepare_v3(database, start, -1, 0, &handle, &tail)
      return tail.map { String(cString: $0) } ?? ""
    }
    if let fault = watch.fault {
      sqlite3_finalize(handle)
      throw fault
    }
    guard code == SQLITE_OK else { throw failure(code).asQueryFault }
    return (handle, rest)
  }
}

/// What a query that is being prepared wants to do.
private final class QueryWatch {
  private let hidden: HiddenColumns
  private(set) var fault: StoreError?

  init(_ hidden: HiddenColumns) { self.hidden = hidden }

  func allows(_ action: Int32, _ first: String, _ second: String) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    case SQLITE_FUNCTION where second != "load_extension": return true
    case SQLITE_READ:
      fault = fault ?? hidden.fault(table: first, column: second)
    default:
      fault =
        fault
        ?? StoreError(
          .badQuery, "a query reads, and changes nothing",
          mend: "use SELECT; changes are made by commands, so that they can be undone")
    }
    return fault == nil
  }
}

private func watchQuery(
  _ watch: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
  _ trigger: UnsafePointer<CChar>?
) -> Int32 {
  guard let watch else { return SQLITE_DENY }
  let allowed = Unmanaged<QueryWatch>.fromOpaque(watch).takeUnretainedValue().allows(
    action, first.map { String(cString: $0) } ?? "", second.map { String(cString: $0) } ?? "")
  return allowed ? SQLITE_OK : SQLITE_DENY
}

extension SQLitePrepared {
  func queried(_ index: Int) -> QueriedCell {
    let value = sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    let type = sqlite3_value_type(value)
    if type == SQLITE_NULL { return .null }
    if type == SQLITE_INTEGER { return .integer(sqlite3_value_int64(value)) }
    let bytes = CellBytes(
      start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
    return type == SQLITE_FLOAT ? .number(bytes) : .text(bytes)
  }
}
