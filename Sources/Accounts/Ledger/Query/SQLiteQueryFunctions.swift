import CSQLite
import Engines
import Values

/// The functions that a query may call, and those that its views call.
enum SQLiteQueryFunctions {
  /// What reads no file, keeps nothing and takes no room of its own accord.
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
    let traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let functions: [(String, Int32, Body)] = [
      ("masked", 1, masked), ("masked_cells", 2, maskedCells), ("money", 1, money),
    ]
    for (name, count, body) in functions {
      let code = sqlite3_create_function_v2(
        connection.database, name, count, traits, nil, body, nil, nil, nil)
      guard code == SQLITE_OK else { throw connection.failure(code) }
    }
  }

  private typealias Body =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void

  /// An amount in dollars. The quotient of a whole number and 100 is written with the same two decimals.
  private static let money: Body = { context, _, arguments in
    let value = arguments?[0]
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: sqlite3_result_null(context)
    case SQLITE_INTEGER:
      sqlite3_result_double(context, Double(sqlite3_value_int64(value)) / 100)
    case SQLITE_FLOAT:
      let cents = sqlite3_value_double(value).rounded(.toNearestOrAwayFromZero)
      sqlite3_result_double(context, cents / 100)
    default: sqlite3_result_error(context, "money() takes cents, a whole number", -1)
    }
  }

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
