import CSQLite
import Engines

/// A read-only connection for a user's SQL alone. The store is attached under a name that
/// nobody can know, behind an empty database; temporary views read it, and the SQL sees those. An
/// authorizer looks at what the SQL would read or call, but SQLite does not ask it about every column
/// (not about those that USING makes): the hidden name is what keeps tables out of reach.
final class SQLiteQueryConnection: QueryConnection {
  let tellsNumbersFromTexts = true
  private let connection: SQLiteConnection
  private let watch: SQLiteQueryWatch
  private let bounds: QueryBounds
  private var deadline: ContinuousClock.Instant?

  /// - Parameter isImmutable: whether another connection of this program keeps everybody from writing, or nobody
  ///   can.
  init(_ path: String, _ bounds: QueryBounds, isImmutable: Bool = false) throws(StoreError) {
    connection = try SQLiteConnection(
      path: ":memory:", access: .write, wait: .standardWait, isNew: true, attachesByURI: true)
    connection.namedPath = path
    self.bounds = bounds
    watch = SQLiteQueryWatch(schema: "store_\(UInt64.random(in: .min ... .max))")
    guard unsafe ubadmin_strict_names(connection.database) == SQLITE_OK else {
      throw StoreError(.defect, "SQLite does not tell names and texts apart")
    }
    // A function on one text is not interrupted: the texts are short enough that it ends soon.
    unsafe sqlite3_limit(connection.database, SQLITE_LIMIT_LENGTH, 4_000_000)
    try SQLiteQueryFunctions.add(to: connection)
    guard unsafe SQLiteFoldedName.addCollation(to: connection.database) == SQLITE_OK else {
      throw StoreError(.defect, "SQLite does not take the order of names")
    }
    do {
      try attach(isImmutable ? SQLiteFile.immutableName(path) : SQLiteFile.readOnlyName(path))
      try makeViews()
      try hideNames()
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.defect, "the views for queries cannot be made: \(error)")
    }
    unsafe sqlite3_set_authorizer(
      connection.database, watchSQLiteQuery, Unmanaged.passUnretained(watch).toOpaque())
    watch.isOver = { [unowned self] in isOver ? bounds.ended : nil }
    // In steps of SQLite's virtual machine: a few hundred times a second.
    unsafe sqlite3_progress_handler(
      connection.database, 100_000, watchTime, Unmanaged.passUnretained(self).toOpaque())
  }

  private func attach(_ name: String) throws {
    try connection.each(once: "ATTACH ? AS \(watch.schema)", [.text(name)]) { _ in true }
    // SQLite's own tables, which cannot have views of their names, are found here first: empty.
    try connection.script(
      """
      CREATE TABLE main.empty (empty INTEGER PRIMARY KEY AUTOINCREMENT); ANALYZE main; \
      PRAGMA \(watch.schema).cache_size = -24576
      """)
  }

  /// A table is read by an inner view whose name nobody can know, as the authorizer is told of a
  /// view by its name alone, and a WITH could take the name of an outer one.
  private func makeViews() throws {
    let tag = UInt64.random(in: .min ... .max)
    let words = QueryViewWords(
      masked: "masked", nameOrder: " COLLATE \(SQLiteFoldedName.name)"
    ) { name, type in
      switch type {
      // Compared with a text, an amount without a type is always less.
      case .money: "CAST(\(name) / 100.0 AS REAL)"
      case .quantity: "CAST(\(name) / 1000.0 AS REAL)"
      default: name
      }
    }
    var script = ""
    func add(_ name: String, _ table: ViewedTable, inUnits: Bool) {
      let inner = "\(name)_\(tag)"
      let columns = table.selection(reveals: bounds.reveals, inUnits: inUnits, words)
      script +=
        "CREATE TEMP VIEW \(inner) AS SELECT \(columns) FROM \(watch.schema).\(table.name); "
      script += "CREATE TEMP VIEW \(name) AS SELECT * FROM temp.\(inner); "
      watch.inner.insert(inner)
      watch.views.formUnion([inner, name])
    }
    for view in QueryView.all { add(view.name, view.table, inUnits: true) }
    for table in ViewedTable.all where table.columns.contains(where: \.isVisible) {
      add(table.name, table, inUnits: false)
    }
    // A module's table is made when it is first named, which the authorizer would refuse.
    script += SQLiteQueryWatch.tableFunctions.map { "SELECT 1 FROM \($0)('[]'); " }.joined()
    try connection.script(script)
  }

  /// Every other table of the store has an empty view in front of it.
  private func hideNames() throws {
    try connection.each(
      once: "SELECT name FROM \(watch.schema).sqlite_schema WHERE type = 'table' "
        + "UNION ALL SELECT name FROM pragma_module_list", []
    ) { row in
      watch.hidden.insert(String(decoding: row.text(0), as: UTF8.self).lowercased())
      return true
    }
    watch.hidden.subtract(watch.views)
    let decoys = watch.hidden.filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("pragma_") }
    try connection.script(
      decoys.sorted().map { "CREATE TEMP VIEW \"\($0)\" AS SELECT 1 AS empty WHERE 0; " }.joined()
    )
    watch.hidden.subtract(SQLiteQueryWatch.tableFunctions)
    watch.hidden.formUnion(
      ["sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master"])
  }

  fileprivate var isOver: Bool {
    if bounds.asksToStop() { return true }
    return deadline.map { ContinuousClock.now > $0 } ?? false
  }

  func names(of sql: String) throws(StoreError) -> [String] {
    deadline = ContinuousClock.now + bounds.limit
    defer { deadline = nil }
    let (first, rest) = try unsafe prepared(sql)
    guard let first = unsafe first else { throw StoreError.noQuery }
    defer { unsafe sqlite3_finalize(first) }
    guard unsafe sqlite3_stmt_isexplain(first) == 0, unsafe sqlite3_column_count(first) > 0 else {
      throw StoreError.notAQuery
    }
    let (second, _) = try unsafe prepared(rest)
    unsafe sqlite3_finalize(second)
    guard unsafe second == nil else {
      throw StoreError(.badQuery, "there is more than one statement", remedy: "give one at a time")
    }
    return unsafe (0..<sqlite3_column_count(first)).map { index in
      unsafe sqlite3_column_name(first, index).map { unsafe String(cString: $0) } ?? ""
    }
  }

  func sortTerms(_ column: String, at index: Int, isName: Bool) -> [String] {
    isName ? ["\(SQLiteFoldedName.name)(\(column))", column] : [column]
  }

  func each(_ sql: String, _ body: (any BorrowedRow) throws -> Bool) throws {
    deadline = ContinuousClock.now + bounds.limit
    defer { deadline = nil }
    do {
      try connection.each(once: sql, [], body)
    } catch let error as StoreError {
      if let fault = watch.takeFault() { throw fault }
      if error.kind == .interrupted, !bounds.asksToStop() { throw bounds.tooLong }
      throw error
    }
  }

  /// The first statement, nil if there are comments at most, and what is after it.
  private func prepared(_ sql: String) throws(StoreError) -> (OpaquePointer?, rest: String) {
    var handle: OpaquePointer?
    var code = SQLITE_OK
    let rest = unsafe sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      code = unsafe sqlite3_prepare_v3(connection.database, start, -1, 0, &handle, &tail)
      return unsafe tail.map { unsafe String(cString: $0) } ?? ""
    }
    if let fault = watch.takeFault() {
      unsafe sqlite3_finalize(handle)
      throw fault
    }
    guard code == SQLITE_OK else { throw connection.failure(code) }
    return unsafe (handle, rest)
  }
}

private func watchTime(_ query: UnsafeMutableRawPointer?) -> Int32 {
  guard let query = unsafe query else { return 1 }
  return unsafe Unmanaged<SQLiteQueryConnection>.fromOpaque(query).takeUnretainedValue().isOver
    ? 1 : 0
}
