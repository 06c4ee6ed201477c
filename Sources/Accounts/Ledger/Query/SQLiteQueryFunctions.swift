import CSQLite
import Engines
import Values

/// The functions that a query may call, and those that its views call.
enum SQLiteQueryFunctions {
  /// What reads no file, keeps nothing and takes no room of its own accord.
  static let allowed: Set<String> = Set(
    """
    abs avg ceil ceiling char coalesce concat concat_ws count cume_dist current_date current_time current_timestamp date datetime degrees \
    dense_rank exp first_value floor format glob group_concat hex ifnull iif instr json json_array \
    json_array_length json_extract json_group_array json_group_object json_insert json_object \
    json_patch json_quote json_remove json_replace json_set json_type json_valid julianday lag \
    last_value lead length like likelihood likely ln log log10 log2 lower ltrim masked masked_cells \
    max min mod nth_value ntile nullif octet_length percent_rank pow power printf quote radians \
    random rank replace round row_number rtrim sign sqrt strftime string_agg substr substring sum \
    time timediff total trim trunc typeof unhex unicode unixepoch unlikely upper -> ->>
    """.split(separator: " ").map(String.init))

  static func add(to connection: SQLiteConnection) throws(StoreError) {
    let traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    for (name, count, body) in [("masked", Int32(1), masked), ("masked_cells", 2, maskedCells)] {
      let code = sqlite3_create_function_v2(
        connection.database, name, count, traits, nil, body, nil, nil, nil)
      guard code == SQLITE_OK else { throw connection.failure(code) }
    }
  }

  private typealias Body =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void

  private static let masked: Body = { context, _, arguments in
    answer(context, text(arguments?[0]).map { Mask.masked($0) })
  }

  private static let maskedCells: Body = { context, _, arguments in
    let cells = text(arguments?[1])
    answer(
      context,
      cells.map { RowCells.masked($0, of: text(arguments?[0]).flatMap { Table.named($0) }) })
  }

  private static func text(_ value: OpaquePointer?) -> String? {
    guard let start = sqlite3_value_text(value) else { return nil }
    return String(
      decoding: CellBytes(start: start, count: Int(sqlite3_value_bytes(value))), as: UTF8.self)
  }

  private static func answer(_ context: OpaquePointer?, _ text: String?) {
    guard var text else { return sqlite3_result_null(context) }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        ubadmin_result_text(context, characters.baseAddress, Int32(bytes.count))
      }
    }
  }
}
