package import Values

/// Whole tables, including those that this program does not know.
extension PostgreSQLConnection {
  package func columns(of table: String) throws(StoreError) -> [StoredColumn] {
    let found = try finish(
      pipeline.send(once: Self.tableColumns, PostgreSQLArguments([.text(table)])))
    return (0..<found.rowCount).map { row in
      found.row = Int32(truncatingIfNeeded: row)
      return StoredColumn(
        name: String(decoding: found.text(0), as: UTF8.self),
        keyPosition: found.isNull(1) ? nil : Int(found.integer(1)))
    }
  }

  private static let tableColumns = """
    SELECT a.attname, array_position(i.indkey::smallint[], a.attnum) + 1 \
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary \
    WHERE c.relnamespace = to_regnamespace('ubadmin') AND c.relname = $1 \
    AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
    """

  /// Through COPY. The journal's guards are the owner's to switch off: whole histories come in here.
  package func load(
    _ table: String, _ columns: [String], _ rows: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws {
    try settleBatch()
    try confirm()
    try pipeline.execute("ALTER TABLE \(table) DISABLE TRIGGER USER")
    try pipeline.copy(into: "\(table) (\(columns.joined(separator: ", ")))", rows)
    try pipeline.execute("ALTER TABLE \(table) ENABLE TRIGGER USER; ANALYZE \(table)")
  }
}

extension PostgreSQLPipeline {
  private static let blockSize = 1 << 16

  /// COPY takes rows as fast as they come, without an answer to each.
  fileprivate func copy(
    into target: String, _ rows: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws {
    var failure: (any Error)?
    try unsafe outside { (handle) throws(StoreError) in
      try unsafe startCopy("COPY \(target) FROM STDIN", unsafe handle)
      var block: [UInt8] = []
      do {
        try rows { row in
          try PostgreSQLCopyText.append(row, to: &block)
          if block.count >= Self.blockSize { try unsafe put(&block, handle) }
        }
        try unsafe put(&block, handle)
      } catch {
        failure = error
      }
      try unsafe endCopy(handle, failed: failure != nil)
    }
    if let failure { throw failure }
  }

  private func startCopy(_ sql: String, _ handle: Libpq.Handle) throws(StoreError) {
    guard let result = unsafe libpq.execute(handle, sql) else { throw lost() }
    defer { unsafe libpq.clear(result) }
    guard unsafe libpq.resultStatus(result) == LibpqStatus.copyIn else {
      throw unsafe isAlive ? storeError(of: result) : lost()
    }
  }

  private func put(_ block: inout [UInt8], _ handle: Libpq.Handle) throws(StoreError) {
    let code = unsafe block.withUnsafeBytes { bytes in
      unsafe libpq.putCopyData(
        handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    guard code == 1 else { throw lost() }
    block.removeAll(keepingCapacity: true)
  }

  private func endCopy(_ handle: Libpq.Handle, failed: Bool) throws(StoreError) {
    guard unsafe libpq.putCopyEnd(handle, failed ? "the rows ended early" : nil) == 1 else {
      throw lost()
    }
    var failure: StoreError?
    while let result = unsafe libpq.result(handle) {
      if unsafe libpq.resultStatus(result) != LibpqStatus.commandDone, failure == nil {
        failure = unsafe storeError(of: result)
      }
      unsafe libpq.clear(result)
    }
    if let failure, !failed { throw failure }
  }
}

/// Rows in COPY's text format.
enum PostgreSQLCopyText {
  static func append(_ row: [Datum], to bytes: inout [UInt8]) throws(StoreError) {
    var isFirst = true
    for value in row {
      if !isFirst { bytes.append(UInt8(ascii: "\t")) }
      isFirst = false
      switch value {
      case .null: bytes.append(contentsOf: "\\N".utf8)
      case .integer(let number):
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDecimal(number.magnitude, to: &bytes)
      case .text(var text):
        let isWhole = text.withCellBytes { append($0, to: &bytes) }
        guard isWhole else { throw PostgreSQLArguments.zeroByte }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ text: CellBytes, to bytes: inout [UInt8]) -> Bool {
    for byte in text {
      switch byte {
      case 0: return false
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      default: bytes.append(byte)
      }
    }
    return true
  }
}
