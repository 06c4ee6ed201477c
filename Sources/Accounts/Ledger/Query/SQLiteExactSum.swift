import CSQLite
import Engines

/// `sum()` for queries. The views show amounts and quantities as decimals, which binary fractions only come
/// near to: SQLite's own sum of 0.10, 0.20 and -0.30 is not zero. What has three decimals at most is added in
/// whole thousandths, everything else as SQLite adds it.
enum SQLiteExactSum {
  static func add(to connection: SQLiteConnection) throws(StoreError) {
    let traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let code = unsafe sqlite3_create_window_function(
      connection.database, "sum", 1, traits, nil, step, end, value, inverse, nil)
    guard code == SQLITE_OK else { throw connection.failure(code) }
  }

  private typealias Step =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void
  private typealias Answer = @convention(c) (OpaquePointer?) -> Void

  private static let step: Step = { context, _, arguments in
    let value = unsafe arguments?[0]
    unsafe state(context)?.pointee.take(Addend(value), 1)
  }

  private static let inverse: Step = { context, _, arguments in
    let value = unsafe arguments?[0]
    unsafe state(context)?.pointee.take(Addend(value), -1)
  }

  private static let value: Answer = { context in unsafe state(context)?.pointee.answer(context) }

  private static let end: Answer = { context in
    // Without rows SQLite has kept nothing for the sum.
    let last = unsafe sqlite3_aggregate_context(context, 0)
    guard let last = unsafe last else { return unsafe sqlite3_result_null(context) }
    unsafe last.assumingMemoryBound(to: Sum.self).pointee.answer(context)
  }

  /// SQLite keeps it, zeroed at first.
  private static func state(_ context: OpaquePointer?) -> UnsafeMutablePointer<Sum>? {
    let size = Int32(MemoryLayout<Sum>.size)
    return unsafe sqlite3_aggregate_context(context, size)?.assumingMemoryBound(to: Sum.self)
  }

  /// A value that is added.
  private enum Addend {
    case nothing
    case integer(Int64)
    case number(Double)

    init(_ value: OpaquePointer?) {
      switch unsafe sqlite3_value_numeric_type(value) {
      case SQLITE_NULL: self = .nothing
      case SQLITE_INTEGER: self = .integer(unsafe sqlite3_value_int64(value))
      default: self = .number(unsafe sqlite3_value_double(value))
      }
    }
  }

  /// All zero without values.
  private struct Sum {
    private var values: Int64 = 0
    private var numbers: Int64 = 0
    /// Of the integers.
    private var integers: Int64 = 0
    /// Of the numbers, where all have three decimals at most.
    private var thousandths: Int64 = 0
    /// Numbers with more decimals, or too large to be told.
    private var others: Int64 = 0
    private var hasOverflow: Int64 = 0
    private var approximate = 0.0

    mutating func take(_ addend: Addend, _ sign: Int64) {
      switch addend {
      case .nothing: return
      case .integer(let integer):
        let part = integer.multipliedReportingOverflow(by: sign)
        let sum = integers.addingReportingOverflow(part.partialValue)
        integers = sum.partialValue
        if part.overflow || sum.overflow { hasOverflow = 1 }
        approximate += Double(integer) * Double(sign)
      case .number(let number):
        numbers += sign
        approximate += number * Double(sign)
        let scaled = number * 1000
        let whole = scaled.rounded()
        if abs(scaled) < 1e15, abs(scaled - whole) <= abs(scaled) * 1e-15 {
          let sum = thousandths.addingReportingOverflow(Int64(whole) * sign)
          thousandths = sum.partialValue
          if sum.overflow { hasOverflow = 1 }
        } else {
          others += sign
        }
      }
      values += sign
    }

    func answer(_ context: OpaquePointer?) {
      if values == 0 { return unsafe sqlite3_result_null(context) }
      if numbers == 0 {
        return hasOverflow == 0
          ? unsafe sqlite3_result_int64(context, integers)
          : unsafe sqlite3_result_error(context, "integer overflow", -1)
      }
      let whole = integers.multipliedReportingOverflow(by: 1000)
      let all = whole.partialValue.addingReportingOverflow(thousandths)
      let isExact = others == 0 && hasOverflow == 0 && !whole.overflow && !all.overflow
      unsafe sqlite3_result_double(
        context, isExact ? Double(all.partialValue) / 1000 : approximate)
    }
  }
}
