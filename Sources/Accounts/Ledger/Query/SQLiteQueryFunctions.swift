import CSQLite
import Engines
import Values

/// The functions that a query may call, and those that its views call.
enum SQLiteQueryFunctions {
  /// Those that read no file, keep no state and do not use memory beyond their arguments and result.
  static let allowed: Set<String> = Set(
    """
    abs avg ceil ceiling char coalesce concat concat_ws count cume_dist current_date current_time current_timestamp date datetime degrees \
    dense_rank exp first_value floor folded_name format glob group_concat hex ifnull iif instr json json_array \
    json_array_length json_extract json_group_array json_group_object json_insert json_object \
    json_patch json_quote json_remove json_replace json_set json_type json_valid julianday lag \
    last_value lead length like likelihood likely ln log log10 log2 lower ltrim masked masked_cells \
    max min mod money nth_value ntile nullif octet_length percent_rank pow power printf quote radians \
    random rank replace round row_number rtrim sign sqrt strftime string_agg substr substring sum \
    time timediff total trim trunc typeof unhex unicode unixepoch unlikely upper -> ->>
    """.split(separator: " ").map(String.init))

  static func add(to connection: SQLiteConnection) throws(StoreError) {
    try unsafe add("masked", 1, masked, to: connection)
    try unsafe add("masked_cells", 2, maskedCells, to: connection)
    try unsafe add("money", 1, money, to: connection)
    try SQLiteExactSum.add(to: connection)
  }

  private static func add(
    _ name: String, _ count: Int32, _ body: Body, to connection: SQLiteConnection
  ) throws(StoreError) {
    let traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let code = unsafe sqlite3_create_function_v2(
      connection.database, name, count, traits, nil, body, nil, nil, nil)
    guard code == SQLITE_OK else { throw connection.failure(code) }
  }

  private typealias Body =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void

  /// An amount in dollars. The quotient of a whole number and 100 is written with the same two decimals.
  private static let money: Body = { context, _, arguments in
    let value = unsafe arguments?[0]
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_NULL: unsafe sqlite3_result_null(context)
    case SQLITE_INTEGER:
      unsafe sqlite3_result_double(context, Double(sqlite3_value_int64(value)) / 100)
    case SQLITE_FLOAT:
      let cents = unsafe sqlite3_value_double(value).rounded(.toNearestOrAwayFromZero)
      unsafe sqlite3_result_double(context, cents / 100)
    default: unsafe sqlite3_result_error(context, "money() takes cents, a whole number", -1)
    }
  }

  private static let masked: Body = { context, _, arguments in
    unsafe answer(context, text(arguments?[0]).map { Mask.masked($0) })
  }

  private static let maskedCells: Body = { context, _, arguments in
    let cells = unsafe text(arguments?[1])
    unsafe answer(
      context,
      cells.map { unsafe RowCells.masked($0, of: text(arguments?[0]).flatMap { Table.named($0) }) })
  }

  private static func text(_ value: OpaquePointer?) -> String? {
    guard let start = unsafe sqlite3_value_text(value) else { return nil }
    return unsafe String(
      decoding: CellBytes(start: start, count: Int(sqlite3_value_bytes(value))), as: UTF8.self)
  }

  private static func answer(_ context: OpaquePointer?, _ text: String?) {
    guard var text else { return unsafe sqlite3_result_null(context) }
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe ubadmin_result_text(context, characters.baseAddress, Int32(bytes.count))
      }
    }
  }
}
