package import Accounts

extension Report {
  /// Writes the selected rows; answers a note where the limit cut them.
  /// - Parameter passing: receives the number of rows now and then, and at the end; what it throws
  ///   stops the report.
  package func run(
    _ selection: Selection, on store: Store, to writer: any RowWriter,
    passing: (Int) throws -> Void = { _ in }
  ) throws -> String? {
    if let short, let limit = selection.limit, let keys = short.keys(selection.sort, sources) {
      return try short.report(limit + 1, keys)
        .run(selection, on: store, to: writer, passing: passing)
    }
    let columns = selection.columns.map { self.columns[$0] }
    let writer =
      selection.times.flatMap {
        CellRewriter.times($0, in: store.settings.zone, columns, writer)
      } ?? writer
    if !selection.reveals, let masking = CellRewriter.masking(columns, writer) {
      return try write(selection, on: store, to: masking, passing)
    }
    // The compiler makes the loop again for the one writer that bulk exports use.
    if let delimited = writer as? DelimitedRowWriter {
      return try write(selection, on: store, to: delimited, passing)
    }
    return try write(selection, on: store, to: writer, passing)
  }

  private func write<Writer: RowWriter>(
    _ selection: Selection, on store: Store, to writer: Writer, _ passing: (Int) throws -> Void
  ) throws -> String? {
    let (sql, arguments) = query(selection, store.dialect)
    let columns = selection.columns.map { self.columns[$0] }
    let isText = columns.map(\.kind.isText)
    try writer.begin(columns)
    var count = 0
    var isCut = false
    try store.each(sql: sql, arguments) { row in
      if let limit = selection.limit, count == limit {
        isCut = true
        return false
      }
      for index in isText.indices {
        switch row.cell(index, isText: isText[index]) {
        case .null: writer.null()
        case .text(let text): writer.text(text)
        case .integer(let integer): writer.integer(integer)
        }
      }
      try writer.endRow()
      count += 1
      if count & 0xFFF == 0 { try passing(count) }
      return true
    }
    try passing(count)
    return isCut ? Self.cutNote(count) : nil
  }

  /// Says that a limit cut a list.
  package static func cutNote(_ limit: Int) -> String {
    "the first \(limit == 1 ? "row" : "\(limit) rows"); --limit 0 shows all"
  }

  private func query(
    _ selection: Selection, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    var arguments: [Datum] = []
    let expressions = selection.columns.map {
      "\(sources[$0].sql) AS \"\(sources[$0].name)\""
    }
    var sql = "SELECT \(expressions.joined(separator: ", ")) FROM \(source)"
    arguments += sourceArguments
    if !conditions.isEmpty {
      sql += " WHERE " + conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
      arguments += conditions.flatMap(\.arguments)
    }
    if !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
    if let having { sql += " HAVING " + having }
    let keys = selection.sort.flatMap { key in
      let source = sources[key.column]
      // Names that differ in case or accents alone keep an order among them.
      let terms = source.isName ? [dialect.foldedName(source.sql), source.sql] : [source.sql]
      return terms.map { $0 + SortOrder.words(isDescending: key.isDescending) }
    }
    sql += " ORDER BY " + (keys + order.map(placed)).joined(separator: ", ")
    if let limit = selection.limit { sql += " LIMIT \(limit + 1)" }
    return (sql, arguments)
  }

  /// A term of the usual order, in which nothing comes before something. Where it is never NULL an index
  /// of the server serves without more words, so it has none.
  private func placed(_ term: String) -> String {
    let isDescending = term.hasSuffix(" DESC")
    let key = isDescending ? String(term.dropLast(" DESC".count)) : term
    let isNullable = sources.first { $0.sql == key }?.isNullable ?? false
    return isNullable || !groups.isEmpty
      ? key + SortOrder.words(isDescending: isDescending) : term
  }
}
