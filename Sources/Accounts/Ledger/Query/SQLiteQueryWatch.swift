import CSQLite
import Engines

/// Decides what a query that is being prepared may do. Source: sqlite.org/c3ref/set_authorizer.html.
final class SQLiteQueryWatch {
  /// The name under which the store is attached.
  let schema: String
  /// Answers why what is being prepared has to stop; SQLite calls nothing else while it prepares.
  var isOver: () -> StoreError? = { nil }
  /// The views that read tables, by names that are made for one run.
  var inner: Set<String> = []
  var views: Set<String> = []
  /// Names of tables and modules that no view has, in lower case.
  var hidden: Set<String> = []
  private var fault: StoreError?

  init(schema: String) { self.schema = schema }

  static let tableFunctions: Set<String> = ["json_each", "json_tree"]

  func takeFault() -> StoreError? {
    defer { fault = nil }
    return fault
  }

  func allows(
    _ action: Int32, _ first: String, _ second: String, in database: String, by view: String
  ) -> Bool {
    if let tooLong = isOver() { return refuse(tooLong) }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    case SQLITE_FUNCTION:
      if SQLiteQueryFunctions.allowed.contains(second.lowercased()) { return true }
      return refuse(.uncallable(second))
    case SQLITE_READ:
      if database == schema ? inner.contains(view) : views.contains(first) { return true }
      // Rows alone are counted, of a view or of a part of the query itself.
      if second.isEmpty,
        database.isEmpty ? !hidden.contains(first.lowercased()) : views.contains(first)
      {
        return true
      }
      if Self.tableFunctions.contains(first.lowercased()) { return true }
      return refuse(.unreadable(first))
    default: return refuse(.notAQuery)
    }
  }

  private func refuse(_ error: StoreError) -> Bool {
    fault = fault ?? error
    return false
  }
}

func watchSQLiteQuery(
  _ watch: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
  _ view: UnsafePointer<CChar>?
) -> Int32 {
  guard let watch = unsafe watch else { return SQLITE_DENY }
  func text(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }
  let allowed = unsafe Unmanaged<SQLiteQueryWatch>.fromOpaque(watch).takeUnretainedValue().allows(
    action, text(first), text(second), in: text(database), by: text(view))
  return allowed ? SQLITE_OK : SQLITE_DENY
}
